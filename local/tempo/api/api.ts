import { Hono } from 'hono';
import { FORBIDDEN_TEXT } from '../assumptions';
import { errorBody, errorPage, Forbidden, NotModelled, RefusedRequest } from '../errors';
import { authenticate } from './access';
import { companyApi } from './company';
import type { ApiEnvironment, Surroundings } from './environment';
import { genericResourcesApi } from './generic-resources';
import { globalRatesApi } from './global-rates';
import { injectFaults } from './inject-faults';
import { plansApi } from './plans';
import { limitRate } from './rate-limit';
import { tempoProjectsApi } from './tempo-projects';
import { webhooksApi } from './webhooks';
import { worklogsApi } from './worklogs';

/** Tempo REST API 4, as far as it is modelled; everything else under /4 is 501. */
export function tempoApi(surroundings: Surroundings): Hono<ApiEnvironment> {
  const { store, clock, webhooks } = surroundings;
  const api = new Hono<ApiEnvironment>();

  api.use(injectFaults(store));
  api.use(authenticate(store));
  api.use(limitRate(store, clock));
  api.route('/plans', plansApi(surroundings));
  api.route('/generic-resources', genericResourcesApi(store));
  api.route('/worklogs', worklogsApi(surroundings));
  api.route('/projects', tempoProjectsApi(surroundings));
  api.route('/global-rates', globalRatesApi(surroundings));
  api.route('/webhooks', webhooksApi(webhooks));
  api.route('/', companyApi(store));
  api.all('*', (context) => {
    throw new NotModelled(`${context.req.method} ${context.req.path}`);
  });

  api.onError((error, context) => {
    if (error instanceof RefusedRequest) return context.json(errorBody(error.messages, store.settings.get().errorForm), error.status);
    if (error instanceof Forbidden) return context.html(errorPage(403, FORBIDDEN_TEXT), 403);
    if (error instanceof NotModelled) return context.json({ error: 'not modelled', missing: error.missing }, 501);
    throw error;
  });
  return api;
}
