import { createMiddleware } from 'hono/factory';
import { FORBIDDEN_TEXT, UNAUTHORISED_TEXT } from '../assumptions';
import { errorPage } from '../errors';
import type { ApiToken, AssigneeType, Region, ScopeArea, ScopeLevel } from '../model';
import type { TempoStore } from '../store/tempo-store';
import type { ApiEnvironment } from './environment';

const UNIVERSAL_HOST = 'api.tempo.io';

function servesHost(host: string | undefined, region: Region): boolean {
  return host === undefined || host === UNIVERSAL_HOST || host === `api.${region}.tempo.io`;
}

/** Lets in only a valid bearer token, and only on the universal host or the customer's own cluster. */
export function authenticate(store: TempoStore) {
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const secret = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    const token = secret === undefined ? undefined : store.tokens.findValid(secret);
    const hostServed = servesHost(context.req.header('x-forwarded-host'), store.settings.get().region);
    if (token === undefined || !hostServed) return context.html(errorPage(401, UNAUTHORISED_TEXT), 401);
    context.set('token', token);
    return next();
  });
}

function hasScope(token: ApiToken, area: ScopeArea, level: ScopeLevel): boolean {
  return token.scopes.includes(`${area}:manage`) || (level === 'view' && token.scopes.includes(`${area}:view`));
}

/** Lets in only tokens with the scope. */
export function requires(area: ScopeArea, level: ScopeLevel) {
  return createMiddleware<ApiEnvironment>((context, next) =>
    hasScope(context.get('token'), area, level) ? next() : Promise.resolve(context.html(errorPage(403, FORBIDDEN_TEXT), 403)),
  );
}

/** Whether the token's owner may see and change the plans of an assignee; generic resources are everybody's. */
export function mayPlanFor(token: ApiToken, assignee: { assigneeType: AssigneeType; assigneeId: string }): boolean {
  return token.plansFor === undefined || assignee.assigneeType === 'GENERIC' || token.plansFor.includes(assignee.assigneeId);
}
