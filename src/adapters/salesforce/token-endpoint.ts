import * as z from 'zod/mini';
import { parseOrganisationId, type OrganisationId } from '../../domain/ids';
import { whenFirstUsed } from '../../domain/when-first-used';
import type { SalesforceCredentials } from '../../ports/deals';
import { OutsideError, type OutsideFailure } from '../../ports/errors';
import type { Http, HttpAnswer } from '../http/http';
import { parseAnswer } from '../http/parse-answer';
import { identityPath, tokenRefusals } from './assumptions';

export type TokenRefusal =
  | 'clientUnknown' | 'secretWrong' | 'flowOff' | 'noScope'
  | 'noRunAsUser' | 'userBlocked' | 'ipRestricted'
  | 'wrongDomain' | 'noOrganisation'
  | 'tooMany' | 'down' | 'other';

/** No token was given. */
export class TokenError extends OutsideError {
  constructor(failure: OutsideFailure, detail: string, readonly refusal: TokenRefusal) {
    super('salesforce', failure, detail);
  }
}

export interface GrantedToken {
  readonly accessToken: string;
  readonly organisationId: OrganisationId | null;
}

const granted = whenFirstUsed(() => z.object({ access_token: z.string().check(z.regex(/^[\x21-\x7e]{1,4096}$/)), id: z.optional(z.string()) }));
const refused = whenFirstUsed(() => z.object({ error: z.string(), error_description: z.optional(z.string()) }));

/**
 * Asks for a token by the client-credentials flow (Salesforce Help, "OAuth 2.0 Client Credentials Flow for
 * Server-to-Server Integration"). The answer does not say how long the token lives.
 * @param credentials with a host that `parseMyDomain` has passed.
 * @throws TokenError, or OutsideError for a failure of the network or an answer of another shape.
 */
export async function requestToken(http: Http, credentials: SalesforceCredentials): Promise<GrantedToken> {
  const answer = await http.send({
    method: 'POST',
    url: `https://${credentials.myDomain}/services/oauth2/token`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
    }).toString(),
    repeatable: true,
  });
  if (answer.status !== 200) throw tokenErrorOf(answer);
  const token = parseAnswer('salesforce', granted(), answer.text);
  const organisation = identityPath.exec(token.id ?? '')?.[1];
  return {
    accessToken: token.access_token,
    organisationId: organisation === undefined ? null : (parseOrganisationId(organisation) ?? null),
  };
}

const failures: Readonly<Record<TokenRefusal, OutsideFailure>> = {
  clientUnknown: 'unauthorised', secretWrong: 'unauthorised', flowOff: 'refused', noScope: 'refused',
  noRunAsUser: 'refused', userBlocked: 'refused', ipRestricted: 'refused',
  wrongDomain: 'refused', noOrganisation: 'missing', tooMany: 'rateLimited', down: 'unavailable', other: 'refused',
};

function tokenErrorOf(answer: HttpAnswer): TokenError {
  const body = readRefusal(answer.text);
  if (!body) {
    const refusal = answer.status >= 500 ? 'down' : 'noOrganisation';
    return new TokenError(failures[refusal], `status ${answer.status}`, refusal);
  }
  const refusal = refusalOf(body.error, (body.error_description ?? '').toLowerCase(), answer.status);
  return new TokenError(failures[refusal], /^[a-z_]{1,60}$/.test(body.error) ? body.error : 'refused', refusal);
}

function readRefusal(text: string): z.infer<ReturnType<typeof refused>> | undefined {
  try {
    return refused().parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function refusalOf(error: string, description: string, status: number): TokenRefusal {
  if (status >= 500 || error === 'server_error') return 'down';
  if (error === 'rate_limit_exceeded' || description.includes('login rate exceeded')) return 'tooMany';
  if (error === 'invalid_client_id' || (error === 'invalid_client' && description.includes('identifier'))) return 'clientUnknown';
  if (error === 'invalid_client') return 'secretWrong';
  if (error === 'unsupported_grant_type' || error === 'unauthorized_client') return 'flowOff';
  if (error === 'invalid_scope') return 'noScope';
  if (error === 'invalid_app_access' || error === 'inactive_user' || error === 'inactive_org') return 'userBlocked';
  for (const refusal of ['noRunAsUser', 'wrongDomain', 'flowOff', 'noScope', 'ipRestricted', 'userBlocked'] as const) {
    if (tokenRefusals[refusal].some((text) => description.includes(text))) return refusal;
  }
  return 'other';
}
