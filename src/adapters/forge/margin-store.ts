import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { noAgreement, type ClientAgreement } from '../../domain/client-work';
import { defaultCostSettings, type CostSettings } from '../../domain/cost-settings';
import type { ClientId } from '../../domain/ids';
import { defaultMarginSettings, noRates, stateOf, unchecked, type CompanyRates, type MarginSettings, type ProjectMargin } from '../../domain/project-margin';
import { StoreConflict } from '../../ports/errors';
import type { MarginStore } from '../../ports/margin-store';
import { queryAll } from './query-all';
import { entityNames, keys, type MarginFiguresRecord, type ProjectMarginRecord } from './records';
import { RevisedState } from './revised-state';
import { conditionally, ensure } from './storage-error';

const entityName = entityNames.projectMargin;
const margins = kvs.entity<ProjectMarginRecord>(entityName);
const figures = kvs.entity<MarginFiguresRecord>(entityNames.marginFigures);

const standingRecord = ({ figures: _, ...standing }: ProjectMargin): ProjectMarginRecord => ({
  projectId: standing.projectId,
  revision: standing.revision,
  state: stateOf(standing),
  list: 'all',
  nextAt: standing.nextAt ?? '',
  content: standing,
});

const figuresRecord = ({ projectId, revision, figures }: ProjectMargin): MarginFiguresRecord => ({ projectId, revision, content: figures });

const settingsOf = (projectId: string) => new RevisedState<MarginSettings>(`margin:${projectId}`, defaultMarginSettings);
const costsState = () => new RevisedState<CostSettings>('costs', defaultCostSettings);
const agreementOf = (clientId: ClientId) => new RevisedState<ClientAgreement>(`agreement:${clientId}`, noAgreement);
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
    const [standing, details] = await Promise.all([marginStore.standing(projectId), figures.get(keys.marginFigures(projectId))]);
    return standing && { ...standing, figures: details?.content ?? null };
  },

  async standing(projectId) {
    return (await margins.get(projectId))?.content;
  },

  async standings() {
    return (await queryAll<ProjectMarginRecord>({ entity: entityName, index: 'by-next-look', partition: ['all'] })).map(({ content }) => content);
  },

  async save(margin) {
    // Conditions need a record to look at, so the first write makes one.
    if (margin.revision === 1) await marginStore.enrol(margin.projectId);
    const conditions = new Filter<ProjectMarginRecord>().and('revision', FilterConditions.equalTo(margin.revision - 1));
    await conditionally('project margin', () =>
      kvs
        .transact()
        .set(margin.projectId, standingRecord(margin), { entityName, conditions })
        .set(keys.marginFigures(margin.projectId), figuresRecord(margin), { entityName: entityNames.marginFigures })
        .execute(),
    );
  },

  async enrol(projectId) {
    await ensure(() => margins.set(projectId, standingRecord(unchecked(projectId)), { keyPolicy: 'FAIL_IF_EXISTS' }));
  },

  async due(instant, most) {
    const records = await queryAll<ProjectMarginRecord>({ entity: entityName, index: 'by-next-look', partition: ['all'], upTo: instant }, most);
    // The rest of them is not kept in memory: there may be thousands.
    return records.map(({ content: { projectId, checkedAt, nextAt } }) => ({ projectId, checkedAt, nextAt }));
  },

  settings: (projectId) => settingsOf(projectId).read(),
  saveSettings: (projectId, settings) => replace('margin settings', settingsOf(projectId), settings),
  costs: () => costsState().read(),
  saveCosts: (settings) => replace('costs', costsState(), settings),
  agreement: (clientId) => agreementOf(clientId).read(),
  saveAgreement: (clientId, agreement) => replace('agreement', agreementOf(clientId), agreement),
  rates: () => ratesState().read(),
  saveRates: (rates) => replace('rates', ratesState(), rates),
};
