import * as z from 'zod/mini';
import { later } from '../../domain/calendar';
import type { AccountField, DealField, DealRecord } from '../../domain/freshness';
import { parseDealId } from '../../domain/ids';
import { isPlainDate } from '../../domain/plain-date';
import { whenFirstUsed } from '../../domain/when-first-used';
import type { ClientRecords } from '../../ports/client-records';
import { OutsideError } from '../../ports/errors';
import { DataError } from './data-error';
import { instantFrom } from './deal-record';
import { displayText } from './display-text';
import type { Organisation } from './organisation';
import { query } from './query';
import type { Session } from './session';
import { chunksOf, idList } from './soql';

/** Account and Opportunity (Object Reference for the Salesforce Platform): two calls for a client with up to 300 deals. */
export const createClientRecords = ({ session }: Organisation): ClientRecords => ({
  async read(clientId, deals) {
    const opened = await session();
    const hidden = new Set<AccountField | DealField>();
    const [account] = await queryShown(opened, { object: 'Account', always: ['Id'], fields: ofAccount, ids: idList([clientId]), record: record(), hidden });
    const found: DealRecord[] = [];
    for (const chunk of chunksOf(deals)) {
      const records = await queryShown(opened, { object: 'Opportunity', always: ['Id', 'Name', 'StageName', 'IsClosed', 'IsWon', 'LastModifiedDate'], fields: ofDeal, ids: idList(chunk), record: dealRecord(), hidden });
      found.push(...records.map(dealFrom));
    }
    return { account: account === undefined ? null : { filled: filledOf(account, ofAccount) }, deals: found, hidden };
  },
});

const ofAccount: ReadonlyMap<string, AccountField> = new Map([['Phone', 'phone'], ['Website', 'website'], ['Industry', 'industry'], ['BillingCity', 'billingCity'], ['OwnerId', 'owner']]);
const ofDeal: ReadonlyMap<string, DealField> = new Map([['Amount', 'amount'], ['CloseDate', 'closeDate'], ['NextStep', 'nextStep'], ['LastActivityDate', 'lastActivity']]);

const record = whenFirstUsed(() => z.looseObject({ Id: z.string() }));
const dealRecord = whenFirstUsed(() => z.looseObject({
  Id: z.string(),
  Name: z.nullable(z.string()),
  StageName: z.string(),
  IsClosed: z.boolean(),
  IsWon: z.boolean(),
  LastModifiedDate: z.string(),
  CloseDate: z.nullish(z.string()),
  LastActivityDate: z.nullish(z.string()),
}));

interface Asked<Field, Row> {
  readonly object: 'Account' | 'Opportunity';
  readonly always: readonly string[];
  readonly fields: ReadonlyMap<string, Field>;
  /** For IN. */
  readonly ids: string;
  readonly record: z.ZodMiniType<Row>;
  /** Fields that are not asked for; those that the organisation turns out to hide are added. */
  readonly hidden: Set<AccountField | DealField>;
}

/** Each field that the integration user may not see is named by one refusal, and then left out. */
async function queryShown<Field extends AccountField | DealField, Row>(session: Session, asked: Asked<Field, Row>): Promise<readonly Row[]> {
  const { object, always, fields, ids, record: shape, hidden } = asked;
  const shown = [...fields].filter(([, field]) => !hidden.has(field)).map(([name]) => name);
  try {
    return await query(session, `SELECT ${[...always, ...shown].join(',')} FROM ${object} WHERE Id IN ${ids} ORDER BY Id`, shape);
  } catch (error) {
    const refused = error instanceof DataError && error.code === 'INVALID_FIELD' ? fields.get(error.field ?? '') : undefined;
    if (refused === undefined || hidden.has(refused)) throw error;
    hidden.add(refused);
    return queryShown(session, asked);
  }
}

/** Which fields have something in them; a text of spaces is nothing. */
const filledOf = <Field>(row: Readonly<Record<string, unknown>>, fields: ReadonlyMap<string, Field>): ReadonlySet<Field> =>
  new Set([...fields].filter(([name]) => isFilled(row[name])).map(([, field]) => field));

const isFilled = (value: unknown): boolean => (typeof value === 'string' ? value.trim() !== '' : value !== null && value !== undefined);

function dealFrom(row: z.infer<ReturnType<typeof dealRecord>>): DealRecord {
  const id = parseDealId(row.Id);
  const changedOn = instantFrom(row.LastModifiedDate, 'LastModifiedDate').slice(0, 10);
  if (id === undefined || !isPlainDate(changedOn)) throw new OutsideError('salesforce', 'unexpectedAnswer', 'Opportunity: invalid_format');
  return {
    id,
    name: displayText(row.Name ?? ''),
    stageName: row.StageName,
    isClosed: row.IsClosed,
    isWon: row.IsWon,
    filled: filledOf(row, ofDeal),
    closeDate: dayFrom(row.CloseDate),
    touchedOn: later(changedOn, dayFrom(row.LastActivityDate) ?? changedOn),
  };
}

const dayFrom = (text: string | null | undefined) => (typeof text === 'string' && isPlainDate(text) ? text : null);
