import { daysBetween } from './calendar';
import { stageOf, type StageMapping } from './deal';
import type { ClientId, DealId } from './ids';
import type { PlainDate } from './plain-date';

/** Fields of an account that are looked at. */
export const accountFields = ['phone', 'website', 'industry', 'billingCity', 'owner'] as const;
export type AccountField = (typeof accountFields)[number];

/** Fields of a deal that are looked at; the last activity is no field that anybody fills in. */
export const dealFields = ['amount', 'closeDate', 'nextStep', 'lastActivity'] as const;
export type DealField = (typeof dealFields)[number];

/** What a rule needs of a client's records: of most fields only whether anything is in them. */
export interface ClientRecords {
  /** Null where there is no such account any more. */
  readonly account: { readonly filled: ReadonlySet<AccountField> } | null;
  readonly deals: readonly DealRecord[];
  /** Fields that the organisation does not show to the app: nothing is said of them. */
  readonly hidden: ReadonlySet<AccountField | DealField>;
}

export interface DealRecord {
  readonly id: DealId;
  readonly name: string;
  readonly stageName: string;
  readonly isClosed: boolean;
  readonly isWon: boolean;
  readonly filled: ReadonlySet<DealField>;
  readonly closeDate: PlainDate | null;
  /** The last change or activity, whichever is later, as a day of UTC. */
  readonly touchedOn: PlainDate;
}

/** From when on a record is stale. */
export const freshnessThresholds = { untouchedDays: 30 } as const;

interface Context {
  readonly mapping: StageMapping;
  readonly today: PlainDate;
}

interface DealRule {
  readonly name: 'deal.amount' | 'deal.closeDate' | 'deal.nextStep' | 'deal.overdue' | 'deal.untouched';
  readonly kind: 'missing' | 'stale';
  /** The rule is silent where the organisation hides this. */
  readonly needs: DealField | null;
  readonly applies: (deal: DealRecord, context: Context) => boolean;
}

const isLost = ({ isClosed, isWon }: DealRecord): boolean => isClosed && !isWon;

/** Every rule for a deal. What was lost is left in peace, and what is closed needs no next step. */
export const dealRules: readonly DealRule[] = [
  { name: 'deal.amount', kind: 'missing', needs: 'amount', applies: (deal) => !isLost(deal) && !deal.filled.has('amount') },
  { name: 'deal.closeDate', kind: 'missing', needs: 'closeDate', applies: (deal) => !isLost(deal) && !deal.filled.has('closeDate') },
  { name: 'deal.nextStep', kind: 'missing', needs: 'nextStep', applies: (deal) => !deal.isClosed && !deal.filled.has('nextStep') },
  { name: 'deal.overdue', kind: 'stale', needs: 'closeDate', applies: ({ isClosed, closeDate }, { today }) => !isClosed && closeDate !== null && closeDate < today },
  {
    name: 'deal.untouched',
    kind: 'stale',
    needs: null,
    applies: (deal, { mapping, today }) => !deal.isClosed && stageOf(deal, mapping) === 'negotiation' && daysBetween(deal.touchedOn, today) >= freshnessThresholds.untouchedDays,
  },
];

export type FreshnessRule = `account.${AccountField}` | 'account.gone' | DealRule['name'];
export const freshnessRules = [
  'account.gone', 'account.phone', 'account.website', 'account.industry', 'account.billingCity', 'account.owner', 'deal.amount', 'deal.closeDate', 'deal.nextStep', 'deal.overdue', 'deal.untouched',
] as const satisfies readonly FreshnessRule[];

/** One thing to put right, in one record. */
export interface FreshnessFinding {
  readonly rule: FreshnessRule;
  readonly kind: 'missing' | 'stale';
  readonly recordId: ClientId | DealId;
  /** Null for the client itself. */
  readonly deal: string | null;
}

/** Everything that is missing or stale, the client first and then deal by deal. */
export function freshnessFindings(clientId: ClientId, { account, deals, hidden }: ClientRecords, context: Context): readonly FreshnessFinding[] {
  const ofAccount: readonly FreshnessFinding[] =
    account === null
      ? [{ rule: 'account.gone', kind: 'stale', recordId: clientId, deal: null }]
      : accountFields.filter((field) => !account.filled.has(field) && !hidden.has(field)).map((field) => ({ rule: `account.${field}`, kind: 'missing', recordId: clientId, deal: null }));
  const ofDeals = deals.flatMap((deal) =>
    dealRules.filter(({ needs, applies }) => (needs === null || !hidden.has(needs)) && applies(deal, context)).map(({ name, kind }) => ({ rule: name, kind, recordId: deal.id, deal: deal.name })),
  );
  return [...ofAccount, ...ofDeals];
}

/** How a client's records stand, light enough for lists of clients. */
export interface FreshnessStanding {
  readonly missing: number;
  readonly stale: number;
}

export const freshnessStanding = (findings: readonly FreshnessFinding[]): FreshnessStanding => ({
  missing: findings.filter(({ kind }) => kind === 'missing').length,
  stale: findings.filter(({ kind }) => kind === 'stale').length,
});
