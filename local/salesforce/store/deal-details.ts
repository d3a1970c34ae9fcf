import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { isPlainDate } from '../../plain-date';
import { wholeSecond } from '../instants';
import { atomically } from './atomically';
import { INTEGRATION_USER_ID } from './people';
import { NoSuchRecordError, RecordRuleError } from './record-errors';
import { keptText } from './text-field';

const text = z.nullable(z.string());
const detailsRow = z.object({ next_step: text, description: text, type: text, lead_source: text, last_activity_date: text });

/** What a deal says of itself that moves no stage and leaves no history (Object Reference, "Opportunity"). */
export interface DealDetails {
  readonly nextStep?: string | undefined;
  readonly description?: string | undefined;
  readonly type?: string | undefined;
  readonly leadSource?: string | undefined;
  /** YYYY-MM-DD. Salesforce takes it from tasks and events, which are not modelled. */
  readonly lastActivityDate?: string | undefined;
}

interface Telling {
  /** Who changes it; the integration user where left out. */
  readonly byUserId?: string;
  /** UTC instant for a past that is told afterwards; now where left out. */
  readonly at?: string;
}

export class DealDetailsStore {
  constructor(private readonly database: Database, private readonly clock: Clock) {}

  /** @throws NoSuchRecordError */
  of(opportunityId: string): DealDetails {
    const row = this.database.prepare('SELECT * FROM sf_opportunity WHERE id = ?').get(opportunityId);
    if (!row) throw new NoSuchRecordError(`deal ${opportunityId}`);
    const parsed = detailsRow.parse(row);
    return {
      nextStep: parsed.next_step ?? undefined, description: parsed.description ?? undefined, type: parsed.type ?? undefined,
      leadSource: parsed.lead_source ?? undefined, lastActivityDate: parsed.last_activity_date ?? undefined,
    };
  }

  /** Changes what is given and differs. @throws NoSuchRecordError @throws RecordRuleError */
  change(opportunityId: string, change: DealDetails, { byUserId = INTEGRATION_USER_ID, at }: Telling = {}): void {
    atomically(this.database, () => {
      const before = this.of(opportunityId);
      const after = { ...before, ...change };
      if (after.lastActivityDate !== undefined && !isPlainDate(after.lastActivityDate)) throw new RecordRuleError('LastActivityDate', `${after.lastActivityDate} is not a date (YYYY-MM-DD).`);
      const valuesOf = (details: DealDetails): (string | null)[] => [keptText('NextStep', details.nextStep, 255), keptText('Description', details.description, 32_000),
        keptText('Type', details.type, 255), keptText('LeadSource', details.leadSource, 255), details.lastActivityDate ?? null];
      const values = valuesOf(after);
      if (JSON.stringify(values) === JSON.stringify(valuesOf(before))) return;
      const now = wholeSecond(this.clock.now());
      const { changes } = this.database
        .prepare(`UPDATE sf_opportunity SET next_step = ?, description = ?, type = ?, lead_source = ?, last_activity_date = ?,
          last_modified_by_id = ?, last_modified_date = ?, system_modstamp = ? WHERE id = ? AND is_deleted = 0`)
        .run(...values, byUserId, at === undefined ? now : wholeSecond(new Date(at)), now, opportunityId);
      if (changes === 0) throw new NoSuchRecordError(`deal ${opportunityId}`);
    });
  }
}
