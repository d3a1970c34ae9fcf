import { startTempo, type TempoFixture } from './tempo-fixture';

let tempo: TempoFixture;
beforeEach(async () => {
  tempo = await startTempo();
});
afterEach(() => tempo.close());

const log = (day: string, projectId = '10001'): void => tempo.store.worklogs.add({ issueId: '20001', projectId, authorId: 'dev:piotr', day, seconds: 7200, billableSeconds: 3600, description: 'Koszyk' });
const path = '/4/worklogs/project/10001';

test('a project’s worklogs come by day, in the shape of Tempo’s, between two days', async () => {
  for (const day of ['2026-04-02', '2026-04-01', '2026-05-01']) log(day);
  log('2026-04-01', '10002');
  const answer = await tempo.call('GET', `${path}?from=2026-04-01&to=2026-04-30`);
  expect(answer.status).toBe(200);
  expect(answer.json).toMatchObject({
    metadata: { count: 2, offset: 0 },
    results: [
      { tempoWorklogId: 2, issue: { id: 20001 }, timeSpentSeconds: 7200, billableSeconds: 3600, startDate: '2026-04-01', author: { accountId: 'dev:piotr' }, description: 'Koszyk' },
      { tempoWorklogId: 1, startDate: '2026-04-02' },
    ],
  });
});

test('pages follow one another', async () => {
  for (let count = 0; count < 5; count += 1) log('2026-04-01');
  const first = await tempo.call('GET', `${path}?limit=3`);
  expect(first.json).toMatchObject({ metadata: { count: 3, next: expect.stringContaining('offset=3') } });
  const last = await tempo.call('GET', `${path}?limit=3&offset=3`);
  expect(last.json).toMatchObject({ metadata: { count: 2 }, results: [{ tempoWorklogId: 4 }, { tempoWorklogId: 5 }] });
  expect(last.text).not.toContain('"next"');
});

test.each([
  [404, '/4/worklogs/project/99'],
  [400, `${path}?from=soon`],
  [400, `${path}?limit=0`],
  [501, '/4/worklogs'],
])('answers %d for %s', async (status, asked) => expect((await tempo.call('GET', asked)).status).toBe(status));

test('a token without worklogs is refused', async () => {
  const { secret } = tempo.store.tokens.create({ name: 'narrow', ownerId: 'am-anna', scopes: ['plans:manage'] });
  expect((await tempo.call('GET', path, undefined, { authorization: `Bearer ${secret}` })).status).toBe(403);
});
