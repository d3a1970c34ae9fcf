import { memo, type ReactNode } from 'react';
import type { Draft } from '../../../src/domain/draft';
import { limits } from '../../../src/domain/guidelines';
import { Icon } from '../../shared/icon';
import { newId } from '../../shared/new-id';
import { useProjectScreen } from '../project-screen';
import type { DraftProblem } from './draft-problem';
import { elementId, problemFor, useEditing } from './editing';
import { problemText } from './problem-text';
import { TextField } from './text-field';

interface ScheduleFieldsProperties {
  readonly schedule: Draft['schedule'];
  readonly problems: readonly DraftProblem[];
}

type Milestone = Draft['schedule']['milestones'][number];

export const ScheduleFields = memo(function ScheduleFields({ schedule, problems }: ScheduleFieldsProperties): ReactNode {
  const { t } = useProjectScreen();
  const { edit } = useEditing();
  const change = (part: Partial<Draft['schedule']>): void => edit((draft) => ({ ...draft, schedule: { ...draft.schedule, ...part } }));
  const changeMilestone = (id: string, part: Partial<Milestone>): void =>
    edit((draft) => ({ ...draft, schedule: { ...draft.schedule, milestones: draft.schedule.milestones.map((one) => (one.id === id ? { ...one, ...part } : one)) } }));
  const listProblem = problemFor(problems, 'schedule.milestones');

  return (
    <fieldset className="card">
      <legend>{t('content.schedule')}</legend>
      <div className="date-row">
        <TextField field="schedule.start" kind="date" label={t('field.schedule.start')} value={schedule.start} onChange={(start) => change({ start })} problem={problemFor(problems, 'schedule.start')} />
        <TextField field="schedule.end" kind="date" label={t('field.schedule.end')} min={schedule.start} value={schedule.end} onChange={(end) => change({ end })} problem={problemFor(problems, 'schedule.end')} />
      </div>
      <h3 id={elementId('schedule.milestones')} tabIndex={-1}>{t('content.milestones')}</h3>
      {listProblem !== undefined && <p className="problem"><Icon name="error" />{problemText(t, listProblem)}</p>}
      {schedule.milestones.map((milestone, place) => {
        const field = `schedule.milestones.${milestone.id}`;
        return (
          <div key={milestone.id} className="milestone-row" role="group" aria-label={t('milestone.number', { number: place + 1 })}>
            <TextField field={`${field}.name`} label={t('milestone.name')} longest={limits.shortText} value={milestone.name} onChange={(name) => changeMilestone(milestone.id, { name })} problem={problemFor(problems, `${field}.name`)} />
            <TextField field={`${field}.date`} kind="date" label={t('milestone.date')} min={schedule.start} max={schedule.end} value={milestone.date} onChange={(date) => changeMilestone(milestone.id, { date })} problem={problemFor(problems, `${field}.date`)} />
            <button
              type="button"
              className="button remove"
              aria-label={t('milestone.remove', { number: place + 1 })}
              onClick={() => change({ milestones: schedule.milestones.filter((one) => one.id !== milestone.id) })}
            >
              <Icon name="cross" />
            </button>
          </div>
        );
      })}
      <div>
        <button type="button" className="button" onClick={() => change({ milestones: [...schedule.milestones, { id: newId(), name: '', date: '' }] })}>
          <Icon name="plus" />{t('milestone.add')}
        </button>
      </div>
    </fieldset>
  );
});
