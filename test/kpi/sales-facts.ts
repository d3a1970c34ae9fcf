import { mondayOf } from '../../src/domain/calendar';
import type { DealStage } from '../../src/domain/deal';
import { accountId, amount, clientId, day, dealId, projectId } from '../../src/domain/fixture/values';
import { grouped } from '../../src/domain/grouped';
import type { AccountId } from '../../src/domain/ids';
import type { FactDeal, FactProject, KpiFacts } from '../../src/domain/kpi/contribution';
import { ownerOfProject } from '../../src/domain/kpi/part';
import type { PlainDate } from '../../src/domain/plain-date';
import { percentOf, sumOf, totalOf } from '../../src/domain/total';
import type { SalesData, SalesRow } from './sales-data';

const stages: Readonly<Record<string, { readonly stage: DealStage; readonly probability: number | null }>> = {
  Prospecting: { stage: 'open', probability: 10 },
  Engaging: { stage: 'negotiation', probability: 50 },
  Won: { stage: 'won', probability: 100 },
  Lost: { stage: 'lost', probability: 0 },
};

/** What the data set's sales agents are as people. */
export const agentId = (name: string): AccountId => accountId(name.replace(/\W/g, '-'));

function dayOf(text: string): PlainDate | null {
  const [month = '', date = '', year = ''] = text.split('/');
  return text === '' ? null : day(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}

/**
 * The data set as the app would know it: an account is a client, an agent manages one project for each of their accounts, and what was won
 * is earned in the week of its close date at a cost of 60 % of the product's list price. Its values are whole and have no currency.
 */
export function salesFacts({ deals, products }: SalesData, today: PlainDate): readonly KpiFacts[] {
  const numbers = new Map([...deals.map(({ opportunity_id: id }) => id)].sort().map((id, at) => [id, at + 1]));
  const prices = new Map(products.map(({ product, sales_price: price }) => [product, `${price}.00`]));
  const projects = new Map([...new Set(deals.map(projectName))].map((name, at) => [name, projectId(String(10_001 + at))]));
  const projectOf = (row: SalesRow) => projects.get(projectName(row)) ?? projectId('1');

  const factDeal = (row: SalesRow): FactDeal => {
    const { stage, probability } = stages[row.deal_stage] ?? { stage: null, probability: null };
    return {
      deal: { id: dealId(numbers.get(row.opportunity_id) ?? 0), name: row.opportunity_id, closeDate: dayOf(row.close_date), probability, amount: row.close_value === '' ? null : { amount: amount(`${row.close_value}.00`), currency: 'PLN' } },
      projectId: projectOf(row),
      stage,
    };
  };
  const factProject = (rows: readonly SalesRow[]): FactProject => {
    const earned = rows.flatMap((row) => {
      const closed = dayOf(row.close_date);
      // The product is spelt two ways.
      const price = prices.get(row.product.replace('GTXPro', 'GTX Pro')) ?? '0.00';
      return row.deal_stage !== 'Won' || closed === null ? [] : [{ monday: mondayOf(closed), revenue: totalOf(amount(`${row.close_value}.00`)), cost: percentOf(totalOf(amount(price)), 60) }];
    });
    const weeks = [...grouped(earned, ({ monday }) => monday)].map(([monday, of]) => ({ monday, seconds: 0, revenue: sumOf(of.map(({ revenue }) => revenue)), cost: sumOf(of.map(({ cost }) => cost)) }));
    const first = rows[0];
    return { projectId: first === undefined ? projectId('1') : projectOf(first), managerId: first === undefined ? null : agentId(first.sales_agent), isOwn: true, figures: { currency: 'PLN', weeks } };
  };
  const unit = (rows: readonly SalesRow[]): Pick<KpiFacts, 'deals' | 'projects'> => ({ deals: rows.map(factDeal), projects: [...grouped(rows, projectName).values()].map(factProject) });

  const clients = [...grouped(deals.filter(({ account }) => account !== ''), ({ account }) => account)].map(([name, rows], at): KpiFacts => {
    const id = clientId(at + 1);
    return { owner: id, client: { id, name }, today, standing: null, ...unit(rows) };
  });
  const unclaimed = [...grouped(deals.filter(({ account }) => account === ''), projectName).values()].map((rows): KpiFacts => {
    const [first] = rows;
    return { owner: ownerOfProject(first === undefined ? projectId('1') : projectOf(first)), client: null, today, standing: null, ...unit(rows) };
  });
  return [...clients, ...unclaimed];
}

const projectName = ({ sales_agent: agent, account }: SalesRow): string => `${agent} ${account}`;
