import { bundleFixture, contextFor, openSite, type FixtureSite } from './fixture/site';
import { LOCAL_ENVIRONMENT_ID, permissionKey } from './installation';

let bundle: Awaited<ReturnType<typeof bundleFixture>>;
let site: FixtureSite;

beforeAll(async () => {
  bundle = await bundleFixture();
});
afterAll(() => bundle.remove());
beforeEach(async () => {
  site = await openSite(bundle.bundlePath, {
    variables: { MODE: 'test' },
    timeLimits: { resolverSeconds: 3, webTriggerSeconds: 3 },
  });
});
afterEach(() => site.close());

describe('a call from a screen', () => {
  it('reaches the operation with its payload and the verified context', async () => {
    const answer = await site.call('echo', { colour: 'żółty', accountId: 'admin' });
    expect(answer).toMatchObject({
      payload: { colour: 'żółty', accountId: 'admin' },
      context: { accountId: 'ola', locale: 'pl-PL', extension: { project: { id: '10001' } } },
    });
  });

  it('takes the account from the host, whatever the context says', async () => {
    const call = { moduleKey: 'page', operation: 'echo', payload: {}, accountId: 'ola', context: contextFor('admin') };
    expect(await site.host.invokeResolver(call)).toMatchObject({ context: { accountId: 'ola' } });
  });

  it('finds the app, its environment and its permissions', async () => {
    expect(await site.call('appContext')).toEqual({
      appAri: 'ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555',
      environmentAri: `ari:cloud:ecosystem::environment/11111111-2222-4333-8444-555555555555/${LOCAL_ENVIRONMENT_ID}`,
      moduleKey: 'page',
      scopes: ['storage:app', 'read:jira-work', 'report:personal-data'],
      hasTime: true,
    });
    expect(permissionKey('app', 'gate')).toBe(`ari:cloud:ecosystem::extension/app/${LOCAL_ENVIRONMENT_ID}/static/gate`);
  });

  it('sees the declared variables, and nothing else of the environment', async () => {
    expect(await site.call('environment')).toEqual({ MODE: 'test' });
  });

  it('translates, with the fallback of the manifest', async () => {
    expect(await site.call('translate', { locale: 'pl-PL' })).toEqual({ greeting: 'Dzień dobry', only: 'English only' });
    expect(await site.call('translate', { locale: 'de-DE' })).toEqual({ greeting: 'Good day', only: 'English only' });
  });

  it('keeps what it stores, and counts it', async () => {
    expect(await site.call('remember', { a: 'b' })).toEqual({ a: 'b' });
    expect(site.host.storageUsage()).toEqual({ reads: 1, writes: 1, bytesRead: 9, bytesWritten: 9 });
    expect(site.host.invocations().at(-1)).toMatchObject({
      functionKey: 'resolver',
      moduleKey: 'page',
      operation: 'remember',
      outcome: 'returned',
      startedAt: '2026-03-02T08:00:00.000Z',
      storage: { reads: 1, writes: 1 },
      jiraCalls: 0,
      egressCalls: 0,
    });
    site.host.resetStorageUsage();
    expect(site.host.storageUsage().reads).toBe(0);
  });

  it('fails with the error that the function threw, and the next call works', async () => {
    await expect(site.call('fail')).rejects.toMatchObject({
      reason: 'threw',
      message: 'a parcel is missing',
      error: { name: 'TypeError' },
    });
    await expect(site.call('no-such-operation')).rejects.toThrow("Resolver has no definition for 'no-such-operation'");
    expect(site.log.join('\n')).toMatch(/fixture[\\/]app\.ts:\d+:\d+/u);
    await expect(site.call('echo')).resolves.toBeDefined();
  });

  it('refuses a module without a resolver, and one that does not exist', async () => {
    const call = { operation: 'echo', payload: {}, accountId: 'ola', context: contextFor('ola') };
    await expect(site.host.invokeResolver({ ...call, moduleKey: 'poll' })).rejects.toThrow('has no resolver');
    await expect(site.host.invokeResolver({ ...call, moduleKey: 'nowhere' })).rejects.toThrow('no module "nowhere"');
  });

  it('refuses a payload over 500 KB and an answer over 5 MB', async () => {
    await expect(site.call('echo', { a: 'x'.repeat(500 * 1024) })).rejects.toThrow('512000 bytes');
    expect(await site.call('big', { bytes: String(5 * 1024 * 1024 - 2) })).toHaveLength(5 * 1024 * 1024 - 2);
    await expect(site.call('big', { bytes: String(5 * 1024 * 1024) })).rejects.toThrow('returned more than');
  });

  it('ends a function that takes too long, and one that takes too much memory', async () => {
    await expect(site.call('spin')).rejects.toMatchObject({ reason: 'timedOut', message: 'The function took longer than 3 s.' });
    expect(await site.call('echo')).toBeDefined();
    await site.restart({ timeLimits: {} });
    await expect(site.call('fill')).rejects.toMatchObject({ reason: 'outOfMemory' });
    expect(await site.call('echo')).toBeDefined();
  });

  it('survives a function that ends its own process', async () => {
    await expect(site.call('exit')).rejects.toMatchObject({ reason: 'crashed' });
    expect(await site.call('echo')).toBeDefined();
  });

  it('answers many calls at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => site.call('echo', { at: String(at) })));
    expect(answers.map((answer) => JSON.stringify(answer).includes('"payload"'))).toEqual(Array(12).fill(true));
    expect(site.host.invocations().filter(({ loadMilliseconds }) => loadMilliseconds !== undefined).length).toBeLessThanOrEqual(6);
  });

  it('refuses work that goes on after the function has returned, and says so', async () => {
    await site.call('linger');
    while (!site.log.some((line) => line.includes('returned before its work was done'))) await site.call('echo');
    expect(site.host.storageUsage().writes).toBe(0);
  });

  it('loads a new bundle when told to', async () => {
    await site.call('echo');
    await site.host.reload();
    await site.call('echo');
    expect(site.host.invocations().map(({ loadMilliseconds }) => loadMilliseconds !== undefined)).toEqual([true, true]);
  });
});

describe('a request to Jira', () => {
  beforeEach(() => {
    site.jira.all('/rest/*', (context) =>
      context.json({ path: context.req.path, query: context.req.query(), headers: context.req.header() }),
    );
  });

  it('says for whom it is made, and cannot be made to lie', async () => {
    expect(await site.call('jira', { as: 'user', path: '/rest/api/3/myself?expand=groups' })).toMatchObject({
      status: 200,
      body: {
        path: '/rest/api/3/myself',
        query: { expand: 'groups' },
        headers: {
          'x-forge-as': 'user',
          'x-forge-account': 'ola',
          'x-forge-scopes': 'storage:app read:jira-work report:personal-data',
          'x-forge-secret': 'shared',
        },
      },
    });
    const asApp: unknown = await site.call('jira', { as: 'app', path: '/rest/api/3/myself' });
    expect(asApp).toMatchObject({ body: { headers: { 'x-forge-as': 'app' } } });
    expect(JSON.stringify(asApp)).not.toContain('x-forge-account');
    expect(site.host.invocations().at(-1)?.jiraCalls).toBe(1);
  });

  it.each(['/plugins/servlet/x', '//elsewhere.example/rest/api', '/rest/../secret'])('does not go to %s', async (path) => {
    expect(await site.call('jira', { as: 'app', path })).toMatchObject({ status: 501 });
  });
});

describe('what the host does not model', () => {
  it('is answered 501 and logged', async () => {
    expect(await site.call('remote')).toBe(501);
    expect(site.log.join('\n')).toContain('does not model requests of type \\"frc\\"');
  });
});

describe('a workflow rule', () => {
  const ask = (key: string) =>
    site.host.runWorkflowRule('parcel-gate', { issue: { key }, transition: { from: { id: '1' }, to: { id: '2' } } }, 'ola');

  it('lets the transition through, or refuses with the app’s reason', async () => {
    expect(await ask('GO-1')).toEqual({ result: true });
    expect(await ask('STOP-1')).toEqual({ result: false, errorMessage: 'Not yet' });
  });

  it('refuses when the function fails, takes too long or gives no result', async () => {
    expect(await ask('FAIL-1')).toEqual({ result: false, errorMessage: 'Rule parcel-gate could not be checked: no' });
    expect((await ask('SPIN-1')).result).toBe(false);
    expect((await ask('ODD-1')).result).toBe(false);
  });

  it('is asked even while every worker waits for Jira', async () => {
    site.jira.post('/rest/api/3/transition', async (context) => context.json(await ask('GO-1')));
    site.jira.get('/rest/api/3/transition', async (context) => context.json(await ask('GO-1')));
    const calls = Array.from({ length: 4 }, () => site.call('jira', { as: 'app', path: '/rest/api/3/transition' }));
    expect(await Promise.all(calls)).toEqual(Array(4).fill({ status: 200, body: { result: true } }));
  });

  it('with an expression is for Jira to evaluate', async () => {
    const payload = { issue: { key: 'A-1' }, transition: { from: {}, to: {} } };
    await expect(site.host.runWorkflowRule('expression-gate', payload, 'ola')).rejects.toThrow('has no function');
  });
});

describe('a product event', () => {
  const delivered = async () => JSON.stringify(await site.call('deliveries', { of: 'product' }));

  it('reaches the triggers that subscribe to it', async () => {
    await site.host.emitProductEvent('avi:jira:updated:project', { project: { id: '10001' } });
    await site.host.emitProductEvent('avi:jira:created:project', { project: { id: '10002' } });
    expect(await delivered()).toContain('"eventType":"avi:jira:updated:project"');
    expect(await delivered()).not.toContain('10002');
  });

  it('is left out when the app caused it, or when it is too large', async () => {
    await site.host.emitProductEvent('avi:jira:updated:project', { selfGenerated: true });
    await site.host.emitProductEvent('avi:jira:updated:project', { text: 'x'.repeat(200 * 1024) });
    expect(await delivered()).toBe('{"found":[]}');
    expect(site.log.join()).toContain('was not delivered');
  });
});

describe('a filter expression', () => {
  const send = (issue: unknown, more: Record<string, unknown> = {}) => site.host.emitProductEvent('avi:jira:updated:issue', { issue, ...more });
  const delivered = async () => JSON.stringify(await site.call('deliveries', { of: 'product' }));

  it('lets through what is true, and nothing else', async () => {
    await send({ key: 'A-1', fields: { issuetype: { name: 'Bug' } } });
    await send({ key: 'A-2', fields: { issuetype: { name: 'Story' } } });
    await send({ key: 'A-3', fields: { issuetype: { name: 'Task' } } });
    await send({ key: 'A-4', fields: { issuetype: { name: 'Story' } } }, { selfGenerated: true });
    const found = await delivered();
    expect(found).toContain('A-1');
    expect(found).toContain('A-2');
    expect(found).not.toMatch(/A-[34]/u);
  });

  it('drops an event on an error, and logs it unless the trigger says not to', async () => {
    await send({ key: 'A-5' });
    expect(await delivered()).toBe('{"found":[]}');
    const errors = site.log.filter((line) => line.includes('was filtered out'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('bugs-only');
  });
});

describe('an issue context', () => {
  const statusOf = (key: string, moduleKey = 'parcel-context') => {
    const issue = { id: '1', key, type: 'Story', typeId: '2' };
    const project = { id: '10001', key: 'ALFA', type: 'software' };
    return site.host.dynamicStatus(moduleKey, { ...contextFor('ola'), moduleKey, extension: { type: 'jira:issueContext', issue, project } });
  };

  it('gets its status from the app', async () => {
    expect(await statusOf('A-1')).toEqual({ type: 'lozenge', label: 'Seen A-1', appearance: 'success' });
    expect(site.host.invocations().at(-1)).toMatchObject({ functionKey: 'status', moduleType: 'jira:issueContext' });
  });

  it.each(['FAIL-1', 'ODD-1'])('keeps that of the manifest when the function fails or gives none: %s', async (key) => {
    expect(await statusOf(key)).toBeUndefined();
  });

  it('that does not exist has none', async () => {
    expect(await statusOf('A-1', 'page')).toBeUndefined();
  });
});

describe('uninstalling', () => {
  it('runs the app’s function first, as nobody, and then nothing of the app any more', async () => {
    await site.call('remember', { a: 'b' });
    const url = site.host.webTriggerUrl('signal');
    await site.host.installation.uninstall();
    expect(site.host.installation.isInstalled()).toBe(false);
    expect(site.host.invocations().at(-1)).toMatchObject({ functionKey: 'farewell', outcome: 'returned' });

    const ran = site.host.invocations().length;
    await expect(site.call('echo')).rejects.toThrow('not installed');
    expect(await site.host.runWorkflowRule('parcel-gate', { issue: { key: 'GO-1' }, transition: { from: {}, to: {} } }, 'ola')).toEqual({ result: false });
    expect(site.host.workflowRules.all()).toEqual([]);
    await site.host.emitProductEvent('avi:jira:updated:project', { project: { id: '1' } });
    await site.host.runSchedule('poll');
    expect((await fetch(url, { method: 'POST', body: 'accepted' })).status).toBe(404);
    await site.host.installation.uninstall();
    expect(site.host.invocations()).toHaveLength(ran);
  });

  it('lasts over a restart, and installing again finds the storage as it was', async () => {
    await site.call('remember', { a: 'b' });
    await site.host.installation.uninstall();
    await site.restart();
    expect(site.host.installation.isInstalled()).toBe(false);
    site.host.installation.install();
    expect(await site.call('farewells')).toMatchObject({
      event: { context: { cloudId: expect.any(String), moduleKey: 'farewell' }, contextToken: expect.any(String) },
      context: expect.not.objectContaining({ principal: expect.anything() }),
    });
    expect(site.host.workflowRules.find('validator', 'parcel-gate')).toBeDefined();
  });

  it.each(['throw', 'spin'])('goes on when the function fails: %s', async (how) => {
    await site.restart({ timeLimits: { preUninstallSeconds: 1 } });
    await site.call('stubborn', { how });
    await site.host.installation.uninstall();
    expect(site.host.installation.isInstalled()).toBe(false);
    expect(site.host.invocations().at(-1)).toMatchObject({ functionKey: 'farewell', outcome: how === 'throw' ? 'threw' : 'timedOut' });
  });

  it('holds back events until the app is there again', async () => {
    site.host.start();
    await site.call('push', { events: JSON.stringify([{ body: { n: 1 }, delayInSeconds: 60 }]) });
    await site.host.installation.uninstall();
    site.clock.advance(120);
    await site.host.idle();
    expect(site.host.queueLength()).toBe(1);
    site.host.installation.install();
    await site.host.idle();
    expect(site.host.queueLength()).toBe(0);
  });
});

it('reports personal data to a site whose accounts never change', async () => {
  expect(await site.call('personalData')).toEqual([]);
});
