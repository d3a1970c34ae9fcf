import { Hono } from 'hono';
import type { Context } from 'hono';
import { createHmac } from 'node:crypto';
import type { Clock } from '../../clock';
import { INTEGRATION_USER_ID } from '../store/people';
import type { Settings } from '../store/settings';
import { notModelled, tokenError } from './answers';
import type { Sessions } from './sessions';

export interface ClientApp {
  readonly orgId: string;
  readonly myDomain: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How long an unused session lives. */
  readonly sessionMinutes: number;
}

const OTHER_GRANTS = new Set(['authorization_code', 'refresh_token', 'password', 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  'urn:ietf:params:oauth:grant-type:saml2-bearer', 'urn:ietf:params:oauth:grant-type:device_code', 'urn:ietf:params:oauth:grant-type:token-exchange']);

/** The setting under which the client-credentials flow is blocked; "true" blocks it. */
export const FLOW_BLOCKED = 'clientCredentialsBlocked';

/** The token endpoint (Salesforce Help, "OAuth 2.0 Client Credentials Flow for Server-to-Server Integration"), and revocation. */
export function tokenApi(app: ClientApp, sessions: Sessions, settings: Settings, clock: Clock): Hono {
  const api = new Hono();
  api.post('/token', async (context) => {
    const form = await readForm(context);
    const grant = form.get('grant_type') ?? '';
    if (OTHER_GRANTS.has(grant)) return notModelled(context, `OAuth grant ${grant}`);
    if (grant !== 'client_credentials') return tokenError(context, 'unsupported_grant_type', 'grant type not supported');
    const { id, secret } = credentials(context, form);
    if (id !== app.clientId) return tokenError(context, id === '' ? 'invalid_client' : 'invalid_client_id', 'client identifier invalid');
    if (secret !== app.clientSecret) return tokenError(context, 'invalid_client', 'invalid client credentials');
    if (settings.read(FLOW_BLOCKED) === 'true') return tokenError(context, 'invalid_grant', 'no client credentials user enabled');
    const identity = `https://login.salesforce.com/id/${app.orgId}/${INTEGRATION_USER_ID}`;
    const issuedAt = String(clock.now().getTime());
    return context.json({
      access_token: sessions.open(app.sessionMinutes),
      signature: createHmac('sha256', app.clientSecret).update(identity + issuedAt).digest('base64'),
      scope: 'api',
      instance_url: `https://${app.myDomain}`,
      id: identity,
      token_type: 'Bearer',
      issued_at: issuedAt,
    });
  });
  api.post('/revoke', async (context) => {
    const token = (await readForm(context)).get('token') ?? context.req.query('token') ?? '';
    return sessions.revoke(token) ? context.body(null, 200) : tokenError(context, 'unsupported_token_type', 'this token type is not supported');
  });
  api.all('*', (context) => notModelled(context, `${context.req.method} ${context.req.path}`));
  return api;
}

async function readForm(context: Context): Promise<URLSearchParams> {
  const type = context.req.header('content-type') ?? '';
  return new URLSearchParams(type.startsWith('application/x-www-form-urlencoded') ? await context.req.text() : '');
}

/** The client's id and secret, from the form or from a Basic header. */
function credentials(context: Context, form: URLSearchParams): { readonly id: string; readonly secret: string } {
  const basic = /^Basic\s+(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  if (basic === undefined) return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
  const text = Buffer.from(basic, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return { id: text.slice(0, Math.max(0, colon)), secret: text.slice(colon + 1) };
}
