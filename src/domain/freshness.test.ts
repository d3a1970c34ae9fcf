import fc from 'fast-check';
import { addDays } from './calendar';
import { clientId, day, dealId } from './fixture/values';
import { accountFields, dealFields, freshnessFindings, freshnessRules, freshnessStanding, freshnessThresholds, type ClientRecords, type DealRecord } from './freshness';

const today = day('2026-03-31');
const context = { mapping: { Negotiation: 'negotiation', Prospecting: 'open' }, today } as const;
const client = clientId(1);
const whole: ClientRecords = { account: { filled: new Set(accountFields) }, deals: [], hidden: new Set() };
const deal = (changes: Partial<DealRecord> = {}): DealRecord => ({
  id: dealId(1), name: 'Portal', stageName: 'Prospecting', isClosed: false, isWon: false, filled: new Set(dealFields), closeDate: addDays(today, 30), touchedOn: today, ...changes,
});
const rulesOf = (records: Partial<ClientRecords>) => freshnessFindings(client, { ...whole, ...records }, context).map(({ rule }) => rule);
const ofDeal = (changes: Partial<DealRecord>, hidden: ClientRecords['hidden'] = new Set()) => rulesOf({ deals: [deal(changes)], hidden });

it('finds nothing where everything is filled in and fresh', () => expect(rulesOf({ deals: [deal()] })).toEqual([]));

it('finds each field of an account that is empty, and none that is hidden', () => {
  expect(rulesOf({ account: { filled: new Set() } })).toEqual(accountFields.map((field) => `account.${field}`));
  expect(rulesOf({ account: { filled: new Set() }, hidden: new Set(accountFields) })).toEqual([]);
  expect(rulesOf({ account: null })).toEqual(['account.gone']);
});

const past = addDays(today, -1);
const long = addDays(today, -freshnessThresholds.untouchedDays);
it.each<[string, Partial<DealRecord>, readonly string[]]>([
  ['with nothing in it', { filled: new Set(), closeDate: null }, ['deal.amount', 'deal.closeDate', 'deal.nextStep']],
  ['whose close date is today', { closeDate: today }, []],
  ['whose close date has passed', { closeDate: past }, ['deal.overdue']],
  ['that was won with a close date in the past', { closeDate: past, isClosed: true, isWon: true }, []],
  ['that was won without an amount or a next step', { filled: new Set(['closeDate']), isClosed: true, isWon: true }, ['deal.amount']],
  ['that was lost with nothing in it', { filled: new Set(), closeDate: past, touchedOn: long, isClosed: true, stageName: 'Negotiation' }, []],
  ['in negotiation and untouched for nearly too long', { stageName: 'Negotiation', touchedOn: addDays(long, 1) }, []],
  ['in negotiation and untouched for too long', { stageName: 'Negotiation', touchedOn: long }, ['deal.untouched']],
  ['open and untouched for too long', { touchedOn: long }, []],
  ['in a stage that nobody mapped', { stageName: 'Proposal', touchedOn: long }, []],
])('says of a deal %s what is to be done', (_, changes, expected) => expect(ofDeal(changes)).toEqual(expected));

it('says nothing of a close date that is hidden', () => expect(ofDeal({ filled: new Set(), closeDate: null }, new Set(['closeDate', 'amount', 'nextStep']))).toEqual([]));

it('counts every finding once, in the order of the rules, and finds less the more is filled in', () => {
  const anyDeal = fc.record({
    filled: fc.subarray([...dealFields]).map((fields) => new Set(fields)), isClosed: fc.boolean(), isWon: fc.boolean(), stageName: fc.constantFrom('Negotiation', 'Prospecting', 'Other'),
    closeDate: fc.option(fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days)), { nil: null }), touchedOn: fc.integer({ min: 0, max: 60 }).map((days) => addDays(today, -days)),
  }).map(deal);
  fc.assert(fc.property(fc.array(anyDeal, { maxLength: 5 }), fc.subarray([...accountFields]), (deals, filled) => {
    const findings = freshnessFindings(client, { account: { filled: new Set(filled) }, deals, hidden: new Set() }, context);
    const { missing, stale } = freshnessStanding(findings);
    expect(missing + stale).toBe(findings.length);
    expect(findings.every(({ rule }) => freshnessRules.includes(rule))).toBe(true);
    const better = freshnessFindings(client, { account: whole.account, deals: deals.map((one) => ({ ...one, filled: new Set(dealFields) })), hidden: new Set() }, context);
    expect(freshnessStanding(better).missing).toBe(0);
    expect(freshnessStanding(better).stale).toBe(stale);
  }));
});
