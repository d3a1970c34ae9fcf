import type { AccountId, PlanId, ProjectId } from './ids';
import { roleIn, type LedgerRow, type PlanContent } from './plan-entry';
import type { PlainDate } from './plain-date';

/** A plan as Tempo tells of it: a generic resource by its id alone, whose name only Tempo knows. */
export interface ToldPlan {
  readonly assignee: { readonly kind: 'person'; readonly accountId: AccountId } | { readonly kind: 'resource'; readonly id: string };
  readonly projectId: ProjectId;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly minutesPerDay: number;
  readonly description: string;
}

/** That a plan was changed or deleted. A side that could not be read is null. */
export interface PlanSignal {
  readonly eventId: string;
  readonly planId: PlanId;
  readonly isDeleted: boolean;
  readonly original: ToldPlan | null;
  readonly changed: ToldPlan | null;
}

/** What a signal of one of our plans means: our own doing come back, a person's change, or ours that went over a person's. */
export type PlanNews = { readonly kind: 'echo' } | { readonly kind: 'changed' } | { readonly kind: 'overwritten'; readonly theirs: ToldPlan };

export function newsOf({ isDeleted, original, changed }: PlanSignal, row: LedgerRow): PlanNews {
  // What is being created or was taken back is nobody's to change but by a sync that looks at it anyway.
  if (row.state !== 'written') return { kind: 'echo' };
  if (isDeleted || changed === null) return { kind: 'changed' };
  // Another resource may be another role; which one it is only Tempo can say.
  if (!sameAssignee(original, changed) && changed.assignee.kind === 'resource') return { kind: 'changed' };
  const isOurs = [row.content, row.intended].some((content) => content !== null && saysTheSame(changed, content));
  if (!isOurs) return { kind: 'changed' };
  const isCrossed = original !== null && row.replaced !== null && saysTheSame(changed, row.content) && !saysTheSame(original, row.replaced) && !saysTheSame(original, row.content);
  return isCrossed ? { kind: 'overwritten', theirs: original } : { kind: 'echo' };
}

/** What a person had made of our entry. A role is told by its id alone, so it is taken for the one that the entry has. */
export function contentOf({ assignee, ...told }: ToldPlan, row: LedgerRow): PlanContent {
  if (assignee.kind === 'person') return { ...told, assignee };
  return { ...told, assignee: row.content.assignee.kind === 'role' ? row.content.assignee : { kind: 'role', role: roleIn(row.content) } };
}

const sameAssignee = (a: ToldPlan | null, b: ToldPlan): boolean =>
  a !== null && (a.assignee.kind === 'person' ? b.assignee.kind === 'person' && a.assignee.accountId === b.assignee.accountId : b.assignee.kind === 'resource' && a.assignee.id === b.assignee.id);

const saysTheSame = (told: ToldPlan, content: PlanContent): boolean =>
  (told.assignee.kind === 'person' ? content.assignee.kind === 'person' && content.assignee.accountId === told.assignee.accountId : content.assignee.kind === 'role') &&
  told.projectId === content.projectId &&
  told.from === content.from &&
  told.to === content.to &&
  told.minutesPerDay === content.minutesPerDay &&
  told.description === content.description;
