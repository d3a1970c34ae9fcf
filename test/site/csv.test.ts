import { join } from 'node:path';
import { importDeals } from '../../local/salesforce/import/import-deals';
import { linkDeal, searchDeals } from '../../src/contract/planner';
import { mapStages, readStages } from '../../src/contract/settings';
import { projects } from './small-company';
import { publish } from './small-guidelines';
import { startTestSite, untilSync, type TestSite } from './test-site';

jest.setTimeout(240_000);

const samples = join(__dirname, '..', '..', 'local', 'salesforce', 'import', 'samples');

let test: TestSite;

beforeAll(async () => {
  test = await startTestSite();
});
afterAll(() => test.close());

it('a deal of a CSV export is found, mapped, linked and planned', async () => {
  const spot = { project: projects.portal.key };
  const [iga, lena] = [test.as('iga'), test.as('lena')];
  await publish(test, 'portal');
  const report = await importDeals({ store: test.site.salesforce.store, path: join(samples, 'polish.csv') });
  expect(report).toMatchObject({ rejected: [] });

  const { deals } = await lena.ask(spot, searchDeals, { text: 'mierzeja' });
  const booking = deals.find(({ deal }) => deal.name === 'System rezerwacji')?.deal;
  expect(booking).toMatchObject({ client: { name: 'Hotele Mierzeja' }, amount: { amount: '1234.56', currency: 'PLN' }, closeDate: '2026-09-30', stage: null, stageName: 'W negocjacji' });
  await lena.ask(spot, linkDeal, { dealId: booking?.id });
  await expect(untilSync(test, 'portal', 'waiting')).resolves.toMatchObject({ sync: { for: 'stageMapping' } });
  expect(test.site.tempo.store.plans.search({})).toEqual([]);

  const { stages } = await iga.ask('settings', readStages);
  const mapping = Object.fromEntries(stages.map(({ stage, mappedTo, suggestion }) => [stage.apiName, mappedTo ?? suggestion]));
  expect(mapping).toMatchObject({ 'W negocjacji': 'negotiation', 'Wygrana wewnętrznie': 'internallyWon', Wygrana: 'won' });
  await iga.ask('settings', mapStages, { mapping });
  await untilSync(test, 'portal', 'inStep');
  const plans = test.site.tempo.store.plans.search({ projectIds: [projects.portal.id] });
  expect(plans.map(({ description }) => description)).toEqual([expect.stringMatching(/^Negocjacje \d+% · System rezerwacji · /u), expect.stringMatching(/^Negocjacje \d+% · System rezerwacji · /u)]);
});
