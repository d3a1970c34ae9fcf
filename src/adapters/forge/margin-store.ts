import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { defaultMarginSettings, noRates, stateOf, unchecked, type CompanyRates, type MarginSettings, type ProjectMargin } from '../../domain/project-margin';
import { StoreConflict } from '../../ports/errors';
import type { MarginStore } from '../../ports/margin-store';
import { queryAll } from './query-all';
import { entityNames, type ProjectMarginRecord } from './records';
import { RevisedState } from './revised-state';
import { conditionally, ensure } from './storage-error';

const entityName = entityNames.projectMargin;
const margins = kvs.entity<ProjectMarginRecord>(entityName);

const recordOf = (margin: ProjectMargin): ProjectMarginRecord => ({
  projectId: margin.projectId,
  revision: margin.revision,
  state: stateOf(margin),
  list: 'all',
  checkedAt: margin.checkedAt ?? '',
  content: margin,
});

const settingsOf = (projectId: string) => new RevisedState<MarginSettings>(`margin:${projectId}`, defaultMarginSettings);
const ratesState = () => new RevisedState<CompanyRates>('rates', noRates);

/** Puts the next revision in the place of the one before it, and of no other. */
async function replace<Content extends { readonly revision: number }>(what: string, state: RevisedState<Content>, next: Content): Promise<void> {
  await state.change((now) => {
    if (now.revision !== next.revision - 1) throw new StoreConflict(what);
    return next;
  });
}

export const marginStore: MarginStore = {
  async margin(projectId) {
    return (await margins.get(projectId))?.content;
  },

  async save(margin) {
    // Conditions need a record to look at, so the first write makes one.
    if (margin.revision === 1) await marginStore.enrol(margin.projectId);
    const conditions = new Filter<ProjectMarginRecord>().and('revision', FilterConditions.equalTo(margin.revision - 1));
    await conditionally('project margin', () => kvs.transact().set(margin.projectId, recordOf(margin), { entityName, conditions }).execute());
  },

  async enrol(projectId) {
    await ensure(() => margins.set(projectId, recordOf(unchecked(projectId)), { keyPolicy: 'FAIL_IF_EXISTS' }));
  },

  async due(before, most) {
    const records = await queryAll<ProjectMarginRecord>({ entity: entityName, index: 'by-check', partition: ['all'], upTo: before }, most);
    return records.map(({ content }) => content);
  },

  settings: (projectId) => settingsOf(projectId).read(),
  saveSettings: (projectId, settings) => replace('margin settings', settingsOf(projectId), settings),
  rates: () => ratesState().read(),
  saveRates: (rates) => replace('rates', ratesState(), rates),
};
