import { addDays } from './calendar';
import type { PlanId, Tag } from './ids';
import { dealOfTag, findTag, sameContent, type ActualPlan, type DesiredEntry, type Firmness, type LedgerRow, type PlanContent } from './plan-entry';
import type { PlainDate } from './plain-date';

type WrittenRow = Extract<LedgerRow, { state: 'written' }>;

/** One step that brings Tempo and the ledger to what is desired. */
export type SyncStep =
  /** No plan yet: claim the tag, create the plan, complete the row. */
  | { readonly kind: 'create'; readonly desired: DesiredEntry; readonly row: LedgerRow | undefined }
  /** The plan exists but the row says something else of it, as after the process died between the two: keep the row as it should be. */
  | { readonly kind: 'adopt'; readonly row: WrittenRow }
  | { readonly kind: 'update'; readonly desired: DesiredEntry; readonly row: WrittenRow }
  /** A person's change that ours went over was taken after all: it is written again, and stands. */
  | { readonly kind: 'restore'; readonly row: WrittenRow; readonly content: PlanContent }
  /** The firmness changed but the plan already says what it should. */
  | { readonly kind: 'relabel'; readonly desired: DesiredEntry; readonly row: WrittenRow }
  /** Released while under way: what was worked stays, the rest goes. */
  | { readonly kind: 'end'; readonly row: WrittenRow; readonly content: PlanContent }
  /** It was ended, and the process died before the row said so. */
  | { readonly kind: 'noteEnd'; readonly row: WrittenRow; readonly content: PlanContent }
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
    // Of two with one tag, as when a person copied one, the older is ours.
    const known = tag === undefined ? undefined : plansByTag.get(tag);
    if (tag !== undefined && (known === undefined || Number(plan.id) < Number(known.id))) plansByTag.set(tag, plan);
  }

  for (const entry of desired) {
    const row = rows.get(entry.tag);
    const standing = row === undefined ? unknownRow(entry) : standingRow(row, entry.firmness);
    if (standing !== undefined) considerWritten(standing, entry);
    else steps.push({ kind: 'create', desired: entry, row });
  }
  for (const row of ledger) {
    if (wanted.has(row.tag) || row.state === 'released') continue;
    const standing = standingRow(row, row.firmness);
    if (standing !== undefined) considerRelease(standing);
    else steps.push({ kind: 'forget', row });
  }
  return { steps, drift };

  /**
   * The row as it should stand by what Tempo holds, or undefined when there is no plan of it and none is missed.
   * What is decided of an entry, now or by a person later, is decided of this row, so it is kept first.
   */
  function standingRow(row: LedgerRow, firmness: Firmness): WrittenRow | undefined {
    const plan = findPlan(row);
    if (row.state === 'written' && (plan === undefined || plan.id === row.planId)) return row;
    if (plan === undefined) return undefined;
    const { tag, dealId, projectId, lineId, content } = row;
    const known = row.state === 'written' ? row : { tag, dealId, projectId, lineId, content, firmness, intended: null, accepted: null, replaced: null };
    const standing: WrittenRow = { ...known, state: 'written', planId: plan.id };
    steps.push({ kind: 'adopt', row: standing });
    return standing;
  }

  /** The row of a plan that carries our tag and that the ledger does not know: made by an installation whose ledger is gone. */
  function unknownRow({ tag, lineId, firmness, content: { projectId } }: DesiredEntry): WrittenRow | undefined {
    const plan = plansByTag.get(tag);
    if (plan === undefined) return undefined;
    const row: WrittenRow = {
      tag, dealId: dealOfTag(tag), projectId, lineId, state: 'written', planId: plan.id, content: plan.content, firmness, intended: null, accepted: null, replaced: null,
    };
    steps.push({ kind: 'adopt', row });
    return row;
  }

  function findPlan(row: LedgerRow): ActualPlan | undefined {
    const known = row.state === 'claimed' || row.planId === null ? undefined : plansById.get(row.planId);
    return known ?? plansByTag.get(row.tag);
  }

  function considerWritten(row: WrittenRow, entry: DesiredEntry): void {
    const plan = findPlan(row);
    const ourDoing = plan !== undefined && isOurDoing(plan, row);
    if (row.accepted !== null && sameContent(row.accepted.insteadOf, entry.content) && (ourDoing || (row.accepted.deleted && plan === undefined))) {
      // Ours stands there still, and theirs is to take its place.
      if (row.intended !== null && plan !== undefined && sameContent(plan.content, row.accepted.insteadOf)) steps.push({ kind: 'restore', row, content: row.intended });
      return;
    }
    const settled: WrittenRow = { ...row, firmness: entry.firmness, content: entry.content, intended: null, accepted: null };
    if (plan === undefined || !(ourDoing || sameContent(plan.content, entry.content))) {
      drift.push({ row, theirs: plan?.content ?? null, ours: entry.content });
    } else if (!sameContent(plan.content, entry.content)) steps.push({ kind: 'update', desired: entry, row: seen(row, plan) });
    else if (!sameContent(row.content, entry.content) || row.intended !== null || row.accepted !== null) steps.push({ kind: 'adopt', row: settled });
    else if (row.firmness !== entry.firmness) steps.push({ kind: 'relabel', desired: entry, row });
  }

  function considerRelease(row: WrittenRow): void {
    const plan = findPlan(row);
    if (plan !== undefined && row.intended !== null && sameContent(plan.content, row.intended) && plan.content.to < today) {
      steps.push({ kind: 'noteEnd', row, content: plan.content });
      return;
    }
    // What is wholly past is history: it stays, and nobody needs to decide anything about it.
    if ((plan?.content.to ?? row.content.to) < today) return;
    if (plan === undefined) steps.push({ kind: 'forget', row });
    else if (isOurDoing(plan, row)) steps.push(releaseStep(seen(row, plan), plan.content, today));
    else drift.push({ row, theirs: plan.content, ours: null });
  }
}

/** People's changes that ours went over, as far as ours still stands there and something is to be chosen. */
export function crossedDrift(crossed: readonly { readonly tag: Tag; readonly theirs: PlanContent }[], { steps, drift }: SyncPlan, ledger: readonly LedgerRow[]): readonly Drift[] {
  const busy = new Set([...drift.map(({ row }) => row.tag), ...steps.map((step) => (step.kind === 'create' ? step.desired.tag : step.row.tag))]);
  return crossed.flatMap(({ tag, theirs }): readonly Drift[] => {
    const row = ledger.find((one) => one.tag === tag);
    return row?.state === 'written' && row.accepted === null && !busy.has(tag) && !sameContent(row.content, theirs) ? [{ row, theirs, ours: row.content }] : [];
  });
}

/** How many of Tempo's plans the steps create, change, and take back by deleting or ending them. */
export function writesOf(steps: readonly SyncStep[]): { readonly created: number; readonly changed: number; readonly released: number } {
  const count = (...kinds: readonly SyncStep['kind'][]): number => steps.filter(({ kind }) => kinds.includes(kind)).length;
  return { created: count('create'), changed: count('update', 'restore'), released: count('delete', 'end') };
}

/** Whether the plan says what we last wrote or were about to write. */
const isOurDoing = ({ content }: ActualPlan, row: WrittenRow): boolean =>
  sameContent(content, row.content) || (row.intended !== null && sameContent(content, row.intended));

/** The row with what Tempo was seen to hold: an earlier intention that was carried out must not be lost when the next one takes its place. */
const seen = (row: WrittenRow, { content }: ActualPlan): WrittenRow => ({ ...row, content });

function releaseStep(row: WrittenRow, content: PlanContent, today: PlainDate): SyncStep {
  if (content.from >= today) return { kind: 'delete', row };
  return { kind: 'end', row, content: { ...content, to: addDays(today, -1) } };
}
