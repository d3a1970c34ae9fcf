import type { HttpAnswer, HttpRequest } from '../http/http';
import { judgeSalesforce } from './judge';

const answer = (status: number, errorCode?: string): HttpAnswer => ({
  status,
  headers: { get: () => null },
  text: errorCode === undefined ? '{}' : JSON.stringify([{ errorCode, message: 'no' }]),
});
const request = (path: string): HttpRequest => ({ method: 'GET', url: `https://acme.my.salesforce.com${path}`, headers: {}, repeatable: true });
const login = request('/services/oauth2/token');
const data = request('/services/data/v66.0/query?q=SELECT');

it.each([
  ['a session that is over', answer(401, 'INVALID_SESSION_ID'), data, undefined],
  ['a query that is wrong', answer(400, 'MALFORMED_QUERY'), data, undefined],
  ['a record that is gone', answer(404, 'NOT_FOUND'), data, undefined],
  ['a login that worked', answer(200), login, undefined],
  ['a login that was refused', answer(400), login, 'unauthorised'],
  ['a login that found Salesforce down', answer(503), login, 'unavailable'],
  ['a budget that is used up', answer(403, 'REQUEST_LIMIT_EXCEEDED'), data, 'rateLimited'],
  ['a user without the API', answer(403, 'API_DISABLED_FOR_ORG'), data, 'refused'],
  ['a token that is refused for good', answer(401, 'INVALID_AUTH_HEADER'), data, 'unauthorised'],
  ['an organisation that is down', answer(500, 'UNKNOWN_EXCEPTION'), data, 'unavailable'],
])('says of the connection what %s means for it', (_name, given, asked, code) => {
  expect(judgeSalesforce(given, asked)?.code).toBe(code);
});
