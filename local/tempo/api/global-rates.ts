import { Hono } from 'hono';
import { RATE_CATEGORIES, type HourlyRate } from '../financials/model';
import { requires } from './access';
import type { ApiEnvironment, Surroundings } from './environment';
import { requireLicence } from './financial-access';
import { readQuery } from './query-fields';

/** /4/global-rates, read only (Tempo REST API 4.0, "Global Rates"). Their values carry no currency. */
export function globalRatesApi(surroundings: Surroundings): Hono<ApiEnvironment> {
  const { store } = surroundings;
  const api = new Hono<ApiEnvironment>();
  api.get('*', requires('rates', 'view'));

  api.get('/by-role', (context) => {
    requireLicence(surroundings);
    const fields = readQuery(context.req);
    const category = fields.requiredChoice('rateCategory', RATE_CATEGORIES);
    fields.finish();
    return context.json({ results: store.rates.rolesWith(category).map((roleId) => ({ roleId, rates: store.rates.of({ roleId }, category).map(rateAnswer) })) });
  });

  api.get('/by-role/:roleId{[0-9]+}', (context) => {
    requireLicence(surroundings);
    const fields = readQuery(context.req);
    const category = fields.requiredChoice('rateCategory', RATE_CATEGORIES);
    fields.finish();
    const roleId = Number(context.req.param('roleId'));
    const rates = store.rates.of({ roleId }, category);
    return rates.length === 0 ? context.body(null, 204) : context.json({ roleId, rates: rates.map(rateAnswer) });
  });

  return api;
}

/** Schema RoleRate. */
function rateAnswer({ effectiveDate, minor }: HourlyRate): object {
  return { value: minor / 100, ...(effectiveDate === undefined ? {} : { effectiveDate }) };
}
