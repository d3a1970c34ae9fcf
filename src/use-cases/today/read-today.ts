import { dayAt } from '../../domain/calendar';
import { isOfManager, urgencyOf, type AttentionItem } from '../../domain/attention/attention-item';
import { subjectOf, type PortfolioRow } from '../../domain/attention/portfolio-row';
import { snoozeOf, type Snoozes } from '../../domain/attention/snooze';
import type { AccountId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { holdsPlans, isToDecide, rowsWithPlans } from './plans-to-decide';
import { allowedIn, freshen, managersOf, visibleRows } from './visible-rows';

export interface TodayRequest {
  /** `mine` is what the caller is account manager of; `all` is everything that they may see. */
  readonly whose: 'mine' | 'all';
  readonly kind: PortfolioRow['kind'];
  /** What an earlier answer gave as next; null is the beginning. */
  readonly after: string | null;
}

/**
 * What waits for the caller, a hundred projects and clients at a time, the most urgent first. `kind` chooses between projects and
 * clients of everybody; of the caller's own both come together, and with them, for the head of sales, the plans that wait for them.
 */
export async function readToday(world: World, { accountId }: SiteCall, { whose, kind, after }: TodayRequest) {
  if (after === null) await freshen(world);
  const list = whose === 'mine' ? ({ of: 'manager', accountId } as const) : ({ of: 'all', kind } as const);
  const [{ rows, next }, { snoozes, company }, withPlans] = await Promise.all([visibleRows(world, list, after), world.portfolio.reader(accountId), whose === 'mine' && after === null ? rowsWithPlans(world) : []]);
  const today = dayAt(world.clock.now(), company.timeZone);
  const decidesPlans = whose === 'all' && holdsPlans(rows) && (await world.tracker.seesPortfolio());
  const waiting = [
    ...rows.map((row) => ({ row, items: row.attention.filter((item) => isOfManager(item) || (decidesPlans && isToDecide(item, accountId))) })),
    ...withPlans.map((row) => ({ row, items: row.attention.filter((item) => isToDecide(item, accountId)) })),
  ].filter(({ items }) => items.length > 0);
  const settles = whose === 'mine' ? undefined : await allowedIn(world, ['setGuidelines'], waiting.map(({ row }) => row));
  const managers = whose === 'mine' ? new Map<AccountId, Person>() : await managersOf(world, waiting.map(({ row }) => row));
  return {
    today,
    /** How many projects and clients were looked through, to say so on a quiet day. */
    looked: rows.length,
    next,
    administers: waiting.some(({ items }) => items.some(({ what }) => what.kind === 'stageUnmapped')) && (await world.tracker.isAdministrator()),
    items: waiting.flatMap(({ row, items }) => items.map((item) => ({ ...viewOf(row, item, snoozes, today), settles: settles === undefined || isToDecide(item, accountId) || settles(row), manager: row.managerId === null ? null : (managers.get(row.managerId) ?? null) }))),
  };
}

type Today = Parameters<typeof urgencyOf>[1];

const aboutOf = (row: PortfolioRow) =>
  row.kind === 'project'
    ? { kind: 'project' as const, projectId: row.projectId, key: row.project?.key ?? null, name: row.project?.name ?? row.projectId, clients: row.clients }
    : { kind: 'client' as const, clientId: row.clientId, name: row.client.name };

function viewOf(row: PortfolioRow, item: AttentionItem, { snoozes }: Snoozes, today: Today) {
  const subject = subjectOf(row);
  const snooze = snoozeOf(subject, item, snoozes, today);
  return { subject, about: aboutOf(row), ...item, urgency: urgencyOf(item, today), snooze: snooze === undefined ? null : { until: snooze.until, reason: snooze.reason } };
}
