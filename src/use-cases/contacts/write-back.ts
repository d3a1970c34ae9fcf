import { addSeconds, secondsBetween } from '../../domain/calendar';
import { planContactRoles, rolesWithoutValue, stepKey, type ContactRoleStep } from '../../domain/contact-role-plan';
import type { ContactStructure, ProjectRole } from '../../domain/contact-structure';
import type { ProjectId } from '../../domain/ids';
import type { Instant } from '../../domain/plain-date';
import type { ContactRoleOutcome } from '../../ports/client-contacts';
import { NotConnected, OutsideError, StoreConflict, type OutsideFailure } from '../../ports/errors';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { readContacts } from './read-contacts';
import { itemsOf, seeProject } from './see-people';

/** No longer than this does an invocation write, and no shorter does a lost answer keep others from writing. */
const writingSeconds = 12;
const leaseSeconds = 60;

/**
 * What became of a step.
 * - `unsure`: the answer was lost and Salesforce does not show the change; it may still come.
 * - `notNeeded`: Salesforce is so already, or has changed so that the step is no longer due.
 * - `notTried`: something stopped the writing before.
 */
export type StepOutcome = ContactRoleOutcome | 'unsure' | 'notNeeded' | 'notTried';

interface Planned {
  readonly isPossible: boolean;
  readonly steps: readonly ContactRoleStep[];
  readonly withoutValue: readonly ProjectRole[];
}

/** What writing the project's contacts to Salesforce would do, step by step. */
export async function previewWriteBack(world: World, { projectId }: ProjectCall) {
  const [{ steps, isPossible, withoutValue }, { revision }] = [await plan(world, projectId), await world.contactStructures.read(projectId)];
  return { revision, isPossible, withoutValue, steps: steps.map((step) => ({ key: stepKey(step), step })) };
}

/**
 * Carries out those of the steps that were shown and are still due, and nothing else. One writes at a time, and each reads Salesforce
 * first, so that pressing again makes nothing twice.
 * @throws UseCaseError `conflict` when the structure changed since it was shown, or somebody is writing
 */
export async function writeBack(world: World, call: ProjectCall, { revision, keys }: { readonly revision: number; readonly keys: readonly string[] }) {
  const { projectId } = call;
  const kept = await world.contactStructures.read(projectId);
  const at = world.clock.now();
  if (kept.revision !== revision || kept.revision === 0 || isWriting(kept, at)) throw new UseCaseError('conflict');
  const claimed = { ...kept, revision: revision + 1, writingUntil: addSeconds(at, leaseSeconds) };
  await refuseConflict('conflict', () => world.contactStructures.save(projectId, claimed));
  let isSettled = true;
  try {
    const { steps } = await plan(world, projectId);
    const { outcomes, failure } = await carryOut(world, call, steps.filter((step) => keys.includes(stepKey(step))));
    isSettled = ![...outcomes.values()].includes('unsure');
    return { outcomes: keys.map((key) => ({ key, outcome: outcomes.get(key) ?? ('notNeeded' as const) })), failure };
  } finally {
    // What may still come has to come before anybody reads and writes again.
    if (isSettled) await letOthersWrite(world, projectId, claimed);
  }
}

const isWriting = ({ writingUntil }: ContactStructure, at: Instant): boolean => writingUntil !== null && writingUntil > at;

async function letOthersWrite({ contactStructures }: World, projectId: ProjectId, claimed: ContactStructure): Promise<void> {
  try {
    await contactStructures.save(projectId, { ...claimed, revision: claimed.revision + 1, writingUntil: null });
  } catch (error) {
    // Somebody saved meanwhile; the claim then ends by its time.
    if (!(error instanceof StoreConflict)) throw error;
  }
}

async function plan(world: World, projectId: ProjectId): Promise<Planned> {
  const [{ seen, people }, values] = await Promise.all([seeProject(world, projectId), world.contacts.roleValues()]);
  const { roles } = people.merged;
  if (!seen.hasContacts || !seen.hasContactRoles || values.kind === 'notThere') return { isPossible: false, steps: [], withoutValue: [] };
  const offered = itemsOf(values).map(({ value }) => value);
  const wanted = { roles, leftOut: people.kept.leftOut, deals: people.deals.map(({ deal }) => deal.id), contactRoles: people.contactRoles, exist: new Set(seen.contacts.keys()), values: offered };
  return { isPossible: true, steps: planContactRoles(wanted), withoutValue: rolesWithoutValue(roles, offered) };
}

interface CarriedOut {
  readonly outcomes: ReadonlyMap<string, StepOutcome>;
  /** Of Salesforce as a whole, where that stopped the writing. */
  readonly failure: OutsideFailure | null;
}

async function carryOut(world: World, call: ProjectCall, steps: readonly ContactRoleStep[]): Promise<CarriedOut> {
  const began = world.clock.now();
  const outcomes = new Map<string, StepOutcome>(steps.map((step) => [stepKey(step), 'notTried']));
  for (const step of steps) {
    if (secondsBetween(began, world.clock.now()) >= writingSeconds) break;
    try {
      const outcome = await write(world, step);
      outcomes.set(stepKey(step), outcome);
      if (outcome === 'done') await note(world, call, step);
      if (outcome === 'unsure') return { outcomes, failure: 'unavailable' };
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      return { outcomes, failure: error.failure };
    }
  }
  return { outcomes, failure: null };
}

/** @throws OutsideError when nothing was written. */
async function write(world: World, step: ContactRoleStep): Promise<StepOutcome> {
  try {
    return await send(world, step);
  } catch (error) {
    if (!(error instanceof OutsideError) || (error.failure !== 'unavailable' && error.failure !== 'unexpectedAnswer')) throw error;
    return (await isThere(world, step)) ? 'done' : 'unsure';
  }
}

function send({ contacts }: World, step: ContactRoleStep): Promise<ContactRoleOutcome> {
  switch (step.kind) {
    case 'create': {
      const { dealId, contactId, role, isPrimary } = step;
      return contacts.createRole({ dealId, contactId, role, isPrimary });
    }
    case 'change':
      return contacts.changeRole(step.id, step.to);
    case 'remove':
      return contacts.removeRole(step.id);
  }
}

/** Whether Salesforce shows what the step was to bring about; where it cannot be asked either, nobody knows. */
async function isThere({ contacts }: World, step: ContactRoleStep): Promise<boolean> {
  try {
    const roles = await contacts.rolesOf([step.dealId]);
    if (roles.kind === 'notThere') return false;
    switch (step.kind) {
      case 'create':
        return roles.items.some(({ contactId, role }) => contactId === step.contactId && role === step.role);
      case 'change':
        return roles.items.some(({ id, role, isPrimary }) => id === step.id && role === step.to.role && isPrimary === step.to.isPrimary);
      case 'remove':
        return roles.items.every(({ id }) => id !== step.id);
    }
  } catch (error) {
    if (error instanceof OutsideError) return false;
    throw error;
  }
}

const events = { create: 'contacts.roleCreated', change: 'contacts.roleChanged', remove: 'contacts.roleRemoved' } as const;

async function note({ audit, clock }: World, { projectId, accountId }: ProjectCall, step: ContactRoleStep): Promise<void> {
  const role = step.kind === 'change' ? step.to.role : step.role;
  const details = { deal: step.dealId, contact: step.contactId, ...(step.kind === 'create' ? {} : { contactRole: step.id }), role: role ?? '' };
  await audit.append(`project:${projectId}`, [{ at: clock.now(), event: events[step.kind], by: accountId, details }]);
}

/** Writes, and answers the structure as it then is beside what became of each step; null where it cannot be read any more. */
export async function writeBackAndRead(world: World, call: ProjectCall, request: Parameters<typeof writeBack>[2]) {
  const written = await writeBack(world, call, request);
  try {
    return { ...written, contacts: await readContacts(world, call) };
  } catch (error) {
    // What was written has to be told, whatever cannot be read.
    if (error instanceof OutsideError || error instanceof NotConnected) return { ...written, contacts: null };
    throw error;
  }
}
