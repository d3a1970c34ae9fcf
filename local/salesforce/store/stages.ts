import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { wholeSecond } from '../instants';
import { KEY_PREFIX } from '../record-ids';
import { atomically } from './atomically';
import type { Numbering } from './numbering';
import { NoSuchRecordError, RecordRuleError } from './record-errors';

const stageRow = z.object({
  id: z.string(), api_name: z.string(), master_label: z.string(), default_probability: z.number(), forecast_category: z.string(),
  is_active: z.number(), is_closed: z.number(), is_won: z.number(), sort_order: z.number(),
});

export interface Stage {
  readonly id: string;
  readonly apiName: string;
  readonly label: string;
  /** Percent, 0 to 100. */
  readonly probability: number;
  readonly forecastCategory: string;
  readonly active: boolean;
  readonly closed: boolean;
  readonly won: boolean;
  readonly sortOrder: number;
}

export interface NewStage {
  readonly number?: number;
  readonly apiName: string;
  /** The API name where left out. */
  readonly label?: string;
  readonly probability: number;
  readonly closed?: boolean;
  readonly won?: boolean;
}

/** The org's OpportunityStage values, in their order. */
export class Stages {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly numbering: Numbering) {}

  all(): Stage[] {
    return this.database.prepare('SELECT * FROM sf_stage ORDER BY sort_order, id').all().map(toStage);
  }

  find(apiName: string): Stage | undefined {
    const row = this.database.prepare('SELECT * FROM sf_stage WHERE api_name = ?').get(apiName);
    return row && toStage(row);
  }

  /** Adds a stage after the others. @throws RecordRuleError for a name that is empty or taken, or a probability beyond 0 to 100. */
  create(stage: NewStage): Stage {
    const apiName = this.freeName(stage.apiName);
    if (!Number.isInteger(stage.probability) || stage.probability < 0 || stage.probability > 100) {
      throw new RecordRuleError('DefaultProbability', 'A probability is a whole number from 0 to 100.');
    }
    const won = stage.won === true;
    const closed = won || stage.closed === true;
    const forecastCategory = closed ? (won ? 'Closed' : 'Omitted') : stage.probability >= 70 ? 'Commit' : stage.probability >= 40 ? 'Best Case' : 'Pipeline';
    const now = wholeSecond(this.clock.now());
    const sortOrder = Number(this.database.prepare('SELECT COALESCE(MAX(sort_order), 0) + 1 AS next FROM sf_stage').get()?.['next']);
    this.database
      .prepare(`INSERT INTO sf_stage (id, api_name, master_label, default_probability, forecast_category, is_active, is_closed, is_won, sort_order,
        created_date, last_modified_date, system_modstamp) VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`)
      .run(this.numbering.id(KEY_PREFIX.opportunityStage, stage.number), apiName, stage.label?.trim() || apiName, stage.probability, forecastCategory,
        closed ? 1 : 0, won ? 1 : 0, sortOrder, now, now, now);
    return this.required(apiName);
  }

  /**
   * Gives a stage another API name. Deals keep the old name, which is then no stage any more, as in Salesforce;
   * with `replaceOnDeals` they change over, which counts as a change of each deal and not as a move to another stage.
   */
  rename(apiName: string, next: { readonly apiName: string; readonly label?: string; readonly replaceOnDeals?: boolean }): void {
    atomically(this.database, () => {
      const stage = this.required(apiName);
      const nextName = next.apiName.trim() === apiName ? apiName : this.freeName(next.apiName);
      const now = wholeSecond(this.clock.now());
      this.database
        .prepare('UPDATE sf_stage SET api_name = ?, master_label = ?, last_modified_date = ?, system_modstamp = ? WHERE id = ?')
        .run(nextName, next.label?.trim() || stage.label, now, now, stage.id);
      if (next.replaceOnDeals === true) {
        this.database
          .prepare('UPDATE sf_opportunity SET stage_name = ?, last_modified_date = ?, system_modstamp = ? WHERE stage_name = ?')
          .run(nextName, now, now, apiName);
      }
    });
  }

  /** A stage that is not active can be chosen no more; deals in it stay there. */
  setActive(apiName: string, active: boolean): void {
    const stage = this.required(apiName);
    const now = wholeSecond(this.clock.now());
    this.database
      .prepare('UPDATE sf_stage SET is_active = ?, last_modified_date = ?, system_modstamp = ? WHERE id = ?')
      .run(active ? 1 : 0, now, now, stage.id);
  }

  required(apiName: string): Stage {
    const stage = this.find(apiName);
    if (!stage) throw new NoSuchRecordError(`stage ${apiName}`);
    return stage;
  }

  private freeName(apiName: string): string {
    const name = apiName.trim();
    if (name === '' || name.length > 255) throw new RecordRuleError('ApiName', 'A stage needs a name of at most 255 characters.');
    if (this.find(name)) throw new RecordRuleError('ApiName', `There is a stage ${name} already.`);
    return name;
  }
}

function toStage(row: unknown): Stage {
  const parsed = stageRow.parse(row);
  return {
    id: parsed.id, apiName: parsed.api_name, label: parsed.master_label, probability: parsed.default_probability,
    forecastCategory: parsed.forecast_category, active: parsed.is_active === 1, closed: parsed.is_closed === 1, won: parsed.is_won === 1,
    sortOrder: parsed.sort_order,
  };
}
