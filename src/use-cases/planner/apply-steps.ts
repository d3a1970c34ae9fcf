import type { DealId, PlanId, ProjectId } from '../../domain/ids';
import { roleIn, sameContent, type DesiredEntry, type LedgerRow, type PlanContent } from '../../domain/plan-entry';
import type { SyncStep } from '../../domain/sync-plan';
import { OutsideError, type OutsideFailure } from '../../ports/errors';
import type { World } from '../../ports/world';
import type { Underway } from './underway';

type WrittenRow = Extract<LedgerRow, { state: 'written' }>;

/** Failures after which a write may have been carried out all the same; the next look at Tempo tells. */
const unsure: readonly OutsideFailure[] = ['unavailable', 'unexpectedAnswer'];

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
export async function applySteps({ planner, ledger }: Pick<World, 'planner' | 'ledger'>, owner: Owner, steps: readonly SyncStep[], { record, note }: Pick<Underway, 'record' | 'note'>): Promise<void> {
  let refusal: OutsideError | undefined;
  for (const step of steps) {
    try {
      await apply(step);
    } catch (error) {
      if (error instanceof OutsideError && unsure.includes(error.failure)) note('entry.unanswered', aboutStep(step));
      if (!(error instanceof OutsideError) || error.failure !== 'rejected') throw error;
      note('entry.refused', { ...aboutStep(step), detail: error.detail });
      refusal ??= error;
    }
  }
  if (refusal !== undefined) throw refusal;

  async function apply(step: SyncStep): Promise<void> {
    switch (step.kind) {
      case 'create':
        return create(step.desired, step.row);
      case 'adopt':
        return ledger.save(step.row, record('entry.adopted', { ...about(step.row), plan: step.row.planId }));
      case 'relabel':
        return ledger.save({ ...step.row, firmness: step.desired.firmness });
      case 'update': {
        const { content, firmness, asksForApproval } = step.desired;
        await change(step.row, content, asksForApproval);
        const next = written(step.row, step.row.planId, firmness, content, step.row.content);
        return ledger.save(next, record('entry.updated', { ...about(next), plan: step.row.planId, from: content.from, to: content.to }));
      }
      case 'restore': {
        await planner.update(step.row.planId, step.content, { asksForApproval: false });
        const next: WrittenRow = { ...step.row, content: step.content, intended: null, replaced: step.row.content };
        return ledger.save(next, record('entry.updated', { ...about(next), plan: step.row.planId, from: step.content.from, to: step.content.to }));
      }
      case 'end':
        await change(step.row, step.content, false);
        return noteEnd(step.row, step.content);
      case 'noteEnd':
        return noteEnd(step.row, step.content);
      case 'delete':
        // As if it were not created yet: after a crash the plan is known by its tag, or its absence is nobody's doing but ours.
        await ledger.save(claimed(step.row, step.row.firmness, step.row.content));
        await planner.remove(step.row.planId);
        return ledger.save(released(step.row, null, step.row.content), record('entry.deleted', { ...about(step.row), plan: step.row.planId }));
      case 'forget':
        return ledger.save(released(step.row, null, step.row.content), record('entry.forgotten', about(step.row)));
    }
  }

  function noteEnd(row: WrittenRow, content: PlanContent): Promise<void> {
    return ledger.save(released(row, row.planId, content), record('entry.ended', { ...about(row), plan: row.planId, on: content.to }));
  }

  async function create(desired: DesiredEntry, row: LedgerRow | undefined): Promise<void> {
    const { content, firmness, asksForApproval } = desired;
    const claim = claimed({ tag: desired.tag, lineId: desired.lineId, ...owner }, firmness, content);
    if (row === undefined) await ledger.claim(claim);
    // A plan that is found by its tag later is known as ours by what its claim says.
    else if (row.state !== 'claimed' || !sameContent(row.content, claim.content)) await ledger.save(claim);
    const planId = await planner.create(content, { asksForApproval });
    const details = { ...about(claim), plan: planId, firmness, from: content.from, to: content.to };
    await ledger.save(written(claim, planId, firmness, content, null), record('entry.created', details));
  }

  async function change(row: WrittenRow, content: PlanContent, asksForApproval: boolean): Promise<void> {
    await ledger.save({ ...row, intended: content });
    await planner.update(row.planId, content, { asksForApproval });
  }
}

const about = ({ tag, content }: Pick<LedgerRow, 'tag' | 'content'>) => ({ tag, role: roleIn(content) });
const aboutStep = (step: SyncStep) => about(step.kind === 'create' ? step.desired : step.row);

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

const written = ({ tag, dealId, projectId, lineId }: Key, planId: PlanId, firmness: WrittenRow['firmness'], content: PlanContent, replaced: PlanContent | null): WrittenRow => ({
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
  replaced,
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
