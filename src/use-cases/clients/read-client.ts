import { stageOf } from '../../domain/deal';
import { clientMargins } from '../../domain/margin-portfolio';
import type { ClientId, ProjectId } from '../../domain/ids';
import { clientsOf } from '../../domain/linked-deal';
import type { Language } from '../../domain/person';
import type { World } from '../../ports/world';
import type { ProjectCall, SiteCall } from '../call';
import { seesMargin } from '../permission';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { openClient, openClientToEdit } from './client-access';
import { recordsAt } from './records-at';

/** A client's file: its deals, projects and settings. @throws UseCaseError `notFound` */
export async function readClient(world: World, _call: SiteCall, { clientId }: { readonly clientId: ClientId }) {
  const { client, deals, projects, mayEdit, mayValidate } = await openClient(world, clientId);
  const [mapping, settings, company, standing, records, money, tracked] = await Promise.all([
    world.settings.mapping(),
    world.clients.settings.read(clientId),
    world.settings.company(),
    world.clients.standing(clientId),
    recordsAt(world),
    moneyOf(world, projects),
    Promise.all(projects.map(async (projectId) => ({ projectId, project: await world.tracker.project(projectId) }))),
  ]);
  const managerId = standing?.managerId ?? null;
  const [manager] = managerId === null ? [] : await world.tracker.people([managerId]);
  return {
    client,
    manager: manager ?? null,
    mayEdit,
    mayValidate,
    recordsAt: records,
    settings: { revision: settings.revision, language: settings.language, companyLanguage: company.language },
    deals: deals.map(({ projectId, deal: { id, name, stageName, amount, closeDate, probability }, deal }) => ({
      id, name, projectId, stage: stageOf(deal, mapping) ?? null, stageName, amount, closeDate, probability,
    })),
    money,
    projects: tracked.map(({ projectId, project }) => ({ projectId, project: project === undefined ? null : { key: project.key, name: project.name } })),
  };
}

/** What the client's projects come to in each currency, of those whose costs the caller may see. */
async function moneyOf({ margin, tracker }: World, projects: readonly ProjectId[]) {
  const sees = await tracker.projectsWithAny(seesMargin, projects);
  const standings = await Promise.all(projects.filter((projectId) => sees.has(projectId)).map((projectId) => margin.standing(projectId)));
  return clientMargins(standings.flatMap((standing) => standing ?? [])).map(({ client: _, ...line }) => line);
}

/** @throws UseCaseError `notFound`, `forbidden`, `conflict` */
export async function setClientLanguage(world: World, call: SiteCall, { clientId, revision, language }: { readonly clientId: ClientId; readonly revision: number; readonly language: Language | null }) {
  await openClientToEdit(world, clientId);
  if ((await world.clients.settings.read(clientId)).revision !== revision) throw new UseCaseError('conflict');
  await refuseConflict('conflict', () => world.clients.settings.save(clientId, { revision: revision + 1, language }));
  await world.audit.append(`client:${clientId}`, [{ at: world.clock.now(), event: 'client.languageSet', by: call.accountId, details: { language: language ?? '' } }]);
  return readClient(world, call, { clientId });
}

/** The clients of the project of the context whose file the caller may see. */
export async function readProjectClients(world: World, { projectId }: ProjectCall) {
  return { clients: clientsOf(await world.dealStore.ofProject(projectId)) };
}
