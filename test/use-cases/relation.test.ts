import { addDays, dayAt } from '../../src/domain/calendar';
import { lineId } from '../../src/domain/fixture/values';
import { monthOf } from '../../src/domain/month';
import type { PlainDate } from '../../src/domain/plain-date';
import { relationLimits, type RelationFact } from '../../src/domain/relation';
import { lookAtClient } from '../../src/use-cases/clients/look-at-client';
import { changeRelation, fileRelation, removeRelation } from '../../src/use-cases/relation/change-relation';
import { readRelation } from '../../src/use-cases/relation/read-relation';
import { gatherFacts } from '../../src/use-cases/reports/gather-facts';
import { openClient } from '../../src/use-cases/clients/client-access';
import { trail, type MemoryWorld } from '../world/memory-world';
import { caller, client, openLinkedClient } from './linked-client';

let memory: MemoryWorld;
let today: PlainDate;
beforeEach(async () => {
  memory = await openLinkedClient();
  today = dayAt(memory.clock.now(), 'Europe/Warsaw');
});
const clientId = client.id;
const file = (id: string, fact: RelationFact, who: 'accountManager' | 'headOfSales' | 'stranger' = 'accountManager') => fileRelation(...caller(memory, who), { clientId, id: lineId(id), fact });
const change = (id: string, revision: number, fact: RelationFact) => changeRelation(...caller(memory, 'accountManager'), { clientId, id: lineId(id), revision, fact });
const read = () => readRelation(...caller(memory, 'accountManager'), { clientId });
const meeting = (days = 0, text = 'Roadmap'): RelationFact => ({ kind: 'meeting', on: addDays(today, -days), text });
const need = (days: number): Extract<RelationFact, { kind: 'need' }> => ({ kind: 'need', on: addDays(today, -days), text: 'A faster search', answer: null });
const events = () => trail(memory).filter(({ event }) => event.startsWith('relation.')).map(({ event }) => event);

it('files, answers, changes and removes, the newest first, and keeps who did it but not what was said', async () => {
  await file('meeting1', meeting(3));
  expect(await file('need1', need(20))).toMatchObject({ mayEdit: true, standing: { lastContactOn: addDays(today, -3), openNeeds: 1 }, alarms: [{ kind: 'needOpen', days: 20 }] });
  expect(await memory.as().relation.inList('open', 9)).toHaveLength(1);
  const answered = await change('need1', 1, { ...need(20), answer: { on: today, text: ' An index\n' } });
  expect(answered).toMatchObject({ standing: { lastContactOn: today, openNeeds: 0 }, alarms: [], entries: [{ id: 'meeting1' }, { id: 'need1', revision: 2, fact: { answer: { text: 'An index' } } }] });
  expect(await memory.as().relation.inList('open', 9)).toEqual([]);
  await change('meeting1', 1, meeting(3, 'The roadmap of spring'));
  await removeRelation(...caller(memory, 'accountManager'), { clientId, id: lineId('meeting1'), revision: 2 });
  expect((await read()).entries.map(({ id }) => id)).toEqual(['need1']);
  expect(events()).toEqual(['filed', 'filed', 'answered', 'changed', 'removed'].map((what) => `relation.${what}`));
  expect(JSON.stringify(trail(memory))).not.toMatch(/roadmap|search|index/iu);
});

it('shows what was written down last first within a day', async () => {
  for (const id of ['bbbb', 'aaaa', 'cccc']) {
    await file(id, meeting());
    memory.clock.advance(1);
  }
  expect((await read()).entries.map(({ id }) => id)).toEqual(['cccc', 'aaaa', 'bbbb']);
});

it('files nothing twice when an answer was lost, and nothing over what somebody else filed', async () => {
  await file('entry1', meeting());
  expect((await file('entry1', meeting())).entries).toHaveLength(1);
  await expect(file('entry1', meeting(1))).rejects.toMatchObject({ code: 'conflict' });
  expect(events()).toEqual(['relation.filed']);
});

it('changes nothing that somebody else changed meanwhile', async () => {
  await file('entry1', meeting());
  const ends = await Promise.allSettled([change('entry1', 1, meeting(1)), change('entry1', 1, meeting(2))]);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(removeRelation(...caller(memory, 'accountManager'), { clientId, id: lineId('entry1'), revision: 1 })).rejects.toMatchObject({ code: 'conflict' });
  await expect(change('entry9', 1, meeting())).rejects.toMatchObject({ code: 'notFound' });
});

it.each([
  ['textMissing', '\u0000'],
  ['tooLong', 'x'.repeat(501)],
])('refuses with %s, and files nothing', async (field, text) => {
  await expect(file('entry1', meeting(0, text))).rejects.toMatchObject({ code: 'invalidRequest', about: { field } });
  expect((await read()).entries).toEqual([]);
});

it('lets the head of sales read and not write, and tells a stranger of nothing', async () => {
  await file('entry1', meeting());
  expect(await readRelation(...caller(memory, 'headOfSales'), { clientId })).toMatchObject({ mayEdit: false, entries: [{ id: 'entry1' }] });
  await expect(file('entry2', meeting(), 'headOfSales')).rejects.toMatchObject({ code: 'forbidden' });
  for (const who of ['stranger', 'productOwner', 'administrator'] as const) await expect(readRelation(...caller(memory, who), { clientId })).rejects.toMatchObject({ code: 'notFound' });
  await expect(file('entry2', meeting(), 'stranger')).rejects.toMatchObject({ code: 'notFound' });
});

it('has lists of clients know at once, and the daily look say the same', async () => {
  expect((await lookAtClient(memory.as(), clientId)).relation).toMatchObject({ lastContactOn: null, openNeeds: 0 });
  await file('need1', need(5));
  const standing = await memory.as().clients.standing(clientId);
  expect(standing).toMatchObject({ client, relation: { lastContactOn: addDays(today, -5), openNeeds: 1, oldestNeedOn: addDays(today, -5) } });
  expect((await lookAtClient(memory.as(), clientId)).relation).toEqual(standing?.relation);
});

it('shows the newest of very many, and says that there are more', async () => {
  const { relation, clock } = memory.as();
  for (let n = 0; n <= relationLimits.entries; n += 1) {
    await relation.save({ owner: clientId, id: `n${n}`, list: 'filed', at: addDays(today, -n), revision: 1, content: { fact: meeting(n), filedBy: caller(memory, 'accountManager')[1].accountId, filedAt: clock.now() } });
  }
  const log = await read();
  expect([log.entries.length, log.hasMore, log.entries[0]?.id]).toEqual([relationLimits.entries, true, 'n0']);
});

it('goes into the month-end report: the month’s entries from the oldest on, and what waits', async () => {
  await file('entry1', meeting(0, '# Not a heading\n- nor a list'));
  memory.clock.advance(1);
  await file('entry2', { kind: 'satisfaction', on: today, score: { scale: 'five', value: 4 }, text: 'Fast' });
  memory.clock.advance(1);
  await file('entry3', need(0));
  await file('entry4', meeting(70));
  const world = memory.as();
  const { relation } = await gatherFacts(world, await openClient(caller(memory, 'accountManager')[0], clientId), monthOf(today));
  expect(relation).toEqual({ kind: 'known', value: { openNeeds: 1, entries: { leftOut: 0, items: [
    { on: today, kind: 'meeting', text: '# Not a heading - nor a list' },
    { on: today, kind: 'satisfaction', text: '4/5 – Fast' },
    { on: today, kind: 'need', text: 'A faster search' },
  ] } } });
});
