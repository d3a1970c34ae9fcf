import { createFiledRecords } from '../../src/adapters/forge/filed-records';
import { openStorage, type InProcessStorage } from './kvs-in-process';

/** Lists that are read from a day on, over the real @forge/kvs. */

let storage: InProcessStorage;
beforeEach(() => {
  storage = openStorage();
});
afterEach(() => storage.close());

it('reads of a list what stands from a day on, the oldest first, and no other list’s', async () => {
  const staffing = createFiledRecords<string>('staffing');
  const filed = (owner: string, list: string, at: string) => staffing.save({ owner, id: 'staffing', list, at, revision: 1, content: owner });
  await filed('1', 'a', '2026-05-01');
  await filed('2', 'a', '2026-03-02');
  await filed('3', 'a', '2026-03-01');
  await filed('4', 'a', '');
  await filed('5', 'b', '2026-05-01');
  const found = async (most = 10) => (await staffing.inListFrom('a', '2026-03-02', most)).map(({ content }) => content);
  expect(await found()).toEqual(['2', '1']);
  expect(await found(1)).toEqual(['2']);
});

it('goes through every page of a list', async () => {
  const staffing = createFiledRecords<number>('staffing');
  for (let at = 0; at < 205; at += 1) await staffing.save({ owner: String(at), id: 'staffing', list: 'a', at: '2026-05-01', revision: 1, content: at });
  expect(await staffing.inListFrom('a', '2026-03-02', 5_000)).toHaveLength(205);
});
