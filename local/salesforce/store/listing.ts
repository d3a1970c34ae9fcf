import * as z from 'zod/mini';
import type { Database } from '../../database';
import { fold } from '../schema';
import { toOpportunity } from './opportunities';
import type { Opportunity } from './opportunities';

const names = z.object({ account_name: z.nullable(z.string()), owner_name: z.nullable(z.string()) });

export interface ListedDeal {
  readonly deal: Opportunity;
  readonly client: string | undefined;
  readonly owner: string;
}

export interface DealFilter {
  /** Part of a deal's or a client's name, or an id. */
  readonly text?: string;
  readonly stageName?: string;
  readonly deleted?: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A page of deals, newest change first, and how many there are in all. */
export function listDeals(database: Database, filter: DealFilter): { readonly deals: ListedDeal[]; readonly total: number } {
  const conditions = ['o.is_deleted = ?'];
  const values: (string | number)[] = [filter.deleted === true ? 1 : 0];
  if (filter.text !== undefined && filter.text.trim() !== '') {
    const text = fold(filter.text.trim());
    conditions.push('(INSTR(sf_fold(o.name), ?) > 0 OR INSTR(sf_fold(a.name), ?) > 0 OR o.id = ? OR o.external_id = ?)');
    values.push(text, text, filter.text.trim(), filter.text.trim());
  }
  if (filter.stageName !== undefined && filter.stageName !== '') {
    conditions.push('o.stage_name = ?');
    values.push(filter.stageName);
  }
  const from = `FROM sf_opportunity o LEFT JOIN sf_account a ON a.id = o.account_id WHERE ${conditions.join(' AND ')}`;
  const total = Number(database.prepare(`SELECT COUNT(*) AS total ${from}`).get(...values)?.['total']);
  const deals = database
    .prepare(`SELECT o.*, a.name AS account_name, (SELECT name FROM sf_user u WHERE u.id = o.owner_id) AS owner_name ${from}
      ORDER BY o.last_modified_date DESC, o.id DESC LIMIT ? OFFSET ?`)
    .all(...values, filter.limit, filter.offset)
    .map((row) => {
      const { account_name: client, owner_name: owner } = names.parse(row);
      return { deal: toOpportunity(row), client: client ?? undefined, owner: owner ?? '' };
    });
  return { deals, total };
}

/** How many deals that are not deleted stand in each stage, by API name. */
export function countByStage(database: Database): ReadonlyMap<string, number> {
  const rows = database.prepare('SELECT stage_name, COUNT(*) AS deals FROM sf_opportunity WHERE is_deleted = 0 GROUP BY stage_name').all();
  return new Map(rows.map((row) => [String(row['stage_name']), Number(row['deals'])]));
}
