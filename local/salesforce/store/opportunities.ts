import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { isPlainDate } from '../../plain-date';
import { wholeSecond } from '../instants';
import { decimalAmount, minorUnits } from '../money';
import { KEY_PREFIX } from '../record-ids';
import { atomically } from './atomically';
import type { OpportunityHistories } from './histories';
import type { Numbering } from './numbering';
import { INTEGRATION_USER_ID } from './people';
import { NoSuchRecordError, RecordRuleError } from './record-errors';
import type { Stage, Stages } from './stages';

const opportunityRow = z.object({
  id: z.string(), name: z.string(), account_id: z.nullable(z.string()), stage_name: z.string(), amount_minor: z.nullable(z.number()),
  currency: z.string(), close_date: z.string(), probability: z.nullable(z.number()), forecast_category: z.string(),
  is_closed: z.number(), is_won: z.number(), owner_id: z.string(), external_id: z.nullable(z.string()), is_deleted: z.number(),
  created_date: z.string(), last_modified_date: z.string(), system_modstamp: z.string(),
});

export interface Opportunity {
  readonly id: string;
  readonly name: string;
  readonly accountId: string | undefined;
  readonly stageName: string;
  /** Decimal text with two decimals. */
  readonly amount: string | undefined;
  readonly currency: string;
  /** YYYY-MM-DD, without zone. */
  readonly closeDate: string;
  readonly probability: number | undefined;
  readonly forecastCategory: string;
  readonly closed: boolean;
  readonly won: boolean;
  readonly ownerId: string;
  readonly externalId: string | undefined;
  readonly deleted: boolean;
  /** UTC instants, whole seconds. */
  readonly createdDate: string;
  readonly lastModifiedDate: string;
  readonly systemModstamp: string;
}

export interface NewOpportunity {
  /** The same number gives the same id. */
  readonly number?: number;
  /** A Salesforce id to keep, in place of a number. */
  readonly id?: string;
  readonly name: string;
  readonly accountId?: string;
  readonly stageName: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly closeDate: string;
  /** The stage's own where left out. */
  readonly probability?: number;
  readonly ownerId?: string;
  readonly externalId?: string;
  /** UTC instant; now where left out. SystemModstamp is when the record was written, in either case. */
  readonly createdDate?: string;
}

export interface OpportunityChange {
  readonly name?: string;
  readonly accountId?: string | undefined;
  readonly stageName?: string;
  readonly amount?: string | undefined;
  readonly closeDate?: string;
  readonly probability?: number;
  readonly ownerId?: string;
  /** Who changes it; the integration user where left out. */
  readonly byUserId?: string;
  /** UTC instant for a change that is told afterwards, as a demo's past; now where left out. */
  readonly at?: string;
}

const LONGEST_NAME = 120;

/** Deals. Every change of stage is handed to `onStageChange` inside the same transaction. */
export class Opportunities {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly numbering: Numbering,
    private readonly stages: Stages,
    private readonly histories: OpportunityHistories,
    private readonly onStageChange: (opportunity: Opportunity) => void,
  ) {}

  /** @throws RecordRuleError for a name, date, amount or stage the org would refuse. */
  create(deal: NewOpportunity): Opportunity {
    return atomically(this.database, () => {
      const stage = this.choosable(deal.stageName);
      // One reading of the clock: two could fall on both sides of a full second.
      const now = wholeSecond(this.clock.now());
      const createdDate = deal.createdDate === undefined ? now : wholeSecond(new Date(deal.createdDate));
      const id = deal.id ?? this.numbering.id(KEY_PREFIX.opportunity, deal.number);
      const amountMinor = deal.amount === undefined ? null : minorUnits(deal.amount);
      this.database
        .prepare(`INSERT INTO sf_opportunity (id, name, account_id, stage_name, amount_minor, currency, close_date, probability, forecast_category,
          is_closed, is_won, owner_id, external_id, created_date, created_by_id, last_modified_date, last_modified_by_id, system_modstamp)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
        .run(id, checkedName(deal.name), deal.accountId ?? null, stage.apiName, amountMinor, deal.currency ?? 'PLN', checkedDate(deal.closeDate),
          checkedProbability(deal.probability ?? stage.probability), stage.forecastCategory, stage.closed ? 1 : 0, stage.won ? 1 : 0,
          deal.ownerId ?? INTEGRATION_USER_ID, deal.externalId ?? null, createdDate, deal.ownerId ?? INTEGRATION_USER_ID, createdDate,
          deal.ownerId ?? INTEGRATION_USER_ID, now);
      const created = this.required(id);
      this.histories.add(created, undefined, created.ownerId, createdDate);
      return created;
    });
  }

  /** Deleted deals are found too; see `deleted`. */
  find(id: string): Opportunity | undefined {
    const row = this.database.prepare('SELECT * FROM sf_opportunity WHERE id = ?').get(id);
    return row && toOpportunity(row);
  }

  required(id: string): Opportunity {
    const found = this.find(id);
    if (!found) throw new NoSuchRecordError(`deal ${id}`);
    return found;
  }

  moveStage(id: string, stageName: string, byUserId = INTEGRATION_USER_ID): Opportunity {
    return this.change(id, { stageName, byUserId });
  }

  /**
   * Changes what is given and differs; a new stage sets probability, closed and won.
   * @returns the deal afterwards; unchanged, with its old modification stamp, where nothing differs.
   * @throws NoSuchRecordError @throws RecordRuleError
   */
  change(id: string, change: OpportunityChange): Opportunity {
    return atomically(this.database, () => {
      const before = this.required(id);
      if (before.deleted) throw new NoSuchRecordError(`deal ${id}`);
      const moved = change.stageName !== undefined && change.stageName !== before.stageName;
      const stage = moved ? this.choosable(change.stageName) : undefined;
      const after: Opportunity = {
        ...before,
        name: change.name === undefined ? before.name : checkedName(change.name),
        accountId: 'accountId' in change ? change.accountId : before.accountId,
        amount: !('amount' in change) ? before.amount : change.amount === undefined ? undefined : decimalAmount(minorUnits(change.amount)),
        closeDate: change.closeDate === undefined ? before.closeDate : checkedDate(change.closeDate),
        ownerId: change.ownerId ?? before.ownerId,
        probability: change.probability === undefined ? (stage?.probability ?? before.probability) : checkedProbability(change.probability),
        ...(stage && { stageName: stage.apiName, forecastCategory: stage.forecastCategory, closed: stage.closed, won: stage.won }),
      };
      const historic = (['stageName', 'amount', 'closeDate', 'probability'] as const).some((name) => after[name] !== before[name]);
      const differs = historic || after.name !== before.name || after.accountId !== before.accountId || after.ownerId !== before.ownerId;
      if (!differs) return before;
      const now = wholeSecond(this.clock.now());
      const modified = change.at === undefined ? now : wholeSecond(new Date(change.at));
      const byUserId = change.byUserId ?? INTEGRATION_USER_ID;
      this.write(after, byUserId, modified, now);
      const written = this.required(id);
      if (historic) this.histories.add(written, before, byUserId, modified);
      // A change told afterwards is a past that no Flow saw.
      if (moved && change.at === undefined) this.onStageChange(written);
      return written;
    });
  }

  delete(id: string): void {
    this.setDeleted(id, true);
  }

  undelete(id: string): void {
    this.setDeleted(id, false);
  }

  private setDeleted(id: string, deleted: boolean): void {
    const now = wholeSecond(this.clock.now());
    const { changes } = this.database
      .prepare('UPDATE sf_opportunity SET is_deleted = ?, last_modified_date = ?, system_modstamp = ? WHERE id = ? AND is_deleted <> ?')
      .run(deleted ? 1 : 0, now, now, id, deleted ? 1 : 0);
    if (changes === 0) this.required(id);
  }

  private write(deal: Opportunity, byUserId: string, modified: string, stamp: string): void {
    this.database
      .prepare(`UPDATE sf_opportunity SET name = ?, account_id = ?, stage_name = ?, amount_minor = ?, close_date = ?, probability = ?,
        forecast_category = ?, is_closed = ?, is_won = ?, owner_id = ?, last_modified_by_id = ?, last_modified_date = ?, system_modstamp = ? WHERE id = ?`)
      .run(deal.name, deal.accountId ?? null, deal.stageName, deal.amount === undefined ? null : minorUnits(deal.amount), deal.closeDate,
        deal.probability ?? null, deal.forecastCategory, deal.closed ? 1 : 0, deal.won ? 1 : 0, deal.ownerId, byUserId, modified, stamp, deal.id);
  }

  private choosable(stageName: string): Stage {
    const stage = this.stages.find(stageName);
    if (!stage?.active) throw new RecordRuleError('StageName', `${stageName} is not an active stage.`);
    return stage;
  }
}

function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new RecordRuleError('Name', 'A deal needs a name.');
  if (trimmed.length > LONGEST_NAME) throw new RecordRuleError('Name', `A deal's name has at most ${LONGEST_NAME} characters.`);
  return trimmed;
}

function checkedDate(date: string): string {
  if (!isPlainDate(date)) throw new RecordRuleError('CloseDate', `${date || 'An empty text'} is not a date (YYYY-MM-DD).`);
  return date;
}

function checkedProbability(percent: number): number {
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) {
    throw new RecordRuleError('Probability', 'A probability is a whole number from 0 to 100.');
  }
  return percent;
}

export function toOpportunity(row: unknown): Opportunity {
  const parsed = opportunityRow.parse(row);
  return {
    id: parsed.id, name: parsed.name, accountId: parsed.account_id ?? undefined, stageName: parsed.stage_name,
    amount: parsed.amount_minor === null ? undefined : decimalAmount(parsed.amount_minor), currency: parsed.currency,
    closeDate: parsed.close_date, probability: parsed.probability ?? undefined, forecastCategory: parsed.forecast_category,
    closed: parsed.is_closed === 1, won: parsed.is_won === 1, ownerId: parsed.owner_id, externalId: parsed.external_id ?? undefined,
    deleted: parsed.is_deleted === 1, createdDate: parsed.created_date, lastModifiedDate: parsed.last_modified_date,
    systemModstamp: parsed.system_modstamp,
  };
}
