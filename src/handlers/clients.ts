import { secondsBetween } from '../domain/calendar';
import type { World } from '../ports/world';
import { draftDueReports } from '../use-cases/reports/draft-report';
import { settleReports } from '../use-cases/reports/store-report';
import { settleKickoffs } from '../use-cases/kickoff/kick-off';
import { lookAfterRows } from '../use-cases/today/look-after-rows';
import { lookAfterClients } from '../use-cases/clients/look-after-clients';

/** Forge gives the function 900 seconds; one client takes a few calls to Salesforce. */
const longest = 840;
/** What is left of it is for the rows of lists, which take no call to Salesforce. */
const forClients = 600;

/**
 * Every hour: kick-offs that Jira and reports that Salesforce did not answer, drafts of reports that are due, the clients that were
 * not looked at for a day, and what lists show of whatever changed.
 */
export const createClients = (createWorld: () => World) => async (): Promise<void> => {
  const world = createWorld();
  await settleKickoffs(world);
  const begun = world.clock.now();
  const within = (seconds: number) => (): boolean => secondsBetween(begun, world.clock.now()) < seconds;
  if ((await world.settings.salesforce()) !== undefined) await lookAtClients(world, within(forClients));
  const made = await lookAfterRows(world, within(longest));
  if (made > 0) world.log.info('portfolio.made', { rows: String(made) });
};

async function lookAtClients(world: World, goesOn: () => boolean): Promise<void> {
  const drafted = await draftDueReports(world, goesOn);
  if (drafted > 0) world.log.info('reports.drafted', { clients: String(drafted) });
  await settleReports(world);
  const looked = await lookAfterClients(world, goesOn);
  if (looked > 0) world.log.info('clients.looked', { clients: String(looked) });
}
