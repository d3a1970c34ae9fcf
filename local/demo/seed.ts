import type { Site } from '../site';
import { seedJira } from './seed-jira';
import { seedSalesforce } from './seed-salesforce';
import { seedTempo } from './seed-tempo';

/** Fills each stand-in that is empty. A day's data set is always the same. */
export function seedStandIns({ jira, salesforce, tempo, permissionKey }: Site, today: string): void {
  if (jira.store.people.all().length === 0) seedJira(jira, permissionKey, today);
  if (salesforce.store.stages.all().length === 0) seedSalesforce(salesforce, today);
  if (tempo.store.people.all().length === 0) seedTempo(tempo, today);
}
