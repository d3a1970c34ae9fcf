import { isOfManager, type AttentionItem } from '../../domain/attention/attention-item';
import type { PortfolioRow } from '../../domain/attention/portfolio-row';
import type { AccountId } from '../../domain/ids';
import type { World } from '../../ports/world';
import { allowedIn } from './visible-rows';

/** Nobody decides more in a morning; each costs a read. */
const most = 50;

/** Rows of clients with a plan that waits for the caller as head of sales, those waiting longest first; none for anybody else. */
export async function rowsWithPlans({ plans, portfolio, tracker }: World): Promise<readonly PortfolioRow[]> {
  // Asked of Jira first, so that nobody else's first screen costs a read more.
  if (!(await tracker.seesPortfolio())) return [];
  const submitted = await plans.inList('submitted', most);
  if (submitted.length === 0) return [];
  const clients = [...new Set(submitted.map(({ content }) => content.clientId))];
  const rows = (await Promise.all(clients.map((clientId) => portfolio.row(`client:${clientId}`)))).flatMap((row) => row ?? []);
  return rows.filter(await allowedIn({ tracker }, ['seePortfolio'], rows));
}

/** Whether it is a plan that the caller may decide as head of sales: nobody decides their own. */
export const isToDecide = ({ what }: Pick<AttentionItem, 'what'>, accountId: AccountId): boolean => what.kind === 'accountPlan' && what.submittedBy.accountId !== accountId;

/** Whether any of the rows has what waits for the head of sales. */
export const holdsPlans = (rows: readonly PortfolioRow[]): boolean => rows.some(({ attention }) => !attention.every(isOfManager));
