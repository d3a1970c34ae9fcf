import { secondsBetween } from '../domain/calendar';
import type { World } from '../ports/world';
import { draftDueReports } from '../use-cases/reports/draft-report';
import { settleReports } from '../use-cases/reports/store-report';
import { settleKickoffs } from '../use-cases/kickoff/kick-off';
import { lookAfterClients } from '../use-cases/clients/look-after-clients';

/** Forge gives the function 900 seconds; one client takes a few calls to Salesforce. */
const longest = 800;

/** Every hour: kick-offs that Jira and reports that Salesforce did not answer, drafts of reports that are due, and the clients that were not looked at for a day. */
export const createClients = (createWorld: () => World) => async (): Promise<void> => {
  const world = createWorld();
  await settleKickoffs(world);
  if ((await world.settings.salesforce()) === undefined) return;
  const begun = world.clock.now();
  const drafted = await draftDueReports(world, () => secondsBetween(begun, world.clock.now()) < longest);
  if (drafted > 0) world.log.info('reports.drafted', { clients: String(drafted) });
  await settleReports(world);
  const looked = await lookAfterClients(world, () => secondsBetween(begun, world.clock.now()) < longest);
  if (looked > 0) world.log.info('clients.looked', { clients: String(looked) });
};
