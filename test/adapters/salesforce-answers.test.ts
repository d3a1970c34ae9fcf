import { createHttp } from '../../src/adapters/http/http';
import { createOrganisation } from '../../src/adapters/salesforce/organisation';
import { createSalesforce } from '../../src/adapters/salesforce/salesforce';
import { instant } from '../../src/domain/fixture/values';
import { isDealId, type DealId } from '../../src/domain/ids';
import type { Deals } from '../../src/ports/deals';
import { startAnswering, type AnsweringServer, type PlainAnswer, type PlainRequest } from './answering-server';
import { credentials } from './salesforce-harness';
import { told } from './told';

let server: AnsweringServer;
let tokenAnswer: PlainAnswer;
let data: (request: PlainRequest) => PlainAnswer;
let salesforce: Deals;

const ok = (value: unknown, headers: Record<string, string> = {}): PlainAnswer => ({ status: 200, body: JSON.stringify(value), headers });
const refused = (status: number, errorCode: string, message = 'no'): PlainAnswer => ({ status, body: JSON.stringify([{ errorCode, message }]) });
const token = { access_token: '00D!token', id: 'https://login.salesforce.com/id/00D5g000001abcDEAQ/0055g000001abcDAAQ', token_type: 'Bearer' };

beforeEach(async () => {
  tokenAnswer = ok(token);
  data = () => ok({ done: true, records: [] });
  server = await startAnswering((request) => (request.method === 'POST' ? tokenAnswer : data(request)));
  let kept: string | undefined;
  const http = createHttp({
    system: 'salesforce', timeoutMs: 5_000, attempts: 2, random: () => 0, pause: async () => undefined,
    fetch: (address, init) => fetch(address.replace(/^https:\/\/[^/]+/, server.url), init),
  });
  const organisation = createOrganisation({
    http,
    connection: async () => credentials,
    secret: async () => credentials.clientSecret,
    tokens: {
      read: async () => kept,
      save: async (text) => {
        kept = text;
      },
    },
  });
  salesforce = createSalesforce(http, organisation);
});
afterEach(() => server.close());

const deal = ((): DealId => {
  const id = '006000000000001AAA';
  if (!isDealId(id)) throw new Error('no deal id');
  return id;
})();
const failure = (kind: string, detail: string) => expect.objectContaining({ name: 'OutsideError', failure: kind, detail });
const posts = (): number => server.requests.filter((request) => request.method === 'POST').length;

it('sends credentials in the body and the token in the header', async () => {
  await salesforce.stages();
  expect(server.requests[0]).toMatchObject({
    target: '/services/oauth2/token', authorization: undefined, body: 'grant_type=client_credentials&client_id=a-client&client_secret=a-secret',
  });
  expect(server.requests[1]).toMatchObject({ method: 'GET', authorization: 'Bearer 00D!token' });
});

it.each(['This session is not valid for use with the REST API', 'Connected app is not attached to Agent'])('asks for no new token after "%s"', async (message) => {
  data = () => refused(401, 'INVALID_SESSION_ID', message);
  await expect(salesforce.stages()).rejects.toEqual(failure('unauthorised', 'INVALID_SESSION_ID'));
  expect(posts()).toBe(1);
});

it.each([
  'https://evil.example/services/data/v66.0/query/01g-2000',
  '//evil.example/services/data/v66.0/query/01g-2000',
  '/services/data/v66.0/query/../sobjects/User',
  '/services/oauth2/revoke',
  '/services/data/v66.0/query/01g-2000?x=1',
  '',
  null,
  undefined,
])('follows no further page at %p', async (nextRecordsUrl) => {
  data = () => ok({ done: false, nextRecordsUrl, records: [] });
  await expect(salesforce.stages()).rejects.toEqual(failure('unexpectedAnswer', 'nextRecordsUrl: no address of a further page'));
  expect(server.requests).toHaveLength(2);
});

it('follows no circle of pages', async () => {
  data = ({ target }) => ok({ done: false, nextRecordsUrl: `/services/data/v66.0/query/01g-${target.endsWith('-1') ? 2 : 1}`, records: [] });
  await expect(salesforce.stages()).rejects.toEqual(failure('unexpectedAnswer', 'more than 200 pages'));
});

it.each([
  ['a web page', { status: 200, body: '<html>Log in</html>' }, 'unexpectedAnswer', 'a web page instead of JSON'],
  ['a redirect', { status: 302, body: '', headers: { Location: 'https://evil.example' } }, 'unexpectedAnswer', 'status 302'],
  ['a web page with an error', { status: 403, body: '<html>secret</html>' }, 'refused', 'status 403'],
  ['an error of another shape', { status: 400, body: '{"errorCode":"secret"}' }, 'rejected', 'status 400'],
  ['an error code that is none', refused(400, 'secret name'), 'rejected', 'status 400'],
  ['a query refused with what it said', refused(400, 'MALFORMED_QUERY', 'unexpected token: secret'), 'rejected', 'MALFORMED_QUERY'],
  ['a retired version', refused(410, 'GONE'), 'rejected', 'GONE'],
  ['a disabled API', refused(403, 'API_DISABLED_FOR_ORG'), 'refused', 'API_DISABLED_FOR_ORG'],
  ['a query that took too long', refused(400, 'QUERY_TIMEOUT'), 'unavailable', 'QUERY_TIMEOUT'],
  ['what a stand-in does not model', { status: 501, body: '{"missing":"secret"}' }, 'unexpectedAnswer', 'status 501'],
])('reports %s without its content', async (_, answer, kind, detail) => {
  data = () => answer;
  const error: unknown = await salesforce.stages().catch((caught: unknown) => caught);
  expect(error).toEqual(failure(kind, detail));
  expect(String(error)).not.toContain('secret');
});

it('refuses a record of the wrong shape by its place', async () => {
  data = () => ok({ done: true, records: [{ Id: 5 }] });
  await expect(salesforce.byIds([deal])).rejects.toEqual(failure('unexpectedAnswer', 'records.0.Id: invalid_type'));
});

const bare = {
  Id: deal, Name: 'Portal', AccountId: null, Account: null, Owner: null, StageName: 'Negotiation', Amount: null, CloseDate: null, Probability: null,
  SystemModstamp: '2026-11-01T00:00:00.000+0000',
};
const moved = (StageName: string, day: number) => ({ attributes: { type: 'OpportunityHistory' }, StageName, CreatedDate: `2026-11-0${day}T00:00:00.000+0000` });
const asksForHistory = ({ target }: PlainRequest): boolean => target.includes('FROM OpportunityHistories');

describe('histories beside the deals', () => {
  it.each([
    ['the object is hidden', refused(400, 'INVALID_TYPE', "sObject type 'OpportunityHistory' is not supported.")],
    ['the relationship is hidden', refused(400, 'INVALID_FIELD', "Didn't understand relationship 'OpportunityHistories' in FROM part of query call.")],
    ['the user lacks the right', refused(403, 'INSUFFICIENT_ACCESS')],
  ])('are empty where %s, and the deals come all the same', async (_, answer) => {
    data = (request) => (asksForHistory(request) ? answer : ok({ done: true, records: [{ ...bare, CurrencyIsoCode: 'EUR' }] }));
    await expect(salesforce.byIds([deal])).resolves.toEqual([{ deal: expect.objectContaining({ id: deal, name: 'Portal' }), history: [] }]);
  });

  it('are empty too where the organisation has one currency besides', async () => {
    data = (request) => {
      if (request.target.includes('CurrencyIsoCode')) return refused(400, 'INVALID_FIELD', "No such column 'CurrencyIsoCode' on entity 'Opportunity'.");
      return asksForHistory(request) ? refused(400, 'INVALID_TYPE') : ok({ done: true, records: [bare] });
    };
    await expect(salesforce.byIds([deal])).resolves.toMatchObject([{ deal: { id: deal }, history: [] }]);
  });

  it.each([
    ['null, where a deal has none', null, []],
    ['records', { totalSize: 2, done: true, records: [moved('Prospecting', 1), moved('Negotiation', 2)] }, ['Prospecting', 'Negotiation']],
  ])('come as %s', async (_, OpportunityHistories, stages) => {
    data = () => ok({ done: true, records: [{ ...bare, OpportunityHistories }] });
    const [seen] = await salesforce.byIds([deal]);
    expect(seen?.history.map(({ stageName }) => stageName)).toEqual(stages);
    expect(server.requests).toHaveLength(2);
  });

  it('are read by themselves where one does not fit, from its beginning', async () => {
    const short = { totalSize: 4_000, done: false, nextRecordsUrl: '/services/data/v66.0/query/01g-2', records: [moved('Prospecting', 1)] };
    data = (request) => {
      if (asksForHistory(request)) return ok({ done: true, records: [{ ...bare, OpportunityHistories: short }] });
      return ok({ done: true, records: [moved('Prospecting', 1), moved('Negotiation', 2), moved('Prospecting', 3)] });
    };
    const [seen] = await salesforce.byIds([deal]);
    expect(seen?.history.map(({ stageName }) => stageName)).toEqual(['Prospecting', 'Negotiation', 'Prospecting']);
    expect(server.requests.map(({ target }) => target).at(-1)).toContain(`FROM OpportunityHistory WHERE OpportunityId IN ('${deal}')`);
    expect(server.requests).toHaveLength(3);
  });

  it.each([
    ['a list', [moved('Negotiation', 1)]],
    ['an entry without its time', { done: true, records: [{ StageName: 'Negotiation' }] }],
    ['an entry at no time', { done: true, records: [{ StageName: 'Negotiation', CreatedDate: 'yesterday' }] }],
  ])('are refused as %s', async (_, OpportunityHistories) => {
    data = () => ok({ done: true, records: [{ ...bare, OpportunityHistories }] });
    await expect(salesforce.byIds([deal])).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
  });

  it('are not taken for empty in trouble', async () => {
    data = () => refused(403, 'REQUEST_LIMIT_EXCEEDED');
    await expect(salesforce.byIds([deal])).rejects.toEqual(failure('rateLimited', 'REQUEST_LIMIT_EXCEEDED'));
    expect(server.requests).toHaveLength(2);
  });
});

describe('the list of changes', () => {
  const change = (more: object = {}) => ({ Id: deal, StageName: 'Negotiation', SystemModstamp: '2026-11-01T00:00:00.000+0000', IsDeleted: false, ...more });
  const since = instant('2026-10-31T23:59:59.500Z');

  it('is asked of all the organisation, deleted deals among them, and goes on where Salesforce says', async () => {
    data = ({ target }) => (target.includes('/queryAll?') ? ok({ done: false, nextRecordsUrl: '/services/data/v66.0/query/01g-1', records: [change()] }) : ok({ done: true, records: [change({ IsDeleted: true })] }));
    expect((await salesforce.changedSince(since)).map(({ isDeleted }) => isDeleted)).toEqual([false, true]);
    expect(server.requests.slice(1).map(({ target }) => target)).toEqual([
      '/services/data/v66.0/queryAll?q=SELECT Id,StageName,SystemModstamp,IsDeleted FROM Opportunity WHERE SystemModstamp >= 2026-10-31T23:59:59Z ORDER BY SystemModstamp, Id',
      '/services/data/v66.0/query/01g-1',
    ]);
  });

  it('leaves out what lies before the instant in its second', async () => {
    data = () => ok({ done: true, records: [change({ SystemModstamp: '2026-10-31T23:59:59.000+0000' }), change()] });
    expect((await salesforce.changedSince(since)).map(({ modifiedAt }) => modifiedAt)).toEqual(['2026-11-01T00:00:00.000Z']);
  });

  it.each([{ Id: '001000000000001AAA' }, { IsDeleted: undefined }, { IsDeleted: 'no' }, { SystemModstamp: null }, { StageName: null }])('is refused with %p', async (more) => {
    data = () => ok({ done: true, records: [change(more)] });
    await expect(salesforce.changedSince(since)).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
  });
});

it('keeps the used calls that the last answer with them told', async () => {
  data = () => ok({ done: true, records: [] }, { 'Sforce-Limit-Info': 'api-usage=79/100; api-bursts=1/750' });
  await salesforce.stages();
  data = () => ok({ done: true, records: [] });
  await salesforce.stages();
  expect(salesforce.budget()).toEqual({ used: 79, allowed: 100 });
  data = () => ({ ...refused(403, 'REQUEST_LIMIT_EXCEEDED'), headers: { 'Sforce-Limit-Info': 'api-usage=100/100' } });
  await expect(salesforce.stages()).rejects.toMatchObject({ failure: 'rateLimited' });
  expect(salesforce.budget()).toEqual({ used: 100, allowed: 100 });
});

it('does not take another missing field for a single currency, or for hidden histories', async () => {
  data = () => refused(400, 'INVALID_FIELD', "\nERROR at Row:1:Column:8\nNo such column 'Amount' on entity 'Opportunity'.");
  await expect(salesforce.byIds([deal])).rejects.toEqual(failure('rejected', 'INVALID_FIELD Amount'));
  expect(server.requests.filter(({ target }) => target.includes('CurrencyIsoCode'))).toHaveLength(server.requests.length - 1);
});

const refusal = (error: string, error_description = ''): PlainAnswer => ({ status: 400, body: JSON.stringify({ error, error_description }) });

describe.each([
  ['an unknown client', refusal('invalid_client_id', 'client identifier invalid'), 'unauthorised', 'credentials', 'clientUnknown', null],
  ['a wrong secret', refusal('invalid_client', 'invalid client credentials'), 'unauthorised', 'credentials', 'secretWrong', null],
  ['a flow that is off', refusal('unsupported_grant_type', 'grant type not supported'), 'refused', 'credentials', 'flowOff', null],
  ['a flow that is off for the app', refusal('invalid_grant', 'Client Credentials flow not enabled'), 'refused', 'credentials', 'flowOff', null],
  ['an app without scopes', refusal('invalid_grant', 'no valid scopes defined'), 'refused', 'credentials', 'noScope', null],
  ['no user to run as', refusal('invalid_grant', 'no client credentials user enabled'), 'refused', 'runAsUser', 'noRunAsUser', null],
  ['a user not admitted', refusal('invalid_app_access', 'user is not admin approved to access this app'), 'refused', 'runAsUser', 'userBlocked', null],
  ['a foreign IP address', refusal('invalid_grant', 'ip restricted'), 'refused', 'runAsUser', 'ipRestricted', null],
  ['a host for people', refusal('invalid_grant', 'request not supported on this domain'), 'refused', 'host', 'wrongDomain', null],
  ['too many log-ins', refusal('rate_limit_exceeded'), 'rateLimited', 'credentials', 'tooMany', null],
  ['something new', refusal('brand_new', 'secret'), 'refused', 'credentials', 'loginRefused', 'brand_new'],
  ['something odd', refusal('Secret Name!'), 'refused', 'credentials', 'loginRefused', 'refused'],
  ['a web page', { status: 404, body: '<html>secret</html>' }, 'missing', 'host', 'noOrganisation', null],
  ['a redirect', { status: 301, body: '', headers: { Location: 'https://evil.example' } }, 'missing', 'host', 'noOrganisation', null],
  ['a page in place of a token', { status: 200, body: '<html>secret</html>' }, 'unexpectedAnswer', 'host', 'noOrganisation', null],
  ['a token that is no header', ok({ access_token: 'a\r\nb' }), 'unexpectedAnswer', 'host', 'noOrganisation', null],
  ['trouble', { status: 503, body: '' }, 'unavailable', 'host', 'down', 'status 503'],
  ['a limit', { status: 429, body: '' }, 'rateLimited', 'credentials', 'tooMany', null],
] satisfies readonly (readonly [string, PlainAnswer, string, string, string, string | null])[])('a token refused for %s', (_, answer, kind, code, advice, detail) => {
  beforeEach(() => {
    tokenAnswer = answer;
  });

  it('is an error of one family', async () => {
    const error: unknown = await salesforce.stages().catch((caught: unknown) => caught);
    expect(error).toEqual(expect.objectContaining({ name: 'OutsideError', failure: kind }));
    expect(String(error)).not.toMatch(/secret/i);
  });

  it('is a failed check with what to do', async () => {
    const { checks } = await salesforce.test(credentials);
    const failed = checks.filter((check) => check.outcome === 'failed');
    expect(failed.map(told)).not.toContain('');
    expect(failed).toEqual([{ code: `salesforce.${code}`, outcome: 'failed', advice: `salesforce.${advice}`, detail }]);
    expect(checks.slice(0, checks.findIndex((check) => check.outcome === 'failed')).every((check) => check.outcome === 'passed')).toBe(true);
  });
});

it.each([undefined, 'https://login.salesforce.com/id/nonsense/x', 'https://evil.example/id/00D5g000001abcDXXX/0055g000001abcDAAQ'])('connects without an organisation id that it can read: %p', async (id) => {
  tokenAnswer = ok({ access_token: 't', id });
  expect((await salesforce.test(credentials)).organisationId).toBeNull();
});

describe('test', () => {
  const outcomes = async (): Promise<Record<string, string>> =>
    Object.fromEntries((await salesforce.test(credentials)).checks.map(({ code, outcome }) => [code.replace('salesforce.', ''), outcome]));
  const adviceOf = async (code: string): Promise<readonly (string | null | undefined)[]> => {
    const { checks } = await salesforce.test(credentials);
    checks.forEach(told);
    const check = checks.find((one) => one.code === `salesforce.${code}`);
    return [check?.advice, check?.detail];
  };
  const about = (object: string, answer: PlainAnswer) => (request: PlainRequest): PlainAnswer =>
    request.target.includes(` FROM ${object} `) ? answer : ok({ done: true, records: request.target.includes(' FROM Opportunity ') ? [record] : [] }, { 'Sforce-Limit-Info': 'api-usage=1/100' });
  const record = {
    Id: deal, Name: 'x', AccountId: null, Account: null, Owner: null, StageName: 'x', Amount: null, CloseDate: null, Probability: null,
    SystemModstamp: '2026-11-01T00:00:00.000+0000',
  };
  const before = { host: 'passed', credentials: 'passed', runAsUser: 'passed' };

  it('warns of a history that may not be read and goes on', async () => {
    data = about('OpportunityHistory', refused(400, 'INVALID_TYPE'));
    expect(await outcomes()).toEqual({ ...before, readOpportunity: 'passed', readHistory: 'warning', readStages: 'passed', apiBudget: 'passed' });
    expect(await adviceOf('readHistory')).toEqual(['salesforce.historyHidden', 'INVALID_TYPE']);
  });

  it.each([
    ['INVALID_TYPE', 'no', 'objectHidden', 'Opportunity'],
    ['INVALID_FIELD', "No such column 'Amount' on entity 'Opportunity'.", 'fieldHidden', 'Opportunity.Amount'],
    ['API_DISABLED_FOR_ORG', 'no', 'apiOff', null],
    ['SOMETHING_ELSE', 'no', 'readingFailed', 'SOMETHING_ELSE'],
  ])('says what hinders reading deals: %s', async (code, message, advice, detail) => {
    data = about('Opportunity', refused(code.startsWith('API') ? 403 : 400, code, message));
    expect(await outcomes()).toEqual({ ...before, readOpportunity: 'failed', readHistory: 'skipped', readStages: 'skipped', apiBudget: 'skipped' });
    expect(await adviceOf('readOpportunity')).toEqual([`salesforce.${advice}`, detail]);
  });

  it('takes trouble with the history for no lack of rights', async () => {
    data = about('OpportunityHistory', refused(503, 'SERVER_UNAVAILABLE'));
    expect(await outcomes()).toMatchObject({ readOpportunity: 'passed', readHistory: 'failed', readStages: 'skipped' });
  });

  it('says which check an answer of the wrong shape belongs to', async () => {
    data = about('OpportunityStage', ok({ greeting: 'hello' }));
    expect(await outcomes()).toEqual({ ...before, readOpportunity: 'passed', readHistory: 'passed', readStages: 'failed', apiBudget: 'skipped' });
    expect(await adviceOf('readStages')).toEqual(['salesforce.notUnderstood', null]);
  });

  it.each([
    ['79/100', 'passed', 'callsUsed', '79 / 100 (79 %)'],
    ['80/100', 'warning', 'fewCallsLeft', '80 / 100 (80 %)'],
    ['0/0', 'warning', 'callsUnknown', null],
  ])('weighs %s used calls: %s', async (usage, outcome, advice, detail) => {
    data = () => ok({ done: true, records: [] }, { 'Sforce-Limit-Info': `api-usage=${usage}` });
    expect(await outcomes()).toMatchObject({ apiBudget: outcome });
    expect(await adviceOf('apiBudget')).toEqual([`salesforce.${advice}`, detail]);
  });
});
