import type { Answer } from '../../src/contract/answer';
import { operations } from '../../src/contract/operations';
import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { clientId, lineId } from '../../src/domain/fixture/values';
import { newLink } from '../../src/domain/linked-deal';
import { tagOf } from '../../src/domain/plan-entry';
import { handledOperations } from '../../src/handlers/handled-operations';
import type { Tracker } from '../../src/ports/tracker';
import { company, openCompany, type MemoryWorld } from '../world/memory-world';
import { expectations, roles, type Role } from './expectations';

const contextAt = {
  site: (accountId?: string) => ({ accountId, extension: { type: 'jira:adminPage' } }),
  project: (accountId?: string) => ({ accountId, extension: { type: 'jira:projectPage', project: { id: company.project, key: 'ALFA' } } }),
  issue: (accountId?: string) => ({
    accountId,
    extension: { type: 'jira:issuePanel', project: { id: company.project, key: 'ALFA' }, issue: { id: company.issue, key: 'ALFA-1' } },
  }),
} as const;

const failureOf = (answer: Answer<unknown>) => (answer.ok ? undefined : answer.error.code);

async function call(memory: MemoryWorld, role: Role, name: keyof typeof expectations, payload: unknown, context: unknown): Promise<Answer<unknown>> {
  return handledOperations[name].run(memory.as(company[role]), payload, context);
}

/** A request that is wrong, of a project's operation in what is asked of the project. */
const nonsenseFor = (good: Readonly<Record<string, unknown>>): unknown => (isInProject(good) ? { ...good, request: { nonsense: true } } : { nonsense: true });
const isInProject = (good: Readonly<Record<string, unknown>>): boolean => 'subject' in good && 'request' in good;

/** Everything that a refused call must leave as it is. */
const traces = ({ storage, wakeUps, subscribed, tempo, salesforce }: MemoryWorld): unknown => [storage.dump(), storage.writes, wakeUps.length, subscribed.length, tempo.writes, tempo.reads, salesforce.calls];

it('knows what to expect of every operation', () => {
  expect(Object.keys(expectations).sort()).toEqual(operations.map(({ name }) => name).sort());
  expect(Object.keys(handledOperations).sort()).toEqual(Object.keys(expectations).sort());
});

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (name, { place, policy, request }) => {
  const { may, request: good } = expectations[name];
  const allowed = may[0] ?? 'accountManager';

  it('has a request that the contract takes', () => {
    expect(request.safeParse(good).success).toBe(true);
  });

  it.each(roles)('is open to the %s exactly when it should be', async (role) => {
    const memory = await openCompany();
    const before = traces(memory);
    const answer = await call(memory, role, name, good, contextAt[place](company[role]));
    expect(failureOf(answer) === 'forbidden').toBe(!may.includes(role));
    expect(failureOf(answer)).not.toBe('unexpected');
    if (!may.includes(role)) expect(traces(memory)).toEqual(before);
  });

  it.each([
    ['nobody', contextAt[place](undefined)],
    ['an empty account', contextAt[place]('')],
    ['an account with a path in it', contextAt[place]('../anna')],
    ['no context', undefined],
    ['a context of another shape', { accountId: company[allowed], extension: 'project' }],
    ['a project id that is none', { accountId: company[allowed], extension: { project: { id: '10001/../10002' }, issue: { id: 'x' } } }],
  ] as const)('refuses %s, and does not even look at the request', async (_, context) => {
    const memory = await openCompany();
    const before = traces(memory);
    // Only what needs neither project nor issue has nothing more to miss.
    const answer = await call(memory, allowed, name, { nonsense: true }, context);
    const siteNeedsAccountOnly = place === 'site' && typeof context === 'object' && context.accountId === company[allowed];
    expect(failureOf(answer)).toBe(siteNeedsAccountOnly ? 'invalidRequest' : 'forbidden');
    expect(traces(memory)).toEqual(before);
  });

  it('cannot be called from a place that has less than it needs', async () => {
    const memory = await openCompany();
    const less = { site: [], project: [contextAt.site(company[allowed])], issue: [contextAt.site(company[allowed]), contextAt.project(company[allowed])] }[place];
    for (const context of less) expect(failureOf(await call(memory, allowed, name, good, context))).toBe('forbidden');
  });

  it('tells those who may not nothing of their wrong request', async () => {
    const memory = await openCompany();
    for (const role of roles.filter((one) => !may.includes(one))) {
      expect(failureOf(await call(memory, role, name, nonsenseFor(good), contextAt[place](company[role])))).toBe('forbidden');
    }
  });

  const wrongTypes = Object.keys(good).flatMap((field) => [0.5, true, ['x'], { x: 1 }, '\u0000'].map((value) => [`${field} as ${JSON.stringify(value)}`, { ...good, [field]: value }] as const));
  const wrong: readonly (readonly [string, unknown])[] = [
    ['nothing at all', undefined],
    ['null', null],
    ['a list', [good]],
    ['a text', JSON.stringify(good)],
    ['another project’s id', { ...good, projectId: company.otherProject }],
    ['another issue’s id', { ...good, issueId: company.otherIssue }],
    ['another person’s account', { ...good, accountId: company.accountManager }],
    ['a field named constructor', { ...good, constructor: 'x' }],
    ['a field named __proto__', JSON.parse(JSON.stringify(good).replace(/^\{/, `{"__proto__":{"projectId":"1"}${Object.keys(good).length > 0 ? ',' : ''}`))],
    ['a huge field', { ...good, note: 'x'.repeat(400_000), text: 'x'.repeat(400_000), goal: 'x'.repeat(400_000) }],
    ...Object.keys(good).map((field) => [`no ${field}`, Object.fromEntries(Object.entries(good).filter(([key]) => key !== field))] as const),
    ...wrongTypes.filter(([, payload]) => !request.safeParse(payload).success),
  ];

  it('refuses requests of every other shape, writes nothing and asks nobody', async () => {
    const memory = await openCompany();
    const before = traces(memory);
    for (const [what, payload] of wrong) {
      const answer = await call(memory, allowed, name, payload, contextAt[place](company[allowed]));
      expect([what, failureOf(answer)]).toEqual([what, 'invalidRequest']);
    }
    expect(traces(memory)).toEqual(before);
  });

  it('asks for the permission before it reads the request, and reads the context before it asks', async () => {
    const memory = await openCompany();
    const asked: PropertyKey[] = [];
    const world = memory.as(company[allowed]);
    const tracker: Tracker = new Proxy(world.tracker, {
      get: (target, key): unknown => {
        asked.push(key);
        return Reflect.get(target, key);
      },
    });
    const watched = { ...world, tracker };
    await handledOperations[name].run(watched, { nonsense: true }, {});
    expect(asked).toEqual([]);
    const answer = await handledOperations[name].run(watched, nonsenseFor(good), contextAt[place](company[allowed]));
    expect(failureOf(answer)).toBe('invalidRequest');
    expect(asked).toHaveLength(isInProject(good) ? 2 : policy === 'viewContext' || policy === 'ownProjects' ? 0 : 1);
  });
});

describe('a deal of another project', () => {
  const ofDeals = ['deals.unlink', 'planner.syncNow', 'planner.resolveDrift', 'planner.previewRelease', 'planner.bringBack', 'planner.letGo', 'planner.readTrail', 'today.planner.syncNow', 'today.planner.resolveDrift'] as const;

  it.each(ofDeals)('is not there for %s, whoever links it', async (name) => {
    const memory = await openCompany();
    const foreign = { ...newLink(company.otherProject, sampleDeal(), memory.clock.now()), drift: [{ tag: tagOf(sampleDeal().id, lineId('line1')), theirs: null, ours: null, chosen: null }] };
    await memory.as().dealStore.add(foreign, undefined);
    const before = traces(memory);
    expect(failureOf(await call(memory, 'accountManager', name, expectations[name].request, contextAt.project(company.accountManager)))).toBe('notFound');
    expect(traces(memory)).toEqual(before);
  });
});

describe('a project that is named beside the request', () => {
  const names = operations.map(({ name }) => name).filter((name) => isInProject(expectations[name].request));

  it.each(names)('is not there for %s where the caller does not see it, and a client is none', async (name) => {
    const memory = await openCompany();
    const before = traces(memory);
    const site = contextAt.site(company.accountManager);
    for (const subject of [`project:${company.otherProject}`, 'project:99999', `client:${clientId(1)}`]) {
      expect([subject, failureOf(await call(memory, 'accountManager', name, { ...expectations[name].request, subject }, site))]).toEqual([subject, 'notFound']);
    }
    // Forge's own word of a project is none for a page over all of them.
    expect(failureOf(await call(memory, 'stranger', name, expectations[name].request, contextAt.project(company.stranger)))).toBe('notFound');
    expect(traces(memory)).toEqual(before);
  });
});

describe('a permission that cannot be asked for', () => {
  it.each(operations.filter(({ name, policy }) => isInProject(expectations[name].request) || (policy !== 'viewContext' && policy !== 'ownProjects')).map(({ name, place }) => [name, place] as const))('keeps %s closed', async (name, place) => {
    const memory = await openCompany();
    const before = traces(memory);
    const broken = async (): Promise<never> => {
      throw new Error('Jira is down for anna.nowak@example.com');
    };
    const world = memory.as(company.accountManager);
    const tracker: Tracker = { ...world.tracker, mayBrowse: broken, may: broken, mayAny: broken, isAdministrator: broken, seesPortfolio: broken };
    const answer = await handledOperations[name].run({ ...world, tracker }, expectations[name].request, contextAt[place](company.accountManager));
    expect(answer).toEqual({ ok: false, error: { code: 'unexpected', message: expect.stringMatching(/^unexpected error id/), parameters: { id: expect.any(String) } } });
    expect(traces(memory)).toEqual(before);
  });
});
