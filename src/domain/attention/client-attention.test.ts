import { addDays } from '../calendar';
import { unseen, type ClientStanding } from '../client-standing';
import { clientId, day, instant } from '../fixture/values';
import { mostUrgent, urgencyOf } from './attention-item';
import { clientAttention, type ClientFacts } from './client-attention';

const today = day('2026-03-10');
const on = (day: typeof today) => ({ today: day, timeZone: 'Europe/Warsaw' });
const facts = (changes: Partial<ClientStanding> = {}, more: Partial<ClientFacts> = {}): ClientFacts => ({ standing: { ...unseen(clientId(1)), ...changes }, report: undefined, isReported: false, plans: [], ...more });
const documents = (until: number): ClientStanding['documents'] => ({ percent: 50, missing: [], renewals: [{ requirement: 'nda', dealId: null, until: addDays(today, until) }], asOf: instant('2026-03-10T08:00:00.000Z') });

it.each([[-1, 'overdue'], [0, 'week'], [30, 'week'], [31, 'later'], [90, 'later']] as const)('a document that is valid for %i more days is %s', (days, urgency) => {
  expect(clientAttention(facts({ documents: documents(days) }), on(today)).map((item) => [item.what.kind, urgencyOf(item, today)])).toEqual([['renewal', urgency]]);
});

it('says nothing of a client that nobody has looked at', () => expect(clientAttention(facts(), on(today))).toEqual([]));

it('asks for the report of the month before until it is there, and says when it is late', () => {
  expect(clientAttention(facts({}, { isReported: true }), on(today))).toMatchObject([{ id: 'report-2026-02', what: { kind: 'report', state: 'none' }, dueOn: '2026-03-04' }]);
  expect(mostUrgent(clientAttention(facts({}, { isReported: true }), on(today)), today)).toBe('overdue');
  expect(mostUrgent(clientAttention(facts({}, { isReported: true }), on(day('2026-03-03'))), day('2026-03-03'))).toBe('week');
});

it('tells of silence, gaps and stale records, each once', () => {
  const items = clientAttention(
    facts({
      relation: { lastContactOn: addDays(today, -40), openNeeds: 0, oldestNeedOn: null, lastSatisfaction: null },
      contacts: { gaps: 2, hints: 1, noDecisionMaker: true },
      freshness: { missing: 3, stale: 1 },
    }),
    on(today),
  );
  expect(items.map(({ what }) => what)).toEqual([
    { kind: 'relation', alarm: { kind: 'noContact', days: 40 } },
    { kind: 'contacts', gaps: 2, noDecisionMaker: true },
    { kind: 'records', missing: 3, stale: 1 },
  ]);
});
