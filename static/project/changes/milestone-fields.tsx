import { useId, type ReactNode } from 'react';
import { limits, type Milestone } from '../../../src/domain/guidelines';
import type { PlainDate } from '../../../src/domain/plain-date';
import { changeLimits } from '../../../src/domain/scope-change';
import { nextMilestone, type TypedMilestone, type TypedMilestoneProblem } from '../../changes/typed-milestone';
import { Icon } from '../../shared/icon';
import { newId } from '../../shared/new-id';
import { useProjectScreen } from '../project-screen';

interface MilestoneFieldsProperties {
  readonly schedule: { readonly start: PlainDate; readonly milestones: readonly Milestone[] };
  readonly typed: readonly TypedMilestone[];
  readonly problem: TypedMilestoneProblem | undefined;
  readonly onTyped: (typed: readonly TypedMilestone[]) => void;
}

/** Milestones that move, each picked from those there are, and new ones. */
export function MilestoneFields({ schedule, typed, problem, onTyped }: MilestoneFieldsProperties): ReactNode {
  const { t } = useProjectScreen();
  return (
    <fieldset className="change-milestones">
      <legend>{t('changes.milestones')}</legend>
      {typed.map((one, place) => (
        <MilestoneRow
          key={one.id}
          schedule={schedule}
          typed={one}
          number={place + 1}
          problem={problem?.row === one.id ? problem : undefined}
          onTyped={(part) => onTyped(typed.map((other) => (other.id === one.id ? { ...other, ...part } : other)))}
          onRemove={() => onTyped(typed.filter(({ id }) => id !== one.id))}
        />
      ))}
      {typed.length < changeLimits.milestones && (
        <div>
          <button type="button" className="button" onClick={() => onTyped([...typed, nextMilestone(newId(), typed, schedule.milestones)])}><Icon name="plus" />{t('changes.milestone.add')}</button>
        </div>
      )}
    </fieldset>
  );
}

interface MilestoneRowProperties {
  readonly schedule: MilestoneFieldsProperties['schedule'];
  readonly typed: TypedMilestone;
  readonly number: number;
  readonly problem: TypedMilestoneProblem | undefined;
  readonly onTyped: (part: Partial<TypedMilestone>) => void;
  readonly onRemove: () => void;
}

function MilestoneRow({ schedule, typed: { of, name, date }, number, problem, onTyped, onRemove }: MilestoneRowProperties): ReactNode {
  const { t, format } = useProjectScreen();
  const id = useId();
  const attributes = (field: TypedMilestoneProblem['field']) => ({
    id: `${id}-${field}`,
    className: 'input',
    'aria-invalid': problem?.field === field,
    'aria-describedby': problem?.field === field ? `${id}-problem` : undefined,
    onChange: (event: { readonly target: { readonly value: string } }) => onTyped({ [field]: event.target.value }),
  });
  const label = (field: TypedMilestoneProblem['field']): ReactNode => <label htmlFor={`${id}-${field}`}>{t(`changes.milestone.${field}`)}</label>;
  return (
    <div className="change-milestone" role="group" aria-label={t('milestone.number', { number })}>
      {schedule.milestones.length > 0 && (
        <div className="field">
          {label('of')}
          <select {...attributes('of')} value={of}>
            {schedule.milestones.map((one) => <option key={one.id} value={one.id}>{t('changes.milestone.existing', { name: one.name, date: format.date(one.date) })}</option>)}
            <option value="">{t('changes.milestone.new')}</option>
          </select>
        </div>
      )}
      {of === '' && <div className="field">{label('name')}<input {...attributes('name')} dir="auto" maxLength={limits.shortText} autoComplete="off" value={name} /></div>}
      <div className="field">{label('date')}<input {...attributes('date')} type="date" min={schedule.start} value={date} /></div>
      <button type="button" className="button remove" aria-label={t('milestone.remove', { number })} onClick={onRemove}><Icon name="cross" /></button>
      {problem !== undefined && <p id={`${id}-problem`} className="problem">{t(`changes.problem.${problem.problem}`)}</p>}
    </div>
  );
}
