import * as z from 'zod/mini';
import { whenFirstUsed } from '../../domain/when-first-used';
import type { PlanSignals, PlanSignalsState } from '../../ports/plan-signals';
import type { TempoCredentials } from '../../ports/planner';
import type { Http } from '../http/http';
import { createTempoApi, type TempoApi } from './tempo-api';
import { TempoError } from './tempo-error';

/** Keeps what Tempo signs with, by the id of the subscription. */
export interface PlanSignalSecrets {
  read(): Promise<Readonly<Record<string, string>>>;
  save(secrets: Readonly<Record<string, string>>): Promise<void>;
}

const events = ['plan.updated', 'plan.deleted'] as const;
const path = '/4/webhooks/subscriptions';

const id = whenFirstUsed(() => z.pipe(z.union([z.string(), z.int()]), z.transform(String)));
/** Tempo REST API 4.0, "Webhooks": the shared secret is taken to be told only where the subscription is made. */
const subscription = whenFirstUsed(() => z.object({ id: id(), event: z.string(), url: z.string(), active: z.optional(z.nullable(z.boolean())), sharedSecret: z.optional(z.nullable(z.string())) }));
type Subscription = z.infer<ReturnType<typeof subscription>>;
const subscriptions = whenFirstUsed(() => z.object({ results: z.array(subscription()) }));

export interface PlanSignalsOptions {
  readonly http: Http;
  /** The stored ones. @throws NotConnected */
  readonly credentials: () => Promise<TempoCredentials>;
  readonly secrets: PlanSignalSecrets;
}

/** Subscriptions to Tempo's signals: one for each event, all to one address. */
export function createPlanSignals({ http, credentials, secrets }: PlanSignalsOptions): PlanSignals {
  const open = async (): Promise<TempoApi> => createTempoApi(http, await credentials());

  const ours = async (api: TempoApi, url: string): Promise<readonly Subscription[]> =>
    (await api.read(subscriptions(), { method: 'GET', path, repeatable: true })).results.filter((one) => one.url === url);

  async function remove(api: TempoApi, one: Subscription): Promise<void> {
    try {
      await api.done({ method: 'DELETE', path: `${path}/${encodeURIComponent(one.id)}`, repeatable: true });
    } catch (error) {
      // Gone already, as after an answer that was lost.
      if (!(error instanceof TempoError) || error.status !== 404) throw error;
    }
  }

  async function ensureOne(api: TempoApi, event: string, url: string, found: readonly Subscription[]): Promise<Subscription> {
    const known = await secrets.read();
    const [standing] = found.filter((one) => one.event === event);
    if (standing !== undefined && known[standing.id] !== undefined) {
      if (standing.active === true) return standing;
      return api.read(subscription(), { method: 'PATCH', path: `${path}/${encodeURIComponent(standing.id)}/refresh`, repeatable: true });
    }
    // Without its secret a subscription is of no use, and Tempo takes no second one of the same event and address.
    if (standing !== undefined) await remove(api, standing);
    const made = await api.read(subscription(), { method: 'POST', path, body: { url, event, name: 'Opiekun' }, repeatable: false });
    if (typeof made.sharedSecret === 'string') await secrets.save({ ...(await secrets.read()), [made.id]: made.sharedSecret });
    return made;
  }

  return {
    async ensure(url): Promise<PlanSignalsState> {
      const api = await open();
      try {
        const found = await ours(api, url);
        const standing: Subscription[] = [];
        for (const event of events) standing.push(await ensureOne(api, event, url, found));
        return standing.every(({ active }) => active === true) ? 'active' : 'inactive';
      } catch (error) {
        if (error instanceof TempoError && (error.status === 401 || error.status === 403)) return 'refused';
        throw error;
      }
    },

    async cancel(url) {
      // Without their secrets Tempo's signals are refused here, whether or not Tempo lets itself be told.
      await secrets.save({});
      const api = await open();
      for (const one of await ours(api, url)) await remove(api, one);
    },
  };
}
