import { useEffect, useId, useRef, type ReactNode } from 'react';
import { automaticChecks, criteriaLimits } from '../../../../src/domain/gate-criteria';
import type { GateSettingsView } from '../../../gate/gate-view';
import { Icon } from '../../../shared/icon';
import { useProjectScreen } from '../../project-screen';
import type { SettingsProblem } from './typed-settings';

type Criterion = GateSettingsView['criteria'][number];

interface CriterionFieldsProperties {
  readonly criterion: Criterion;
  readonly place: number;
  readonly count: number;
  readonly problem: SettingsProblem | undefined;
  readonly onChange: (criterion: Criterion) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** One line of the checklist: its text, who or what checks it, and its place. */
export function CriterionFields({ criterion, place, count, problem, onChange, onMove, onRemove }: CriterionFieldsProperties): ReactNode {
  const { t } = useProjectScreen();
  const row = useRef<HTMLLIElement>(null);
  const asked = useRef<'up' | 'down' | null>(null);
  const id = useId();
  const number = place + 1;

  // A row that moves within the page drops the focus; whoever moves on by keyboard needs it where it was.
  useEffect(() => {
    const way = asked.current;
    asked.current = null;
    if (way === null) return;
    const button = row.current?.querySelector<HTMLButtonElement>(`[data-way="${way}"]:enabled`) ?? row.current?.querySelector<HTMLButtonElement>('[data-way]:enabled');
    button?.focus();
  }, [place]);

  const moveButton = (way: 'up' | 'down', to: number): ReactNode => (
    <button
      type="button"
      className="button"
      data-way={way}
      disabled={to < 0 || to >= count}
      aria-label={t(`rules.${way}`, { number })}
      onClick={() => {
        asked.current = way;
        onMove(to);
      }}
    >
      <span className={`rule-${way}`}><Icon name="arrow" /></span>
    </button>
  );

  return (
    <li ref={row} className="rule-row">
      <div className="field">
        <label htmlFor={`${id}-text`}>{t('rules.criterion', { number })}</label>
        <input
          id={`${id}-text`}
          className="input"
          dir="auto"
          autoComplete="off"
          value={criterion.text}
          onChange={(event) => onChange({ ...criterion, text: event.target.value })}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        />
        {problem !== undefined && <p id={`${id}-problem`} className="problem"><Icon name="error" />{t(`rules.problem.${problem.code}`, { limit: criteriaLimits.text })}</p>}
      </div>
      <div className="field">
        <label htmlFor={`${id}-check`}>{t('rules.checkedBy')}</label>
        <select id={`${id}-check`} className="input" value={criterion.check ?? ''} onChange={(event) => onChange({ ...criterion, check: automaticChecks.find((check) => check === event.target.value) ?? null })}>
          <option value="">{t('check.person')}</option>
          {automaticChecks.map((check) => <option key={check} value={check}>{t(`check.${check}`)}</option>)}
        </select>
      </div>
      <span className="rule-buttons">
        {moveButton('up', place - 1)}
        {moveButton('down', place + 1)}
        <button type="button" className="button" aria-label={t('rules.remove', { number })} onClick={onRemove}><Icon name="cross" /></button>
      </span>
    </li>
  );
}
