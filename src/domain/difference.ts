import { writeHours } from './draft';
import type { Guidelines, StaffingLine } from './guidelines';

/** The fields that a person would name when asked what changed. */
export type ChangedField =
  | 'budget.amount'
  | 'budget.hours'
  | 'budget.targetMargin'
  | 'budget.billable'
  | 'schedule.start'
  | 'schedule.end'
  | 'milestone'
  | 'scope.goal'
  | 'scope.inScope'
  | 'scope.outOfScope'
  | 'priority'
  | 'priorityOrder'
  | 'staffing';

/**
 * One change from an earlier to a later version.
 * `before` is null where something was added, `after` where it was removed; both are plain values
 * (an amount with currency, a day, a text) that the screen puts into the reader's form.
 */
export interface Change {
  readonly field: ChangedField;
  /** Names the milestone, priority or staffing line. */
  readonly subject: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** Everything that differs between two versions, field by field, in the order in which guidelines are read. */
export function differences(before: Guidelines, after: Guidelines): readonly Change[] {
  const changes: Change[] = [];
  const compare = (field: ChangedField, old: string, now: string): void => {
    if (old !== now) changes.push({ field, subject: null, before: old, after: now });
  };
  const money = ({ budget }: Guidelines): string => `${budget.amount.amount} ${budget.amount.currency}`;

  compare('budget.amount', money(before), money(after));
  compare('budget.hours', String(before.budget.hours), String(after.budget.hours));
  compare('budget.targetMargin', String(before.budget.targetMargin), String(after.budget.targetMargin));
  compare('budget.billable', before.budget.billable, after.budget.billable);
  compare('schedule.start', before.schedule.start, after.schedule.start);
  compare('schedule.end', before.schedule.end, after.schedule.end);
  changes.push(...listChanges('milestone', before.schedule.milestones, after.schedule.milestones, (one) => one.name, (one) => `${one.date} ${one.name}`));
  compare('scope.goal', before.scope.goal, after.scope.goal);
  compare('scope.inScope', before.scope.inScope, after.scope.inScope);
  compare('scope.outOfScope', before.scope.outOfScope, after.scope.outOfScope);
  changes.push(...listChanges('priority', before.priorities, after.priorities, (one) => one.text, (one) => one.text));
  changes.push(...orderChange(before, after));
  changes.push(...listChanges('staffing', before.staffing, after.staffing, whoIsNeeded, describeLine));
  return changes;
}

const whoIsNeeded = (line: StaffingLine): string => line.person?.name ?? line.role;

const describeLine = (line: StaffingLine): string =>
  `${line.person ? `${line.person.name} (${line.role})` : line.role}, ${line.from} – ${line.to}, ${writeHours(line.minutesPerDay)} h${line.dealId ? `, ${line.dealId}` : ''}`;

function listChanges<Item extends { readonly id: string }>(
  field: ChangedField,
  before: readonly Item[],
  after: readonly Item[],
  name: (item: Item) => string,
  describe: (item: Item) => string,
): Change[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Set(after.map((item) => item.id));
  const kept = after.flatMap((item): Change[] => {
    const earlier = old.get(item.id);
    if (earlier === undefined) return [{ field, subject: name(item), before: null, after: describe(item) }];
    const [was, is] = [describe(earlier), describe(item)];
    return was === is ? [] : [{ field, subject: name(item), before: was, after: is }];
  });
  const removed = before
    .filter((item) => !now.has(item.id))
    .map((item): Change => ({ field, subject: name(item), before: describe(item), after: null }));
  return [...kept, ...removed];
}

/** The order is the meaning of priorities, so a new order of the same ones is a change of its own. */
function orderChange(before: Guidelines, after: Guidelines): Change[] {
  const ids = (guidelines: Guidelines, among: Guidelines): string[] => {
    const shared = new Set(among.priorities.map((one) => one.id));
    return guidelines.priorities.filter((one) => shared.has(one.id)).map((one) => one.id);
  };
  if (ids(before, after).join() === ids(after, before).join()) return [];
  const list = (guidelines: Guidelines): string => guidelines.priorities.map((one, place) => `${place + 1}. ${one.text}`).join('\n');
  return [{ field: 'priorityOrder', subject: null, before: list(before), after: list(after) }];
}
