import { createHmac } from 'node:crypto';
import { day, planId } from '../../src/domain/fixture/values';
import type { LedgerRow, PlanContent } from '../../src/domain/plan-entry';
import { createTempoSignal } from '../../src/handlers/tempo-signal';
import type { World } from '../../src/ports/world';
import { clearOrders, deal, ledgerOf, openPlannedProject, sync } from '../use-cases/planned-project';
import { ordered, trail, type MemoryWorld } from '../world/memory-world';

const secrets = ['a'.repeat(128), 'b'.repeat(128)] as const;
const stranger = 'c'.repeat(128);
const timestamp = '1772442000000';

type Written = Extract<LedgerRow, { state: 'written' }>;

let memory: MemoryWorld;
/** Entries of ours that stand in Tempo: one of a person, one of a role. */
let ofPerson: Written;
let ofRole: Written;

beforeEach(async () => {
  memory = await openPlannedProject('Internally Won');
  await sync(memory);
  const { storage } = memory;
  secrets.forEach((secret, at) => storage.write(storage.planSignalSecrets.put(String(at), secret)));
  const written = (await ledgerOf(memory)).filter((row): row is Written => row.state === 'written');
  const [person, role] = [written.find(({ content }) => content.assignee.kind === 'person'), written.find(({ content }) => content.assignee.kind === 'role')];
  if (person === undefined || role === undefined) throw new Error('The test needs an entry of a person and one of a role.');
  [ofPerson, ofRole] = [person, role];
  clearOrders(memory);
});

const sign = (text: string, secret: string = secrets[0]): string => createHmac('sha256', secret).update(text).digest('hex');

/** A plan as it stands in an event. */
const told = (id: string, { assignee, projectId, from, to, minutesPerDay, description }: PlanContent, more: object = {}) => ({
  self: `https://api.tempo.io/4/plans/${id}`,
  id: Number(id),
  assignee: assignee.kind === 'person' ? { id: assignee.accountId, type: 'USER' } : { id: '7', type: 'GENERIC' },
  planItem: { id: projectId, type: 'PROJECT' },
  startDate: from,
  endDate: to,
  description,
  effortPersistenceType: 'SECONDS_PER_DAY',
  plannedSecondsPerDay: minutesPerDay * 60,
  ...more,
});
const updated = (row: Written, original: PlanContent, changed: PlanContent, eventId = 'event-1'): string =>
  JSON.stringify({ eventId, eventType: 'plan.updated', payload: { original: told(row.planId, original), changed: told(row.planId, changed) } });
const deleted = (row: Written, eventId = 'event-1'): string => JSON.stringify({ eventId, eventType: 'plan.deleted', payload: told(row.planId, row.content) });
const longer = (row: Written): PlanContent => ({ ...row.content, to: day('2026-12-31') });

interface Sent {
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly method: string;
  readonly world: World;
}

async function send(body: string, { headers = { 'Tempo-Signature': [sign(body + timestamp)], 'Tempo-Timestamp': [timestamp] }, method = 'POST', world = memory.as() }: Partial<Sent> = {}): Promise<number> {
  const answer = await createTempoSignal(() => world)({ method, path: '/x', userPath: '', queryParameters: {}, headers, body });
  expect(answer.body).toBe('');
  return answer.statusCode;
}

describe('the handshake', () => {
  const shake = (randomString: string | undefined) =>
    createTempoSignal(() => {
      throw new Error('A handshake needs no world.');
    })({ method: 'GET', path: '/x', userPath: '', queryParameters: randomString === undefined ? {} : { randomString: [randomString] }, headers: {} });

  it.each(['abc123', '0b9f2c0e-5a5d-4d6e-8f0a-111111111111', 'a.b_c:d+e/f=', 'x'.repeat(200)])('says %s back, as plain text', async (word) => {
    expect(await shake(word)).toEqual({ statusCode: 200, headers: { 'Content-Type': ['text/plain'], 'X-Content-Type-Options': ['nosniff'] }, body: word });
  });

  it.each([undefined, '', ' ', '<script>alert(1)</script>', 'a b', 'a"b', "a'b", 'a&b', 'a\nb', 'żółć', '%3Cscript%3E', 'x'.repeat(201)])('says nothing of %p', async (word) => {
    expect(await shake(word)).toMatchObject({ statusCode: 400, body: '' });
  });
});

describe('a signature', () => {
  it.each([0, 1])('may be of either subscription', async (at) => {
    const body = updated(ofPerson, ofPerson.content, longer(ofPerson));
    expect(await send(body, { headers: { 'tempo-signature': [sign(body + timestamp, secrets[at])], 'TEMPO-TIMESTAMP': [timestamp] } })).toBe(200);
    expect(ordered(memory)).toHaveLength(1);
  });

  const body = (): string => updated(ofPerson, ofPerson.content, longer(ofPerson));
  it.each<[string, () => Partial<Sent>]>([
    ['none', () => ({ headers: { 'Tempo-Timestamp': [timestamp] } })],
    ['no timestamp', () => ({ headers: { 'Tempo-Signature': [sign(body() + timestamp)] } })],
    ['of the body alone', () => ({ headers: { 'Tempo-Signature': [sign(body())], 'Tempo-Timestamp': [timestamp] } })],
    ['of another time', () => ({ headers: { 'Tempo-Signature': [sign(body() + timestamp)], 'Tempo-Timestamp': ['1772442000001'] } })],
    ['of the time ahead of the body', () => ({ headers: { 'Tempo-Signature': [sign(timestamp + body())], 'Tempo-Timestamp': [timestamp] } })],
    ['of another body', () => ({ headers: { 'Tempo-Signature': [sign(`${body()} ${timestamp}`)], 'Tempo-Timestamp': [timestamp] } })],
    ['by an unknown secret', () => ({ headers: { 'Tempo-Signature': [sign(body() + timestamp, stranger)], 'Tempo-Timestamp': [timestamp] } })],
    ['by an empty secret', () => ({ headers: { 'Tempo-Signature': [sign(body() + timestamp, '')], 'Tempo-Timestamp': [timestamp] } })],
    ['that is shorter', () => ({ headers: { 'Tempo-Signature': [sign(body() + timestamp).slice(0, 40)], 'Tempo-Timestamp': [timestamp] } })],
    ['that is longer', () => ({ headers: { 'Tempo-Signature': [sign(body() + timestamp).repeat(2)], 'Tempo-Timestamp': [timestamp] } })],
    ['that is empty', () => ({ headers: { 'Tempo-Signature': [''], 'Tempo-Timestamp': [''] } })],
    ['that is not hexadecimal', () => ({ headers: { 'Tempo-Signature': ['z'.repeat(64)], 'Tempo-Timestamp': [timestamp] } })],
    ['of another method', () => ({ method: 'PUT' })],
  ])('%s is refused, and nothing is kept', async (_, changes) => {
    const kept = memory.storage.dump();
    expect(await send(body(), changes())).toBe(401);
    expect(memory.storage.dump()).toEqual(kept);
    expect(memory.errors).toEqual([]);
  });

  it('is refused while nothing is subscribed', async () => {
    const { storage } = memory;
    secrets.forEach((_, at) => storage.write(storage.planSignalSecrets.put(String(at), undefined)));
    expect(await send(body())).toBe(401);
    expect(await send(body(), { headers: { 'Tempo-Signature': [sign(body() + timestamp, '')], 'Tempo-Timestamp': [timestamp] } })).toBe(401);
  });

  it('is not looked for in what is too big', async () => {
    expect(await send('x'.repeat(5_000_000))).toBe(401);
  });

  it.each([undefined, null, 'POST', {}, { method: 'POST', headers: { a: 'b' } }])('is not looked for in a request of another shape: %p', async (request) => {
    expect(await createTempoSignal(() => memory.as())(request)).toMatchObject({ statusCode: 400, body: '' });
  });
});

describe('our own doing', () => {
  it('comes back and orders nothing, of people and of roles', async () => {
    const kept = memory.storage.dump();
    for (const row of [ofPerson, ofRole]) expect(await send(updated(row, { ...row.content, minutesPerDay: 60 }, row.content))).toBe(200);
    expect(memory.storage.dump()).toEqual(kept);
  });

  it('is known while it is under way', async () => {
    const intended = longer(ofPerson);
    await memory.as().ledger.save({ ...ofPerson, intended });
    const kept = memory.storage.dump();
    expect(await send(updated(ofPerson, ofPerson.content, intended))).toBe(200);
    expect(memory.storage.dump()).toEqual(kept);
  });

  it('is known where we deleted the plan', async () => {
    const { planId: _, intended: _i, accepted: _a, replaced: _r, ...key } = ofPerson;
    await memory.as().ledger.save({ ...key, state: 'claimed' });
    const kept = memory.storage.dump();
    expect(await send(deleted(ofPerson))).toBe(200);
    expect(memory.storage.dump()).toEqual(kept);
  });

  it('that went over a person’s change is told in the trail', async () => {
    const before: PlanContent = { ...ofPerson.content, minutesPerDay: 60 };
    const theirs: PlanContent = { ...ofPerson.content, minutesPerDay: 90, to: day('2026-12-24') };
    await memory.as().ledger.save({ ...ofPerson, replaced: before });
    expect(await send(updated(ofPerson, theirs, ofPerson.content))).toBe(200);
    expect(ordered(memory)).toMatchObject([{ dealId: deal, reason: 'tempo' }]);
    expect(trail(memory).at(-1)).toMatchObject({ subject: `deal:${deal}`, event: 'drift.overwritten', by: 'tempo', details: { tag: ofPerson.tag, from: theirs.from, to: '2026-12-24' } });
  });
});

describe('a person’s doing', () => {
  it.each<[string, (row: Written) => PlanContent]>([
    ['other days', longer],
    ['other hours', (row) => ({ ...row.content, minutesPerDay: 30 })],
    ['other words', (row) => ({ ...row.content, description: 'mine now' })],
  ])('with %s orders a sync, and is told', async (_, theirs) => {
    expect(await send(updated(ofPerson, ofPerson.content, theirs(ofPerson)))).toBe(200);
    expect(ordered(memory)).toEqual([{ dealId: deal, reason: 'tempo', delaySeconds: 0 }]);
    expect(trail(memory).at(-1)).toMatchObject({ subject: `deal:${deal}`, event: 'plan.changeSeen', by: 'tempo', details: { plan: ofPerson.planId } });
    expect(await memory.as().settings.lastPlanSignalAt()).toBe(memory.clock.now());
  });

  it.each([
    ['the plan itself', (row: Written) => deleted(row)],
    ['the plan as it was', (row: Written) => JSON.stringify({ eventId: 'event-1', eventType: 'plan.deleted', payload: { original: told(row.planId, row.content) } })],
  ])('that deletes a plan orders a sync; told with %s', async (_, body) => {
    expect(await send(body(ofRole))).toBe(200);
    expect(ordered(memory)).toEqual([{ dealId: deal, reason: 'tempo', delaySeconds: 0 }]);
  });

  it.each([
    ['total hours', { effortPersistenceType: 'TOTAL_SECONDS', plannedSecondsPerDay: null, totalPlannedSeconds: 36_000 }],
    ['an issue in place of the project', { planItem: { id: '20001', type: 'ISSUE' } }],
    ['another resource', { assignee: { id: '8', type: 'GENERIC' } }],
    ['a day that is none', { endDate: 'soon' }],
  ])('that cannot be compared, with %s, orders a sync', async (_, more) => {
    const payload = { original: told(ofPerson.planId, ofPerson.content), changed: told(ofPerson.planId, ofPerson.content, more) };
    expect(await send(JSON.stringify({ eventId: 'event-1', eventType: 'plan.updated', payload }))).toBe(200);
    expect(ordered(memory)).toHaveLength(1);
  });

  it('orders once for an event that comes twice, and again for another event', async () => {
    const theirs = longer(ofPerson);
    expect(await send(updated(ofPerson, ofPerson.content, theirs))).toBe(200);
    clearOrders(memory);
    const kept = memory.storage.dump();
    memory.clock.advance(3 * 3_600);
    expect(await send(updated(ofPerson, ofPerson.content, theirs))).toBe(200);
    expect(memory.storage.dump()).toEqual(kept);
    expect(await send(updated(ofPerson, ofPerson.content, theirs, 'event-2'))).toBe(200);
    expect(ordered(memory)).toHaveLength(1);
  });

  it('is not lost where storage fails: Tempo sends it again', async () => {
    const world = memory.as();
    const body = updated(ofPerson, ofPerson.content, longer(ofPerson));
    const down = async (): Promise<never> => Promise.reject(new Error('storage is down'));
    for (const failing of [
      { ...world, ledger: { ...world.ledger, ofPlan: down } },
      { ...world, orders: { ...world.orders, put: down } },
      { ...world, audit: { ...world.audit, append: down } },
      { ...world, secrets: { ...world.secrets, planSignalSecrets: down } },
    ]) {
      expect(await send(body, { world: failing })).toBe(503);
      expect(ordered(memory)).toEqual([]);
    }
    expect(memory.errors).toHaveLength(4);
    expect(await send(body)).toBe(200);
    expect(ordered(memory)).toHaveLength(1);
  });
});

describe('what is none of ours', () => {
  it('does nothing: a plan of others, changed or deleted, though it carries our tag', async () => {
    const kept = memory.storage.dump();
    const others: Written = { ...ofPerson, planId: planId('990') };
    for (const body of [updated(others, others.content, longer(others)), deleted(others)]) expect(await send(body)).toBe(200);
    expect(memory.storage.dump()).toEqual(kept);
  });

  it.each([
    '', 'null', '[]', '"plan.updated"', '{}', '{"eventId":"","eventType":"plan.updated","payload":{}}', '{"eventId":1,"eventType":"plan.updated","payload":{}}',
    '{"eventId":"e","eventType":"plan.updated"}', '{"eventId":"e","eventType":"plan.updated","payload":null}', '{"eventId":"e","eventType":"plan.updated","payload":[]}',
    '{"eventId":"e","eventType":"plan.updated","payload":{"original":{"id":"x"},"changed":{"id":"x"}}}', '{"eventId":"e","eventType":"plan.deleted","payload":{"id":{}}}',
    `{"eventId":"${'e'.repeat(201)}","eventType":"plan.deleted","payload":{"id":101}}`, '{"eventId":"e"', '<html>',
  ])('is answered 200 and does nothing: %p', async (body) => {
    const kept = memory.storage.dump();
    expect(await send(body)).toBe(200);
    expect(memory.storage.dump()).toEqual(kept);
    expect(memory.errors).toEqual([]);
  });
});
