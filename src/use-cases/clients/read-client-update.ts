import { dayAt } from '../../domain/calendar';
import { offeredFacts, periodProblem, usualPeriod, type CompanyDays, type UpdatePeriod } from '../../domain/client-update';
import { deliverableId } from '../../domain/deliverable';
import type { ClientId, ProjectId } from '../../domain/ids';
import type { Instant, PlainDate } from '../../domain/plain-date';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { UseCaseError } from '../use-case-error';
import { agreedChanges } from './agreed-changes';
import { openClient } from './client-access';

/** Decisions of one project whose deliverables are looked through. */
const mostDecisions = 300;

interface Asked {
  readonly clientId: ClientId;
  /** Null is the month up to today. */
  readonly period: UpdatePeriod | null;
}

/**
 * What the client can be told of a period, project by project; nothing else of them is answered.
 * @throws UseCaseError `notFound`; `invalidRequest` for a period that is none, is not over, or is longer than a year.
 */
export async function readClientUpdate(world: World, _call: SiteCall, { clientId, period: asked }: Asked) {
  const { client, projects } = await openClient(world, clientId);
  const [{ timeZone, language: companyLanguage }, { language }] = await Promise.all([world.settings.company(), world.clients.settings.read(clientId)]);
  const dayOf = (at: Instant): PlainDate => dayAt(at, timeZone);
  const today = dayOf(world.clock.now());
  const period = asked ?? usualPeriod(today);
  if (periodProblem(period, today) !== undefined) throw new UseCaseError('invalidRequest', { field: 'period' });
  const offered = await Promise.all(projects.map((projectId) => offerOf(world, projectId, clientId, period, { today, dayOf })));
  return { client, today, period, language: language ?? companyLanguage, projects: offered.flat().sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)) };
}

async function offerOf(world: World, projectId: ProjectId, clientId: ClientId, period: UpdatePeriod, days: CompanyDays) {
  const [project, current, decided, changes, deals] = await Promise.all([
    world.tracker.project(projectId),
    world.guidelines.current(projectId),
    world.gate.decisions(projectId, mostDecisions),
    agreedChanges(world, projectId),
    world.dealStore.ofProject(projectId),
  ]);
  // A project that is gone has no name by which a client would know it.
  if (project === undefined) return [];
  const standings = await world.gate.standings([...new Set(decided.map(({ review }) => deliverableId(review.deliverable)))]);
  const { items, leftOut } = offeredFacts({ guidelines: current?.guidelines, standings, changes }, period, days);
  return [
    {
      projectId,
      name: project.name,
      /** Deals of other clients are linked to it too, so what it says may be theirs. */
      isShared: deals.some(({ deal }) => deal.client !== null && deal.client.id !== clientId),
      facts: items,
      leftOut,
    },
  ];
}
