import type { DealId, PlanId, ProjectId } from '../../domain/ids';
import { sameContent, type DesiredEntry, type LedgerRow, type PlanContent } from '../../domain/plan-entry';
import type { SyncStep } from '../../domain/sync-plan';
import { OutsideError, type World } from '../../ports';

export type Note = (event: string, details: Readonly<Record<string, string>>) => void;
type WrittenRow = Extract<LedgerRow, { state: 'written' }>;

interface Owner {
  readonly dealId: DealId;
  readonly projectId: ProjectId;
}

/**
 * Carries out the steps one after another. Each leaves ledger and Tempo so that, wherever the process dies,
 * the next sync knows what was done: the row is claimed before a plan is created, and an intention kept before it is changed.
 * An entry that Tempo refuses (a person who is gone, say) does not keep the others from being written.
 * @throws the first refusal, once the other steps are done; anything else at once.
 */
export async function applySteps({ planner, ledger }: Pick<World, 'planner' | 'ledger'>, owner: Owner, steps: readonly SyncStep[], note: Note): Promise<void> {
  let refusal: OutsideError | undefined;
  for (const step of steps) {
    try {
      await apply(step);
    } catch (error) {
      if (!(error instanceof OutsideError) || error.failure !== 'rejected') throw error;
      note('entry.refused', { tag: tagOfStep(step), detail: error.detail });
      refusal ??= error;
    }
  }
  if (refusal !== undefined) throw refusal;

  async function apply(step: SyncStep): Promise<void> {
    switch (step.kind) {
      case 'create':
        return create(step.desired, step.row);
      case 'adopt':
        note('entry.adopted', { tag: step.row.tag, plan: step.row.planId });
        return ledger.save(step.row);
      case 'relabel':
        return ledger.save({ ...step.row, firmness: step.desired.firmness });
      case 'update':
        await change(step.row, step.desired.content, step.desired.asksForApproval);
        note('entry.updated', { tag: step.row.tag, plan: step.row.planId });
        return ledger.save(written(step.row, step.row.planId, step.desired.firmness, step.desired.content));
      case 'end':
        await change(step.row, step.content, false);
        note('entry.ended', { tag: step.row.tag, plan: step.row.planId, on: step.content.to });
        return ledger.save(released(step.row, step.row.planId, step.content));
      case 'delete':
        // As if it were not created yet: after a crash the plan is known by its tag, or its absence is nobody's doing but ours.
        await ledger.save(claimed(step.row, step.row.firmness, step.row.content));
        await planner.remove(step.row.planId);
        note('entry.deleted', { tag: step.row.tag, plan: step.row.planId });
        return ledger.save(released(step.row, null, step.row.content));
      case 'forget':
        note('entry.forgotten', { tag: step.row.tag });
        return ledger.save(released(step.row, null, step.row.content));
    }
  }

  async function create(desired: DesiredEntry, row: LedgerRow | undefined): Promise<void> {
    const claim = claimed({ tag: desired.tag, lineId: desired.lineId, ...owner }, desired.firmness, desired.content);
    if (row === undefined) await ledger.claim(claim);
    // A plan that is found by its tag later is known as ours by what its claim says.
    else if (row.state !== 'claimed' || !sameContent(row.content, claim.content)) await ledger.save(claim);
    const planId = await planner.create(desired.content, { asksForApproval: desired.asksForApproval });
    note('entry.created', { tag: desired.tag, plan: planId, firmness: desired.firmness });
    await ledger.save(written(claim, planId, desired.firmness, desired.content));
  }

  async function change(row: WrittenRow, content: PlanContent, asksForApproval: boolean): Promise<void> {
    await ledger.save({ ...row, intended: content });
    await planner.update(row.planId, content, { asksForApproval });
  }
}

const tagOfStep = (step: SyncStep): string => (step.kind === 'create' ? step.desired.tag : step.row.tag);

type Key = Pick<LedgerRow, 'tag' | 'dealId' | 'projectId' | 'lineId'>;

const claimed = ({ tag, dealId, projectId, lineId }: Key, firmness: WrittenRow['firmness'], content: PlanContent): LedgerRow => ({
  tag,
  dealId,
  projectId,
  lineId,
  state: 'claimed',
  firmness,
  content,
});

const written = ({ tag, dealId, projectId, lineId }: Key, planId: PlanId, firmness: WrittenRow['firmness'], content: PlanContent): WrittenRow => ({
  tag,
  dealId,
  projectId,
  lineId,
  state: 'written',
  planId,
  firmness,
  content,
  intended: null,
  accepted: null,
});

const released = ({ tag, dealId, projectId, lineId }: Key, planId: PlanId | null, content: PlanContent): LedgerRow => ({
  tag,
  dealId,
  projectId,
  lineId,
  state: 'released',
  planId,
  content,
});
