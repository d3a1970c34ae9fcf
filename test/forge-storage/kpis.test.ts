import { kpiStore } from '../../src/adapters/forge/kpi-store';
import { accountId, clientId, projectId, total } from '../../src/domain/fixture/values';
import { emptyPart, ownerOfProject, type KpiPart } from '../../src/domain/kpi/part';
import type { Period } from '../../src/domain/kpi/quarter';
import { emptyRollup, withParts, type KpiRollup } from '../../src/domain/kpi/rollup';
import { countMeasures, moneyMeasures, ofCount, ofMoney, sumOfSums } from '../../src/domain/kpi/sums';
import { StoreConflict } from '../../src/ports/errors';
import { quarter } from '../kpi/kpi-facts';
import { openStorage, type InProcessStorage } from './kvs-in-process';

let storage: InProcessStorage;
beforeEach(() => {
  storage = openStorage();
});
afterEach(() => storage.close());

const anna = accountId('557058:anna');
const now = quarter('2026-Q1');

const part = (n: number, changes: Partial<KpiPart> = {}): KpiPart => ({
  ...emptyPart({ owner: clientId(n), client: { id: clientId(n), name: `Client ${n}` }, period: now, manager: anna }),
  revision: 1,
  sums: ofMoney('PLN', 'revenue', total('10.00')),
  ...changes,
});

/** What a change does: the roll-up as it is kept, with the parts in the place of those before them. */
async function put(before: readonly KpiPart[], after: readonly KpiPart[], period: Period = now): Promise<void> {
  await kpiStore.save(withParts(await kpiStore.rollup(period), before, after), after);
}

it('keeps a part and what it adds to together, and one of two that began from the same', async () => {
  expect(await kpiStore.rollup(now)).toEqual(emptyRollup(now));
  await put([], [part(1)]);
  expect(await kpiStore.partsOf(clientId(1))).toEqual([part(1)]);
  const rollup = await kpiStore.rollup(now);
  const change = async (n: number): Promise<string> => {
    try {
      const next = part(1, { revision: 2, sums: ofCount('won', n) });
      await kpiStore.save(withParts(rollup, [part(1)], [next]), [next]);
      return 'kept';
    } catch (error) {
      if (error instanceof StoreConflict) return 'conflict';
      throw error;
    }
  };
  expect([await change(1), await change(2)]).toEqual(['kept', 'conflict']);
  expect((await kpiStore.rollup(now)).managers).toEqual([{ manager: anna, sums: ofCount('won', 1) }]);
});

it('keeps nothing of a change whose part was changed meanwhile', async () => {
  await put([], [part(1), part(2)]);
  await put([part(1)], [part(1, { revision: 2, sums: ofCount('won') })]);
  // Somebody who read the part before that, and the roll-up after it.
  await expect(put([part(1)], [part(1, { revision: 2, sums: ofCount('won', 7) })])).rejects.toBeInstanceOf(StoreConflict);
  // And somebody who found no part yet where there is one.
  await expect(put([], [part(2)])).rejects.toBeInstanceOf(StoreConflict);
  expect((await kpiStore.rollup(now)).managers[0]?.sums).toEqual(sumOfSums([ofCount('won'), ofMoney('PLN', 'revenue', total('10.00'))]));
});

it('drops a part that holds nothing, and begins it again', async () => {
  await put([], [part(1)]);
  await put([part(1)], [part(1, { revision: 2, sums: { money: {}, counts: {} } })]);
  expect(await kpiStore.partsOf(clientId(1))).toEqual([]);
  expect((await kpiStore.rollup(now)).managers).toEqual([]);
  await put([], [part(1)]);
  expect((await kpiStore.rollup(now)).managers).toHaveLength(1);
});

it('gives parts by account manager and page by page, also those of nobody and of a project', async () => {
  for (let n = 1; n <= 7; n += 1) await put([], [part(n)]);
  await put([], [part(8, { manager: null }), part(9, { owner: ownerOfProject(projectId('10001')), client: null })]);
  const first = await kpiStore.partsIn(now, anna, 5, null);
  const second = await kpiStore.partsIn(now, anna, 5, first.at(-1)?.owner ?? null);
  expect([...first, ...second].map(({ owner }) => owner)).toEqual([...[1, 2, 3, 4, 5, 6, 7].map(clientId), 'project-10001']);
  expect((await kpiStore.partsIn(now, null, 5, null)).map(({ owner }) => owner)).toEqual([clientId(8)]);
});

it('gives the quarters of a screen in one request, whatever has no date among them', async () => {
  for (const period of [quarter('2023-Q4'), quarter('2024-Q1'), now, quarter('2026-Q3'), 'undated'] as const) await put([], [part(1, { period })], period);
  storage.operations.length = 0;
  expect((await kpiStore.rollupsFrom(quarter('2024-Q1'))).map(({ period }) => period)).toEqual(['2024-Q1', '2026-Q1', '2026-Q3', 'undated']);
  expect(storage.operations).toHaveLength(1);
});

it('has room for a hundred and fifty account managers with everything there is, in two currencies', async () => {
  const everything = sumOfSums([
    ...moneyMeasures.flatMap((measure) => [ofMoney('PLN', measure, total('12345678.90')), ofMoney('EUR', measure, total('12345678.90'))]),
    ...countMeasures.map((measure) => ofCount(measure, 100)),
  ]);
  const rollup: KpiRollup = { ...emptyRollup(now), revision: 1, managers: Array.from({ length: 150 }, (_, n) => ({ manager: accountId(`557058:12345678-1234-1234-1234-${String(n).padStart(12, '0')}`), sums: everything })) };
  const bytes = Buffer.byteLength(JSON.stringify({ file: '', list: '', at: now, revision: 1, content: rollup }));
  expect(bytes).toBeLessThan(240 * 1024);
  await kpiStore.save(rollup, []);
  expect((await kpiStore.rollup(now)).managers).toHaveLength(150);
});
