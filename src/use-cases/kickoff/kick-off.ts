import { stageOf } from '../../domain/deal';
import { canBeSettled, owesKickoff, type Kickoff } from '../../domain/kickoff';
import { kickoffText, type KickoffFacts } from '../../domain/kickoff-text';
import type { AccountId, ProjectId } from '../../domain/ids';
import type { LinkedDeal } from '../../domain/linked-deal';
import { everyHolder, rolesOf } from '../../domain/contact-structure';
import { contactLine } from '../../domain/contact-words';
import type { Language } from '../../domain/person';
import { NotConnected, OutsideError, StoreConflict } from '../../ports/errors';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';
import { seeProject } from '../contacts/see-people';
import { UseCaseError } from '../use-case-error';

type Filing = Filed<Kickoff>;

/** There is one kick-off a project. */
const id = 'kickoff';

export const kickoffOf = ({ kickoffs }: Pick<World, 'kickoffs'>, projectId: ProjectId): Promise<Filing | undefined> => kickoffs.one(projectId, id);

/**
 * Creates the project's kick-off, once: whoever comes second, or again, finds the first one's. Where Jira did not answer, the
 * issue is looked for by its token before another is made.
 * @returns how it stands now.
 */
export async function kickOff(world: World, { projectId, deal }: LinkedDeal, by: AccountId | 'reconcile'): Promise<Kickoff | undefined> {
  const before = await kickoffOf(world, projectId);
  if (before?.content.state === 'created') return before.content;
  const now = world.clock.now();
  const unsettled = before?.content.state === 'claimed' ? before.content : undefined;
  if (unsettled !== undefined && !canBeSettled(unsettled, now)) return unsettled;
  const token = unsettled?.token ?? world.ids.next();
  const claimed: Kickoff = { state: 'claimed', dealId: deal.id, token, at: now };
  const filed: Filing = { owner: projectId, id, list: 'claimed', at: now, revision: (before?.revision ?? 0) + 1, content: claimed };
  try {
    await world.kickoffs.save(filed);
  } catch (error) {
    // Somebody else is at it.
    if (error instanceof StoreConflict) return (await kickoffOf(world, projectId))?.content;
    throw error;
  }
  return settle(world, projectId, filed, await attempt(world, projectId, deal, token, unsettled !== undefined), by);
}

async function attempt(world: World, projectId: ProjectId, deal: LinkedDeal['deal'], token: string, wasAsked: boolean): Promise<Kickoff | undefined> {
  const at = world.clock.now();
  try {
    const found = wasAsked ? await world.kickoffIssues.find(projectId, token) : undefined;
    const issue = found ?? (await world.kickoffIssues.create({ projectId, token, ...(await textFor(world, projectId, deal)) }));
    return { state: 'created', dealId: deal.id, at, ...issue };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    // It may have been created: it is looked for before it is tried again.
    if (error.failure === 'unavailable' || error.failure === 'unexpectedAnswer' || wasAsked) return undefined;
    return { state: 'failed', dealId: deal.id, at, failure: error.failure };
  }
}

async function settle(world: World, projectId: ProjectId, filed: Filing, outcome: Kickoff | undefined, by: AccountId | 'reconcile'): Promise<Kickoff> {
  if (outcome === undefined) return filed.content;
  await world.kickoffs.save({ ...filed, list: outcome.state, at: outcome.at, revision: filed.revision + 1, content: outcome });
  const details = outcome.state === 'created' ? { issue: outcome.issueKey } : outcome.state === 'failed' ? { code: outcome.failure } : {};
  await world.audit.append(`project:${projectId}`, [{ at: outcome.at, event: `kickoff.${outcome.state}`, by, details }]);
  return outcome;
}

async function textFor(world: World, projectId: ProjectId, deal: LinkedDeal['deal']) {
  const [settings, company, project, current] = await Promise.all([
    world.kickoffSettings.read('company'),
    world.settings.company(),
    world.tracker.project(projectId),
    world.guidelines.current(projectId),
  ]);
  const facts: KickoffFacts = {
    project: project?.name ?? projectId,
    deal: deal.name,
    client: deal.client?.name ?? null,
    guidelines: current === undefined ? null : { version: current.version, content: current.guidelines },
    contacts: await contactLines(world, projectId, company.language),
  };
  return kickoffText(settings, facts, company.language);
}

/** Names are read as the issue is written, and kept nowhere but in it; a kick-off does without them where Salesforce does not answer. */
async function contactLines(world: World, projectId: ProjectId, language: Language): Promise<readonly string[] | null> {
  try {
    const { seen, people } = await seeProject(world, projectId);
    const { roles } = people.merged;
    return everyHolder(roles).flatMap((contactId) => {
      const contact = seen.contacts.get(contactId);
      return contact === undefined ? [] : [contactLine({ roles: rolesOf(roles, contactId), name: contact.name, title: contact.title }, language)];
    });
  } catch (error) {
    if (error instanceof OutsideError || error instanceof NotConnected) return null;
    throw error;
  }
}

/** Creates the kick-off of a deal that was won while it was linked, unless the company does without; what fails is logged and tried again later. */
export async function kickOffWhereOwed(world: World, link: LinkedDeal): Promise<void> {
  try {
    const mapping = await world.settings.mapping();
    if (!owesKickoff(link, mapping) || !(await world.kickoffSettings.read('company')).isOn) return;
    await kickOff(world, link, 'reconcile');
  } catch (error) {
    world.log.error('kickoff.failed', world.ids.next(), error);
  }
}

/** More than one run comes to. */
const mostInRun = 100;

/** Settles what Jira did not answer. @returns how many kick-offs were looked at. */
export async function settleKickoffs(world: World): Promise<number> {
  const unsettled = await world.kickoffs.inList('claimed', mostInRun);
  for (const { content } of unsettled) {
    const link = await world.dealStore.link(content.dealId);
    if (link === undefined) continue;
    try {
      await kickOff(world, link, 'reconcile');
    } catch (error) {
      world.log.error('kickoff.failed', world.ids.next(), error);
    }
  }
  return unsettled.length;
}

/** The deal that a kick-off is about: the first of the project that was won. @throws UseCaseError `notFound` when none was. */
export async function wonDeal(world: World, projectId: ProjectId): Promise<LinkedDeal> {
  const [deals, mapping] = await Promise.all([world.dealStore.ofProject(projectId), world.settings.mapping()]);
  const won = deals.find(({ deal }) => stageOf(deal, mapping) === 'won');
  if (won === undefined) throw new UseCaseError('notFound', { field: 'deal' });
  return won;
}
