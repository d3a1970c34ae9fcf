import { addDays } from './calendar';
import type { PlanId, Tag } from './ids';
import { findTag, sameContent, type ActualPlan, type DesiredEntry, type LedgerRow, type PlanContent } from './plan-entry';
import type { PlainDate } from './plain-date';

type WrittenRow = Extract<LedgerRow, { state: 'written' }>;

/** One step that brings Tempo and the ledger to what is desired. */
export type SyncStep =
  /** No plan yet: claim the tag, create the plan, complete the row. */
  | { readonly kind: 'create'; readonly desired: DesiredEntry; readonly row: LedgerRow | undefined }
  /** The plan exists but the row does not know it: the process died between the two. */
  | { readonly kind: 'adopt'; readonly desired: DesiredEntry | undefined; readonly row: LedgerRow; readonly plan: ActualPlan }
  | { readonly kind: 'update'; readonly desired: DesiredEntry; readonly row: WrittenRow }
  /** The firmness changed but the plan already says what it should. */
  | { readonly kind: 'relabel'; readonly desired: DesiredEntry; readonly row: WrittenRow }
  /** Released while under way: what was worked stays, the rest goes. */
  | { readonly kind: 'end'; readonly row: WrittenRow; readonly content: PlanContent }
  /** Released before it began. */
  | { readonly kind: 'delete'; readonly row: WrittenRow }
  /** Claimed but never created, and no longer wanted. */
  | { readonly kind: 'forget'; readonly row: LedgerRow };

/** A person's change to an entry of ours. It blocks our writes to that entry until the AM chooses. */
export interface Drift {
  readonly row: WrittenRow;
  /** What a person made of it; null when they deleted it. */
  readonly theirs: PlanContent | null;
  /** What deal and guidelines want now; null when nothing. */
  readonly ours: PlanContent | null;
}

export interface SyncPlan {
  readonly steps: readonly SyncStep[];
  readonly drift: readonly Drift[];
}

/**
 * The difference between what is desired, what the ledger knows and what Tempo holds.
 * @param actual every plan in Tempo that the ledger names or that carries one of our tags; plans of others are ignored.
 */
export function planSync(
  desired: readonly DesiredEntry[],
  ledger: readonly LedgerRow[],
  actual: readonly ActualPlan[],
  today: PlainDate,
): SyncPlan {
  const steps: SyncStep[] = [];
  const drift: Drift[] = [];
  const rows = new Map(ledger.map((row) => [row.tag, row]));
  const wanted = new Map(desired.map((entry) => [entry.tag, entry]));
  const ours = actual.filter((plan) => !plan.isSyncedFromIssue);
  const plansById = new Map<PlanId, ActualPlan>(ours.map((plan) => [plan.id, plan]));
  const plansByTag = new Map<Tag, ActualPlan>();
  for (const plan of ours) {
    const tag = findTag(plan.content.description);
    if (tag !== undefined) plansByTag.set(tag, plan);
  }

  for (const entry of desired) {
    const row = rows.get(entry.tag);
    if (row?.state === 'written') considerWritten(row, entry);
    else if (row?.state === 'claimed') steps.push(settle(row, entry, plansByTag.get(row.tag)));
    else if (row?.state === 'released' && row.planId !== null && plansById.has(row.planId)) considerWritten(revived(row, row.planId, entry), entry);
    else steps.push({ kind: 'create', desired: entry, row });
  }
  for (const row of ledger) {
    if (wanted.has(row.tag) || row.state === 'released') continue;
    if (row.state === 'claimed') {
      const plan = plansByTag.get(row.tag);
      steps.push(plan ? { kind: 'adopt', desired: undefined, row, plan } : { kind: 'forget', row });
    } else considerRelease(row);
  }
  return { steps, drift };

  function considerWritten(row: WrittenRow, entry: DesiredEntry): void {
    const plan = plansById.get(row.planId) ?? plansByTag.get(row.tag);
    const ourDoing = plan !== undefined && isOurDoing(plan, row);
    if (row.accepted !== null && sameContent(row.accepted.insteadOf, entry.content) && (ourDoing || (row.accepted.deleted && plan === undefined))) return;
    if (!ourDoing) {
      if (plan !== undefined && sameContent(plan.content, entry.content)) steps.push({ kind: 'adopt', desired: entry, row, plan });
      else drift.push({ row, theirs: plan?.content ?? null, ours: entry.content });
      return;
    }
    if (!sameContent(plan.content, entry.content)) steps.push({ kind: 'update', desired: entry, row });
    else if (!sameContent(row.content, entry.content) || row.intended !== null || row.accepted !== null) steps.push({ kind: 'adopt', desired: entry, row, plan });
    else if (row.firmness !== entry.firmness) steps.push({ kind: 'relabel', desired: entry, row });
  }

  function considerRelease(row: WrittenRow): void {
    const plan = plansById.get(row.planId) ?? plansByTag.get(row.tag);
    // What is wholly past is history: it stays, and nobody needs to decide anything about it.
    if ((plan?.content.to ?? row.content.to) < today) return;
    if (plan === undefined) steps.push({ kind: 'forget', row });
    else if (isOurDoing(plan, row)) steps.push(releaseStep(row, plan.content, today));
    else drift.push({ row, theirs: plan.content, ours: null });
  }
}

/** An entry that was ended while under way and is wanted again: the same plan grows back, so that no past day is planned twice. */
const revived = (row: Extract<LedgerRow, { state: 'released' }>, planId: PlanId, { firmness }: DesiredEntry): WrittenRow => ({
  ...row,
  state: 'written',
  planId,
  firmness,
  intended: null,
  accepted: null,
});

const settle = (row: LedgerRow, entry: DesiredEntry, found: ActualPlan | undefined): SyncStep =>
  found === undefined ? { kind: 'create', desired: entry, row } : { kind: 'adopt', desired: entry, row, plan: found };

/** Whether the plan says what we last wrote or were about to write. */
const isOurDoing = (plan: ActualPlan, row: WrittenRow): boolean =>
  sameContent(plan.content, row.content) || (row.intended !== null && sameContent(plan.content, row.intended));

function releaseStep(row: WrittenRow, content: PlanContent, today: PlainDate): SyncStep {
  if (content.from >= today) return { kind: 'delete', row };
  return { kind: 'end', row, content: { ...content, to: addDays(today, -1) } };
}
