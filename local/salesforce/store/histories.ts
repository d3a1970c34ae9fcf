import * as z from 'zod/mini';
import type { Database } from '../../database';
import { decimalAmount, minorUnits } from '../money';
import { KEY_PREFIX, recordId } from '../record-ids';
import type { Opportunity } from './opportunities';

const historyRow = z.object({
  id: z.string(), stage_name: z.string(), amount_minor: z.nullable(z.number()), close_date: z.string(),
  probability: z.nullable(z.number()), created_date: z.string(), by_name: z.nullable(z.string()),
});

export interface HistoryEntry {
  readonly id: string;
  readonly stageName: string;
  readonly amount: string | undefined;
  readonly closeDate: string;
  readonly probability: number | undefined;
  /** UTC instant. */
  readonly at: string;
  readonly by: string;
}

const minor = (amount: string | undefined): number | null => (amount === undefined ? null : minorUnits(amount));

/** OpportunityHistory: one row at creation and one for each change of stage, amount, probability or close date. */
export class OpportunityHistories {
  constructor(private readonly database: Database) {}

  add(deal: Opportunity, before: Opportunity | undefined, byUserId: string, at: string): void {
    const { lastInsertRowid } = this.database
      .prepare(`INSERT INTO sf_history (opportunity_id, stage_name, amount_minor, prev_amount_minor, close_date, prev_close_date, probability,
        forecast_category, created_by_id, created_date, system_modstamp) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
      .run(deal.id, deal.stageName, minor(deal.amount), minor(before?.amount), deal.closeDate, before?.closeDate ?? null, deal.probability ?? null,
        deal.forecastCategory, byUserId, at, at);
    const number = Number(lastInsertRowid);
    this.database.prepare('UPDATE sf_history SET id = ? WHERE number = ?').run(recordId(KEY_PREFIX.opportunityHistory, number), number);
  }

  /** Newest first. */
  of(opportunityId: string): HistoryEntry[] {
    return this.database
      .prepare(`SELECT h.*, u.name AS by_name FROM sf_history h LEFT JOIN sf_user u ON u.id = h.created_by_id
        WHERE h.opportunity_id = ? ORDER BY h.created_date DESC, h.number DESC`)
      .all(opportunityId)
      .map((row) => {
        const parsed = historyRow.parse(row);
        return {
          id: parsed.id, stageName: parsed.stage_name, amount: parsed.amount_minor === null ? undefined : decimalAmount(parsed.amount_minor),
          closeDate: parsed.close_date, probability: parsed.probability ?? undefined, at: parsed.created_date, by: parsed.by_name ?? '',
        };
      });
  }
}
