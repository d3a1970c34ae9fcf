import type { Site } from '../site';
import { seedJira } from './seed-jira';
import { seedSalesforce } from './seed-salesforce';
import { seedTempo } from './seed-tempo';

const tempoMark = 'demo-tempo-seeded';

/**
 * Fills each stand-in that is empty. A day's data set is always the same.
 * @param today plain date; what was seeded on an earlier day keeps its dates.
 */
export function seedStandIns({ jira, salesforce, tempo, permissionKey }: Pick<Site, 'jira' | 'salesforce' | 'tempo' | 'permissionKey'>, today: string): void {
  const marks = jira.store.settings;
  if (jira.store.people.all().length === 0) {
    // Filling Tempo is no single transaction, so this tells whether it came to its end; noted first, lest a start break off between.
    marks.set(tempoMark, today);
    seedJira(jira, permissionKey, today);
  }
  if (salesforce.store.stages.all().length === 0) seedSalesforce(salesforce, today);
  const tempoDay = marks.get(tempoMark);
  if (tempoDay !== undefined && tempoDay !== 'done') {
    const { issues } = jira.store;
    seedTempo(
      tempo,
      tempoDay,
      (key) => issues.find(key)?.id ?? '',
      (projectId) => issues.ofProject(projectId, { startAt: 0, maxResults: 1_000 }).values.map(({ id }) => id),
    );
    marks.set(tempoMark, 'done');
  }
}
