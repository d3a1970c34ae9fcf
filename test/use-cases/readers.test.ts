import { accountId, issueId, person } from '../../src/domain/fixture/values';
import { acknowledgeGuidelines } from '../../src/use-cases/guidelines/acknowledge-guidelines';
import { readReaders, remindReaders } from '../../src/use-cases/guidelines/readers';
import { readToday } from '../../src/use-cases/today/read-today';
import { lookAfterRows } from '../../src/use-cases/today/look-after-rows';
import { company, openCompany, trail, type MemoryWorld } from '../world/memory-world';
import { bareIssue } from '../world/memory-jira';
import { asOwner } from './gate-steps';
import { asManager, publish } from './planned-project';

const { project, productOwner, accountManager } = company;
const olga = person('olga', 'Olga Fijał');

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openCompany();
  memory.jira.addPerson(olga, { browse: [project] });
  const issue = (number: number, assignee: typeof olga.accountId | null, status: 'inProgress' | 'done' = 'inProgress') => {
    const id = issueId(String(21_000 + number));
    memory.jira.issues.set(id, { ...bareIssue, id, key: `ALFA-${number}`, summary: `Work ${number}`, projectId: project, assignee, status });
  };
  issue(11, productOwner);
  issue(12, olga.accountId);
  issue(13, accountManager);
  issue(14, company.stranger, 'done');
  await publish(memory, []);
});
const manager = () => memory.as(accountManager);
const readers = () => readReaders(manager(), asManager);
const remind = (accountIds: readonly (typeof productOwner)[], { version = 1, note = '' } = {}) => remindReaders(manager(), asManager, { version, accountIds, note });
const comments = () => memory.bulletins.comments.map(({ issueId: id, mentions }) => [id, ...mentions]);
const kinds = async () => (await readToday(manager(), asManager, { whose: 'mine', kind: 'project', after: null })).items.map(({ what }) => what.kind);
const days = async (count: number): Promise<void> => {
  memory.clock.advanceDays(count);
  await lookAfterRows(manager(), () => true);
};

it('lists who works in the project and has not read the version, with their issue, but not who wrote it', async () => {
  expect(await readers()).toMatchObject({ version: 1, reminded: null, readers: [{ person: { accountId: productOwner }, issue: { key: 'ALFA-11' }, remindedAt: null }, { person: olga, issue: { key: 'ALFA-12' } }], hasMore: false });
  await acknowledgeGuidelines(memory.as(productOwner), asOwner, { version: 1 });
  expect((await readers()).readers.map(({ person: one }) => one.accountId)).toEqual([olga.accountId]);
  await publish(memory, [], 'Another goal');
  expect((await readers()).readers).toHaveLength(2);
});

it('mentions each beside the work that they do, once a day, and the item rests until it was not read again', async () => {
  await days(4);
  expect(await kinds()).toEqual(['guidelinesUnread']);
  expect(await remind([productOwner, olga.accountId], { note: '  The deadline has moved ' })).toMatchObject({ reminded: [{ accountId: productOwner }, olga] });
  expect(comments()).toEqual([[issueId('21011'), productOwner], [issueId('21012'), olga.accountId]]);
  expect(memory.bulletins.comments[0]?.lines).toContain('„The deadline has moved”');
  expect(await kinds()).toEqual([]);
  expect(await readers()).toMatchObject({ reminded: { at: memory.clock.now(), by: { accountId: accountManager } }, readers: [{ remindedAt: memory.clock.now() }, { remindedAt: memory.clock.now() }] });
  expect(trail(memory).at(-1)).toMatchObject({ event: 'guidelines.reminded', by: accountManager, details: { version: '1', people: `${productOwner} ${olga.accountId}` } });

  const { writes } = memory.storage;
  expect(await remind([productOwner])).toEqual({ reminded: [] });
  expect(memory.storage.writes).toBe(writes);
  await days(2);
  expect(await kinds()).toEqual([]);
  await days(1);
  expect(await kinds()).toEqual(['guidelinesUnread']);
  expect((await remind([productOwner])).reminded).toHaveLength(1);
  expect(memory.bulletins.comments).toHaveLength(3);
});

it('leaves out who has read it meanwhile, has no work there, or is nobody, and writes nothing for them', async () => {
  await acknowledgeGuidelines(memory.as(productOwner), asOwner, { version: 1 });
  const { writes } = memory.storage;
  expect(await remind([productOwner, company.stranger, accountManager, accountId('nobody')])).toEqual({ reminded: [] });
  expect([memory.storage.writes, comments()]).toEqual([writes, []]);
});

it('refuses for another version than the current one, and where there are no guidelines', async () => {
  await publish(memory, [], 'Another goal');
  await expect(remind([productOwner])).rejects.toMatchObject({ code: 'conflict' });
  await expect(remind([productOwner], { version: 3 })).rejects.toMatchObject({ code: 'conflict' });
  const foreign = { ...asManager, projectId: company.otherProject };
  await expect(readReaders(manager(), foreign)).rejects.toMatchObject({ code: 'notFound' });
  await expect(remindReaders(manager(), foreign, { version: 1, accountIds: [productOwner], note: '' })).rejects.toMatchObject({ code: 'notFound' });
  expect(comments()).toEqual([]);
});

it('tells once where two press in the same moment', async () => {
  const pressed = await Promise.allSettled([remind([productOwner]), remind([productOwner])]);
  expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(comments()).toHaveLength(1);
});

it.each(['refused', 'closed'] as const)('does not count whom it could not tell on an issue that is %s, forgets nothing that was told before, and lets them be reminded again', async (how) => {
  await remind([productOwner]);
  const first = memory.clock.now();
  await days(2);
  memory.bulletins[how].add(issueId('21011'));
  expect(await remind([productOwner, olga.accountId])).toMatchObject({ reminded: [olga] });
  expect((await readers()).readers.map(({ remindedAt }) => remindedAt)).toEqual([first, memory.clock.now()]);
  await days(2);
  memory.bulletins[how].add(issueId('21012'));
  const before = memory.bulletins.comments.length;
  expect(await remind([productOwner, olga.accountId])).toEqual({ reminded: [] });
  expect(memory.bulletins.comments).toHaveLength(before);
  expect((await readers()).reminded?.at).not.toBe(memory.clock.now());
  expect(trail(memory).filter(({ event }) => event === 'guidelines.reminded')).toHaveLength(2);
  memory.bulletins[how].clear();
  expect(await remind([productOwner])).toMatchObject({ reminded: [{ accountId: productOwner }] });
});
