import { useId, useState, type ReactNode } from 'react';
import { moveLines } from '../../../src/contract/staffing';
import type { DealId, ProjectId } from '../../../src/domain/ids';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Note } from '../../shared/note';
import { useAction } from '../../shared/use-action';
import { ProjectLink } from '../margins/project-link';
import { LineFields } from './line-fields';
import { moveKey, shifted, withoutIdle, type Moves } from './staffing-model';
import { useStaffingScreen, type StaffedProject, type StaffingView } from './staffing-screen';

interface MoverProperties {
  readonly view: StaffingView;
  /** The project to begin with. */
  readonly first: ProjectId | null;
  /** The deal whose lines stand first. */
  readonly chosen: DealId | null;
  readonly moves: Moves;
  /** The answer without and with what is tried, in a line each; null while nothing is. */
  readonly summary: { readonly before: string; readonly after: string } | null;
  readonly onMove: (moves: Moves) => void;
  readonly onSaved: () => void;
}

/** Lines of one project to move: what is tried shows at once, here and in the answer and the weeks, and is kept only when it is put into the draft. */
export function LineMover({ view, first, chosen: wanted, moves, summary, onMove, onSaved }: MoverProperties): ReactNode {
  const { t } = useStaffingScreen();
  const mine = view.projects.filter(({ mayPlan, lines }) => mayPlan && lines.length > 0);
  const [chosen, choose] = useState<ProjectId | null>(first);
  const [saved, setSaved] = useState<StaffedProject | null>(null);
  const { busy, error, run } = useAction();
  const id = useId();
  const project = mine.find(({ projectId }) => projectId === chosen) ?? mine[0];
  if (project === undefined) return null;
  const own = project.lines.flatMap(({ lineId }) => {
    const move = moves.get(moveKey(project.projectId, lineId));
    return move === undefined ? [] : [{ lineId, ...move }];
  });
  const change = (next: Moves): void => {
    setSaved(null);
    onMove(next);
  };
  const withoutOwn = (): Moves => new Map([...moves].filter(([key]) => !key.startsWith(`${project.projectId}:`)));
  const deals = project.deals.filter((deal) => project.lines.some(({ dealId }) => dealId === deal.id)).sort((a, b) => Number(b.id === wanted) - Number(a.id === wanted));
  return (
    <section className="card">
      <h2>{t('staffing.move.title')}</h2>
      <p className="subtle">{t('staffing.move.about')}</p>
      <div className="trial-summary" aria-live="polite">
        {summary !== null && (
          <>
            <p className="subtle">{t('staffing.summary.before', { answer: summary.before })}</p>
            <p><strong>{t('staffing.summary.after', { answer: summary.after })}</strong></p>
          </>
        )}
      </div>
      {mine.length > 1 && (
        <div className="field">
          <label htmlFor={id}>{t('staffing.move.project')}</label>
          <select id={id} className="input" value={project.projectId} onChange={(event) => choose(mine.find(({ projectId }) => projectId === event.target.value)?.projectId ?? null)}>
            {mine.map((one) => <option key={one.projectId} value={one.projectId}>{one.project?.name ?? one.projectId}</option>)}
          </select>
        </div>
      )}
      {deals.map((deal) => (
        <div key={deal.id} className="move-deal">
          <div className="card-head">
            <h3><bdi>{deal.name}</bdi></h3>
            <div className="actions">
              <button type="button" className="button" onClick={() => change(shifted(project, deal.id, -1, moves))}>{t('staffing.move.earlier')}</button>
              <button type="button" className="button" onClick={() => change(shifted(project, deal.id, 1, moves))}>{t('staffing.move.later')}</button>
            </div>
          </div>
          <ul className="move-lines">
            {project.lines.filter(({ dealId }) => dealId === deal.id).map((line) => (
              <LineFields
                key={line.lineId}
                line={line}
                move={moves.get(moveKey(project.projectId, line.lineId))}
                onMove={(move) => change(withoutIdle(project, new Map(moves).set(moveKey(project.projectId, line.lineId), move)))}
              />
            ))}
          </ul>
        </div>
      ))}
      {own.length > 0 && (
        <div className="actions">
          <button
            type="button"
            className="button button-primary"
            disabled={busy || own.some(({ from, to }) => from > to)}
            onClick={() => void run(() => call(moveLines, { project: project.projectId, lines: own }), () => {
              setSaved(project);
              onMove(withoutOwn());
              onSaved();
            })}
          >
            {t('staffing.move.save', { count: own.length })}
          </button>
          <button type="button" className="button" disabled={busy} onClick={() => change(withoutOwn())}>{t('staffing.move.undo')}</button>
        </div>
      )}
      {error !== null && <ErrorNote error={error} />}
      {saved !== null && (
        <Note kind="success" title={t('staffing.move.saved')}>
          {t('staffing.move.savedBody')} {saved.project !== null && <ProjectLink projectKey={saved.project.key} name={t('staffing.move.open', { project: saved.project.name })} />}
        </Note>
      )}
    </section>
  );
}
