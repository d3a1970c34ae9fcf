import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { wholeSecond } from '../instants';
import { NoSuchRecordError, RecordRuleError } from './record-errors';
import { keptText } from './text-field';

const text = z.nullable(z.string());
const profileRow = z.object({
  type: text, industry: text, phone: text, website: text, billing_street: text, billing_city: text, billing_postal_code: text, billing_country: text,
  number_of_employees: z.nullable(z.number()), description: text, last_modified_date: z.string(),
});

/** What is known of a client beside its name and owner (Object Reference, "Account"). */
export interface AccountProfile {
  readonly type?: string | undefined;
  readonly industry?: string | undefined;
  readonly phone?: string | undefined;
  readonly website?: string | undefined;
  readonly billingStreet?: string | undefined;
  readonly billingCity?: string | undefined;
  readonly billingPostalCode?: string | undefined;
  readonly billingCountry?: string | undefined;
  readonly numberOfEmployees?: number | undefined;
  readonly description?: string | undefined;
}

export interface KnownAccountProfile extends AccountProfile {
  /** UTC instant. */
  readonly lastModifiedDate: string;
}

/** The fields of clients that people keep up to date, or do not. */
export class AccountProfiles {
  constructor(private readonly database: Database, private readonly clock: Clock) {}

  /** @throws NoSuchRecordError */
  of(accountId: string): KnownAccountProfile {
    const row = this.database.prepare('SELECT * FROM sf_account WHERE id = ?').get(accountId);
    if (!row) throw new NoSuchRecordError(`client ${accountId}`);
    const parsed = profileRow.parse(row);
    return {
      type: parsed.type ?? undefined, industry: parsed.industry ?? undefined, phone: parsed.phone ?? undefined, website: parsed.website ?? undefined,
      billingStreet: parsed.billing_street ?? undefined, billingCity: parsed.billing_city ?? undefined, billingPostalCode: parsed.billing_postal_code ?? undefined,
      billingCountry: parsed.billing_country ?? undefined, numberOfEmployees: parsed.number_of_employees ?? undefined, description: parsed.description ?? undefined,
      lastModifiedDate: parsed.last_modified_date,
    };
  }

  /**
   * Replaces the whole profile.
   * @param at UTC instant for a past that is told afterwards; now where left out.
   * @throws NoSuchRecordError @throws RecordRuleError
   */
  replace(accountId: string, profile: AccountProfile, at?: string): void {
    const { numberOfEmployees: employees } = profile;
    if (employees !== undefined && (!Number.isInteger(employees) || employees < 0 || employees > 99_999_999)) {
      throw new RecordRuleError('NumberOfEmployees', 'A number of employees is a whole number with at most eight digits.');
    }
    const now = wholeSecond(this.clock.now());
    const { changes } = this.database
      .prepare(`UPDATE sf_account SET type = ?, industry = ?, phone = ?, website = ?, billing_street = ?, billing_city = ?, billing_postal_code = ?, billing_country = ?,
        number_of_employees = ?, description = ?, last_modified_date = ?, system_modstamp = ? WHERE id = ? AND is_deleted = 0`)
      .run(keptText('Type', profile.type, 255), keptText('Industry', profile.industry, 255), keptText('Phone', profile.phone, 40), keptText('Website', profile.website, 255),
        keptText('BillingStreet', profile.billingStreet, 255), keptText('BillingCity', profile.billingCity, 40), keptText('BillingPostalCode', profile.billingPostalCode, 20),
        keptText('BillingCountry', profile.billingCountry, 80), employees ?? null, keptText('Description', profile.description, 32_000),
        at === undefined ? now : wholeSecond(new Date(at)), now, accountId);
    if (changes === 0) throw new NoSuchRecordError(`client ${accountId}`);
  }
}
