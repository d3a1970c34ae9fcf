import type { Client } from './deal';
import { added } from './figures';
import { operatingMargin, type Margin } from './margin';
import type { MarginState } from './margin-guard';
import { waitsForAnswer } from './margin-threat';
import type { Currency, Money } from './money';
import { stateOf, type MarginStanding } from './project-margin';
import { totalOf, type Total } from './total';

const urgency: Readonly<Record<MarginState, number>> = { belowTarget: 0, atRisk: 2, unknown: 4, healthy: 5 };

/** What waits for an answer comes before what has one, and the lowest margin before a higher one. */
export function mostUrgentFirst<Standing extends MarginStanding>(standings: readonly Standing[]): readonly Standing[] {
  const rank = (standing: Standing): number => urgency[stateOf(standing)] + (standing.threat !== null && !waitsForAnswer(standing.threat) ? 1 : 0);
  return [...standings].sort((a, b) => rank(a) - rank(b) || expected(a) - expected(b) || (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}

const nameOf = ({ project, projectId }: MarginStanding): string => project?.name ?? projectId;

/** The margin that a project is judged by: at completion where that can be foreseen, else to date. */
export function judgedMargin({ reading }: Pick<MarginStanding, 'reading'>): Margin | null {
  if (reading === null) return null;
  return reading.forecast.kind === 'known' && reading.forecast.margin.kind === 'known' ? reading.forecast.margin : reading.toDate;
}

function expected(standing: MarginStanding): number {
  const margin = judgedMargin(standing);
  return margin?.kind === 'known' ? margin.basisPoints : Number.MAX_SAFE_INTEGER;
}

/** A client's projects in one currency, added. Null is unknown: one project that is makes the sum so. */
export interface ClientMargin {
  /** Null stands for the projects whose deals are of several clients, or of none. */
  readonly client: Client | null;
  /** Null stands for the projects whose currencies are mixed, or that were never read; of those nothing is added. */
  readonly currency: Currency | null;
  readonly projects: number;
  /** Of those, the ones whose cost or revenue is unknown. */
  readonly unknown: number;
  readonly budget: Total | null;
  readonly cost: Total | null;
  readonly revenue: Total | null;
  readonly margin: Margin;
}

/** A line for each client and currency: those by name first, then what belongs to no single one. */
export function clientMargins(standings: readonly MarginStanding[]): readonly ClientMargin[] {
  const groups = new Map<string, { readonly client: Client | null; readonly currency: Currency | null; readonly standings: MarginStanding[] }>();
  for (const standing of standings) {
    const [only, second] = standing.clients;
    const client = only !== undefined && second === undefined ? only : null;
    const currency = standing.sums?.currency ?? null;
    const key = `${client?.id ?? ''} ${currency ?? ''}`;
    const group = groups.get(key) ?? { client, currency, standings: [] };
    group.standings.push(standing);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ client, currency, standings: all }) => clientMargin(client, currency, all)).sort(byName);
}

function clientMargin(client: Client | null, currency: Currency | null, all: readonly MarginStanding[]): ClientMargin {
  const sum = (of: (standing: MarginStanding) => Total | null): Total | null => (currency === null ? null : added(all.map(of)));
  const [cost, revenue] = [sum(({ sums }) => sums?.cost ?? null), sum(({ sums }) => sums?.revenue ?? null)];
  return {
    client,
    currency,
    projects: all.length,
    unknown: all.filter(({ sums }) => sums?.cost == null || sums.revenue === null).length,
    budget: sum(({ sums }) => budgetIn(sums?.budget ?? null, currency)),
    cost,
    revenue,
    margin: currency === null ? { kind: 'unknown', because: all.some(({ sums }) => sums !== null) ? 'mixedCurrencies' : 'revenueUnknown' } : operatingMargin(revenue, cost),
  };
}

const budgetIn = (budget: Money | null, currency: Currency | null): Total | null => (budget?.currency === currency ? totalOf(budget.amount) : null);

function byName(a: ClientMargin, b: ClientMargin): number {
  if ((a.client === null) !== (b.client === null)) return a.client === null ? 1 : -1;
  const [left, right] = [a, b].map(({ client, currency }) => `${client?.name ?? ''} ${currency ?? ''}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
