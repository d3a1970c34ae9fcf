import { memo, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Draft } from '../../../src/domain/draft';
import type { DealId } from '../../../src/domain/ids';
import { Icon } from '../../shared/icon';
import { newId } from '../../shared/new-id';
import { useProjectScreen } from '../project-screen';
import type { DraftProblem } from './draft-problem';
import { elementId, noProblems, problemFor, useEditing } from './editing';
import { problemText } from './problem-text';
import { StaffingRow } from './staffing-row';

export interface NamedDealId {
  readonly id: DealId;
  readonly name: string;
}

interface StaffingLinesProperties {
  readonly lines: Draft['staffing'];
  readonly schedule: Draft['schedule'];
  readonly problems: readonly DraftProblem[];
  readonly deals: readonly NamedDealId[];
}

const roleList = 'roles-in-use';

/** Who the project needs: what the planner's entries are made from. */
export const StaffingLines = memo(function StaffingLines({ lines, schedule, problems, deals }: StaffingLinesProperties): ReactNode {
  const { t } = useProjectScreen();
  const { edit } = useEditing();
  const newest = useRef<string | null>(null);
  const byLine = useMemo(() => groupByLine(problems), [problems]);
  const roles = useMemo(() => [...new Set(lines.map((line) => line.role.trim()).filter((role) => role !== ''))].sort(), [lines]);
  const listProblem = problemFor(problems, 'staffing');

  useEffect(() => {
    if (newest.current !== null) document.getElementById(elementId(`staffing.${newest.current}.role`))?.focus();
    newest.current = null;
  }, [lines.length]);

  const add = (): void => {
    const id = newId();
    newest.current = id;
    const last = lines.at(-1);
    edit((draft) => ({
      ...draft,
      staffing: [
        ...draft.staffing,
        { id, role: '', person: null, from: last?.from ?? schedule.start, to: last?.to ?? schedule.end, hoursPerDay: last?.hoursPerDay ?? '8', dealId: last?.dealId ?? null },
      ],
    }));
  };

  return (
    <fieldset className="card">
      <legend id={elementId('staffing')} tabIndex={-1}>{t('field.staffing')}</legend>
      <p className="small">{t('staffing.help')}</p>
      {listProblem !== undefined && <p className="problem"><Icon name="error" />{problemText(t, listProblem)}</p>}
      <datalist id={roleList}>{roles.map((role) => <option key={role} value={role} />)}</datalist>
      <div className={deals.length > 1 ? 'staffing-rows with-deal' : 'staffing-rows'}>
        {lines.map((line, place) => (
          <StaffingRow key={line.id} line={line} number={place + 1} roleList={roleList} problems={byLine.get(line.id) ?? noProblems} deals={deals} />
        ))}
      </div>
      <div><button type="button" className="button" onClick={add}><Icon name="plus" />{t('staffing.add')}</button></div>
    </fieldset>
  );
});

function groupByLine(problems: readonly DraftProblem[]): ReadonlyMap<string, readonly DraftProblem[]> {
  const groups = new Map<string, DraftProblem[]>();
  for (const problem of problems) {
    const [area, line] = problem.field.split('.');
    if (area !== 'staffing' || line === undefined) continue;
    const group = groups.get(line);
    if (group === undefined) groups.set(line, [problem]);
    else group.push(problem);
  }
  return groups;
}
