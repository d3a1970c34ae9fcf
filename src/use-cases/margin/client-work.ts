import { accountWork, type DayOfWork } from '../../domain/account-work';
import { budgetHoursIn, withBudget } from '../../domain/client-work';
import type { Client } from '../../domain/deal';
import type { AccountId, ClientId, ProjectId } from '../../domain/ids';
import { isPlainDate, type PlainDate } from '../../domain/plain-date';
import { plannedDays } from '../../domain/planned-work';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { companyDay } from '../company-day';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { visibleStandings } from './read-portfolio';

interface Asked {
  readonly clientId: ClientId;
  readonly year: number;
  /** Null stands for the caller. */
  readonly managerId: AccountId | null;
}

/**
 * An account manager's hours for a client in a year, planned and logged in the client's projects, beside what was agreed.
 * @throws UseCaseError `notFound` when the caller sees no project of the client's; what Tempo's ports throw.
 */
export async function readClientWork(world: World, { accountId }: SiteCall, { clientId, year, managerId }: Asked) {
  const { client, projects } = await clientsProjects(world, clientId);
  const manager = managerId ?? accountId;
  const [first, last] = [dayOf(`${year}-01-01`), dayOf(`${year}-12-31`)];
  const today = await companyDay(world);
  const [agreement, ...work] = await Promise.all([world.margin.agreement(clientId), ...projects.map((projectId) => workIn(world, projectId, manager, first, last, today))]);
  return {
    client,
    projects: projects.length,
    managerId: manager,
    revision: agreement.revision,
    work: accountWork({ manager, year, budgetHours: budgetHoursIn(agreement, year), logged: work.flatMap(({ logged }) => logged), planned: work.flatMap(({ planned }) => planned) }),
  };
}

/** @throws UseCaseError `notFound` when the caller sees no project of the client's, `forbidden` when they set guidelines in none, `conflict` when somebody else changed it meanwhile. */
export async function setClientBudget(world: World, call: SiteCall, { clientId, year, revision, budgetHours }: { readonly clientId: ClientId; readonly year: number; readonly revision: number; readonly budgetHours: number | null }) {
  const { projects } = await clientsProjects(world, clientId);
  const manages = await world.tracker.projectsWithAny(['setGuidelines'], projects);
  if (manages.size === 0) throw new UseCaseError('forbidden');
  const before = await world.margin.agreement(clientId);
  if (before.revision !== revision) throw new UseCaseError('conflict');
  await refuseConflict('conflict', () => world.margin.saveAgreement(clientId, withBudget(before, year, budgetHours)));
  await world.audit.append(`client:${clientId}`, [{ at: world.clock.now(), event: 'client.budgetSet', by: call.accountId, details: { year: String(year), hours: budgetHours === null ? '' : String(budgetHours) } }]);
  return readClientWork(world, call, { clientId, year, managerId: null });
}

async function clientsProjects(world: World, clientId: ClientId): Promise<{ readonly client: Client; readonly projects: readonly ProjectId[] }> {
  const standings = (await visibleStandings(world)).filter(({ clients }) => clients.some(({ id }) => id === clientId));
  const client = standings.flatMap(({ clients }) => clients).find(({ id }) => id === clientId);
  if (client === undefined) throw new UseCaseError('notFound');
  return { client, projects: standings.map(({ projectId }) => projectId) };
}

async function workIn({ worklogs, planner }: World, projectId: ProjectId, manager: AccountId, first: PlainDate, last: PlainDate, today: PlainDate): Promise<{ readonly logged: readonly DayOfWork[]; readonly planned: readonly DayOfWork[] }> {
  const [logged, plans] = await Promise.all([
    // Nobody has logged what is still to come.
    first > today ? [] : worklogs.ofProject(projectId, first, last < today ? last : today),
    planner.plansOfProject(projectId, first, last),
  ]);
  return { logged: logged.filter(({ author }) => author === manager), planned: plannedDays(plans, first, last, manager) };
}

function dayOf(text: string): PlainDate {
  if (!isPlainDate(text)) throw new UseCaseError('invalidRequest', { field: 'year' });
  return text;
}
