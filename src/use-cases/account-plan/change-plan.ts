import { completePlan, decidePlan, emptyPlan, hasTwins, missingOf, planLimits, submitPlan, tidyPlan, type PlanDraft, type PlanVerdict, type PlanVersion } from '../../domain/account-plan';
import type { ClientId } from '../../domain/ids';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { openClient, openClientToEdit } from '../clients/client-access';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { keptAs, newlyKept, planAt, plansOf } from './kept-plan';
import { readPlan } from './read-plan';

interface Named {
  readonly clientId: ClientId;
  readonly year: number;
}
interface Changing extends Named {
  readonly number: number;
  readonly revision: number;
}

/**
 * Begins the next version as a draft, from the last one; the first of a year from the last of the year before.
 * @throws UseCaseError `notFound`, `forbidden`, `conflict` while one is being written or waits, `tooLarge` after very many.
 */
export async function beginPlan(world: World, call: SiteCall, { clientId, year }: Named) {
  await openClientToEdit(world, clientId);
  const last = (await plansOf(world, clientId, year))[0]?.content;
  if (last?.state === 'draft' || last?.state === 'submitted') throw new UseCaseError('conflict');
  const number = (last?.number ?? 0) + 1;
  if (number > planLimits.versions) throw new UseCaseError('tooLarge');
  const plan = last?.plan ?? (await plansOf(world, clientId, year - 1)).find(({ content }) => content.state === 'validated')?.content.plan ?? emptyPlan;
  await refuseConflict('conflict', () => world.plans.save(newlyKept({ clientId, year, number, state: 'draft', plan }, world.clock.now())));
  await tell(world, call, clientId, 'plan.begun', year, number);
  return readPlan(world, call, { clientId, year });
}

/** @throws UseCaseError `notFound`, `forbidden`, `conflict`; `invalidRequest` when two lines have one id. */
export async function savePlan(world: World, call: SiteCall, { plan, ...named }: Changing & { readonly plan: PlanDraft }) {
  const draft = await openDraft(world, named);
  if (hasTwins(plan)) throw new UseCaseError('invalidRequest', { field: 'lines' });
  await keep(world, draft, { ...draft.content, plan: tidyPlan(plan) });
  return readPlan(world, call, named);
}

/** @throws UseCaseError as `savePlan` */
export async function discardPlan(world: World, call: SiteCall, named: Changing) {
  await openDraft(world, named);
  const { clientId, year, number, revision } = named;
  await refuseConflict('conflict', () => world.plans.remove(clientId, `${year}-${number}`, revision));
  await tell(world, call, clientId, 'plan.discarded', year, number);
  return readPlan(world, call, named);
}

/** Gives the draft to the head of sales; from now on it is never changed. @throws UseCaseError as `savePlan`, and `incomplete` with the first field that is missing. */
export async function submitPlanVersion(world: World, call: SiteCall, named: Changing) {
  const draft = await openDraft(world, named);
  const plan = completePlan(draft.content.plan);
  if (plan === undefined) throw new UseCaseError('incomplete', { field: missingOf(draft.content.plan)[0] ?? 'plan' });
  await keep(world, draft, submitPlan(draft.content, plan, await sign(world)));
  await tell(world, call, named.clientId, 'plan.submitted', named.year, named.number);
  return readPlan(world, call, named);
}

/**
 * As head of sales: validates the version, or returns it with a reason.
 * @throws UseCaseError `notFound`, `forbidden` for who is not head of sales or submitted it, `invalidRequest` for no reason, `conflict` when it no longer waits.
 */
export async function decidePlanVersion(world: World, call: SiteCall, { verdict, ...named }: Changing & { readonly verdict: PlanVerdict }) {
  const { mayValidate } = await openClient(world, named.clientId);
  if (!mayValidate) throw new UseCaseError('forbidden');
  const kept = await versionAt(world, named);
  const { content } = kept;
  if (content.state !== 'submitted') throw new UseCaseError('conflict');
  if (content.submitted.by.accountId === call.accountId) throw new UseCaseError('forbidden');
  if (verdict.kind === 'returned' && verdict.reason.trim() === '') throw new UseCaseError('invalidRequest', { field: 'reason' });
  await keep(world, kept, decidePlan(content, verdict, await sign(world)));
  await tell(world, call, named.clientId, `plan.${verdict.kind}`, named.year, named.number);
  return readPlan(world, call, named);
}

async function versionAt(world: World, { clientId, year, number, revision }: Changing): Promise<Filed<PlanVersion>> {
  const kept = await planAt(world, clientId, year, number);
  if (kept === undefined) throw new UseCaseError('notFound');
  if (kept.revision !== revision) throw new UseCaseError('conflict');
  return kept;
}

async function openDraft(world: World, named: Changing): Promise<Filed<PlanVersion> & { readonly content: Extract<PlanVersion, { readonly state: 'draft' }> }> {
  await openClientToEdit(world, named.clientId);
  const kept = await versionAt(world, named);
  const { content } = kept;
  if (content.state !== 'draft') throw new UseCaseError('conflict');
  return { ...kept, content };
}

const keep = (world: World, before: Filed<PlanVersion>, content: PlanVersion): Promise<void> => refuseConflict('conflict', () => world.plans.save(keptAs(before, content, world.clock.now())));

const sign = async ({ tracker, clock }: World) => ({ by: await tracker.me(), at: clock.now() });

const tell = ({ audit, clock }: World, { accountId }: SiteCall, clientId: ClientId, event: string, year: number, number: number): Promise<void> =>
  audit.append(`client:${clientId}`, [{ at: clock.now(), event, by: accountId, details: { year: String(year), version: String(number) } }]);
