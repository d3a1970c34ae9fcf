import { OutsideError } from '../../ports/errors';
import { adviceFor, adviceForReading } from './connection-advice';
import { DataError } from './data-error';
import { TokenError, type TokenRefusal } from './token-endpoint';

const host = 'acme.my.salesforce.com';
const refused = (status: number, code?: string, field?: string): DataError => new DataError('refused', code ?? `status ${status}`, status, code, field);

describe('when no token was given', () => {
  it.each<[TokenRefusal, string, string, string | null]>([
    ['clientUnknown', 'salesforce.credentials', 'salesforce.clientUnknown', null],
    ['secretWrong', 'salesforce.credentials', 'salesforce.secretWrong', null],
    ['flowOff', 'salesforce.credentials', 'salesforce.flowOff', null],
    ['noScope', 'salesforce.credentials', 'salesforce.noScope', null],
    ['tooMany', 'salesforce.credentials', 'salesforce.tooMany', null],
    ['other', 'salesforce.credentials', 'salesforce.loginRefused', 'invalid_grant'],
    ['noRunAsUser', 'salesforce.runAsUser', 'salesforce.noRunAsUser', null],
    ['userBlocked', 'salesforce.runAsUser', 'salesforce.userBlocked', null],
    ['ipRestricted', 'salesforce.runAsUser', 'salesforce.ipRestricted', null],
    ['wrongDomain', 'salesforce.host', 'salesforce.wrongDomain', null],
    ['noOrganisation', 'salesforce.host', 'salesforce.noOrganisation', null],
    ['down', 'salesforce.host', 'salesforce.down', 'invalid_grant'],
  ])('%s fails %s', (refusal, code, advice, detail) => {
    expect(adviceFor(new TokenError('refused', 'invalid_grant', refusal), host)).toEqual({ code, advice, detail });
  });

  it.each([
    ['the host name does not exist', 'salesforce.hostNotFound', host],
    ['no answer in time', 'network.timedOut', host],
    ['the host refuses connections', 'network.refused', host],
    ['the host has no certificate that can be trusted', 'network.untrusted', host],
    ['the connection broke', 'network.broken', host],
    ['status 503', 'salesforce.down', 'status 503'],
  ])('for want of an answer: %s', (said, advice, detail) => {
    expect(adviceFor(new OutsideError('salesforce', 'unavailable', said), host)).toEqual({ code: 'salesforce.host', advice, detail });
  });
});

describe('when a token was given', () => {
  it.each([
    ['an object', refused(400, 'INVALID_TYPE'), 'salesforce.objectHidden', 'OpportunityStage'],
    ['a record', refused(403, 'INSUFFICIENT_ACCESS'), 'salesforce.objectHidden', 'OpportunityStage'],
    ['a field', refused(400, 'INVALID_FIELD', 'IsWon'), 'salesforce.fieldHidden', 'OpportunityStage.IsWon'],
    ['a field without a name', refused(400, 'INVALID_FIELD'), 'salesforce.objectHidden', 'OpportunityStage'],
    ['an organisation without API', refused(403, 'API_DISABLED_FOR_ORG'), 'salesforce.apiOff', null],
    ['a user without API', refused(403, 'API_CURRENTLY_DISABLED'), 'salesforce.apiOff', null],
    ['another 403', refused(403, 'FUNCTIONALITY_NOT_ENABLED'), 'salesforce.apiForbidden', 'FUNCTIONALITY_NOT_ENABLED'],
    ['a 401', refused(401, 'INVALID_SESSION_ID'), 'salesforce.tokenNotUsable', null],
    ['a retired version', refused(410), 'salesforce.versionGone', 'status 410'],
    ['a 500', refused(500), 'salesforce.readingFailed', 'status 500'],
    ['an answer of another shape', new OutsideError('salesforce', 'unexpectedAnswer', 'no JSON'), 'salesforce.notUnderstood', null],
    ['a 429', new OutsideError('salesforce', 'rateLimited', 'too many requests'), 'salesforce.tooMany', null],
    ['a silent host', new OutsideError('salesforce', 'unavailable', 'no answer in time'), 'network.timedOut', host],
    ['a new log-in that is refused', new TokenError('refused', 'x', 'userBlocked'), 'salesforce.userBlocked', null],
  ])('%s', (_what, error, advice, detail) => {
    expect(adviceForReading('salesforce.readStages', error, host)).toEqual({ advice, detail });
  });
});
