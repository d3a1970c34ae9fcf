import { accountId, amount, clientId, day, dealId, projectId, total } from '../../src/domain/fixture/values';
import type { DealStage } from '../../src/domain/deal';
import type { AccountId, ClientId } from '../../src/domain/ids';
import type { FactDeal, FactProject, KpiFacts } from '../../src/domain/kpi/contribution';
import { isQuarter, type Quarter } from '../../src/domain/kpi/quarter';
import type { Currency } from '../../src/domain/money';

export const quarter = (text: string): Quarter => {
  if (!isQuarter(text)) throw new TypeError(`${text} is no quarter`);
  return text;
};

export const anna = accountId('anna');
export const bartek = accountId('bartek');

interface DealWords {
  readonly stage: DealStage | null;
  readonly on: string | null;
  readonly worth?: string | null;
  readonly currency?: Currency;
  readonly probability?: number | null;
  readonly project?: number;
}

export const factDeal = (n: number, { stage, on, worth = '100.00', currency = 'PLN', probability = 50, project = 1 }: DealWords): FactDeal => ({
  deal: { id: dealId(n), name: `Deal ${n}`, amount: worth === null ? null : { amount: amount(worth), currency }, closeDate: on === null ? null : day(on), probability },
  projectId: projectId(String(10_000 + project)),
  stage,
});

/** @param weeks by Monday: revenue and cost, or null for what is not known. */
export const factProject = (n: number, managerId: AccountId | null, weeks: Readonly<Record<string, readonly [string | null, string | null]>> = {}, currency: Currency | null = 'PLN'): FactProject => ({
  projectId: projectId(String(10_000 + n)),
  managerId,
  isOwn: true,
  figures: { currency, weeks: Object.entries(weeks).map(([monday, [revenue, cost]]) => ({ monday: day(monday), seconds: 0, revenue: revenue === null ? null : total(revenue), cost: cost === null ? null : total(cost) })) },
});

export const factsOf = (client: number, today: string, deals: readonly FactDeal[], projects: readonly FactProject[], standing: KpiFacts['standing'] = null): KpiFacts => {
  const id: ClientId = clientId(client);
  return { owner: id, client: { id, name: `Client ${client}` }, today: day(today), deals, projects, standing };
};
