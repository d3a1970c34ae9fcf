import fc from 'fast-check';
import { addDays } from './calendar';
import { day, instant, issueId, lineId, person, projectId, reviewId } from './fixture/values';
import { decisionProblem, gateState, lapse, passage, type GateDecision, type GateReview, type GateStanding, type Verdict } from './gate';

const today = day('2026-03-10');
const deliverable = { issueId: issueId('20001'), issueKey: 'ALFA-1', summary: 'Order form' };
const review: GateReview = {
  id: reviewId('review1'),
  projectId: projectId('10001'),
  deliverable,
  requestedBy: person('piotr'),
  requestedAt: instant('2026-03-09T09:00:00.000Z'),
  dueOn: null,
  note: '',
  state: 'waiting',
};
const conditional: Verdict = { kind: 'conditionalGo', conditions: [{ id: lineId('cond1'), text: 'Fix', owner: 'Piotr', dueOn: today }] };
const decision: GateDecision = {
  reviewId: review.id,
  verdict: { kind: 'go' },
  reason: 'Good',
  decidedBy: person('anna'),
  decidedAt: instant('2026-03-10T09:00:00.000Z'),
  guidelinesVersion: 2,
  validUntil: null,
};

const anyDecision: fc.Arbitrary<GateDecision> = fc.record({
  reviewId: fc.constant(review.id),
  verdict: fc.constantFrom<Verdict>({ kind: 'go' }, conditional, { kind: 'noGo' }),
  reason: fc.constant('Good'),
  decidedBy: fc.constant(decision.decidedBy),
  decidedAt: fc.constant(decision.decidedAt),
  guidelinesVersion: fc.constantFrom(null, 1, 2),
  validUntil: fc.option(fc.integer({ min: -3, max: 3 }).map((days) => addDays(today, days)), { nil: null }),
});
const anyStanding: fc.Arbitrary<GateStanding | undefined> = fc.option(
  fc.record({
    projectId: fc.constant(review.projectId),
    deliverable: fc.constant(deliverable),
    revision: fc.nat(),
    review: fc.option(fc.constantFrom(...(['waiting', 'decided', 'withdrawn'] as const)).map((state) => ({ ...review, state })), { nil: null }),
    decision: fc.option(anyDecision, { nil: null }),
  }),
  { nil: undefined },
);
const anyNow = fc.record({ guidelinesVersion: fc.constantFrom(null, 1, 2), today: fc.constant(today) });

it('opens the gate for exactly what the lozenge shows as a go', () => {
  fc.assert(
    fc.property(anyStanding, anyNow, (standing, now) => {
      const state = gateState(standing, now);
      expect(passage(standing, now, 'conditionalToo').allowed).toBe(state === 'go' || state === 'conditionalGo');
      expect(passage(standing, now, 'goOnly').allowed).toBe(state === 'go');
    }),
  );
});

it('never opens on a no-go, while a request waits, under other guidelines, or after the last day', () => {
  fc.assert(
    fc.property(anyStanding, anyNow, (standing, now) => {
      if (!passage(standing, now, 'conditionalToo').allowed) return;
      expect(standing?.review?.state).not.toBe('waiting');
      expect(standing?.decision?.verdict.kind).not.toBe('noGo');
      expect(standing?.decision?.guidelinesVersion).toBe(now.guidelinesVersion);
      expect((standing?.decision?.validUntil ?? today) >= today).toBe(true);
    }),
  );
});

it('holds through the last day', () => {
  const now = { guidelinesVersion: 2, today };
  expect([-1, 0, 1].map((days) => lapse({ ...decision, validUntil: addDays(today, days) }, now))).toEqual(['expired', undefined, undefined]);
  expect(lapse(decision, { ...now, guidelinesVersion: 3 })).toBe('guidelinesChanged');
  expect(lapse({ ...decision, verdict: { kind: 'noGo' } }, { ...now, guidelinesVersion: 3 })).toBeUndefined();
});

it.each([
  ['decided already', { ...review, state: 'decided' } as const, decision, 'notWaiting'],
  ['of one’s own', { ...review, requestedBy: decision.decidedBy }, decision, 'ownRequest'],
  ['without a reason', review, { ...decision, reason: ' \u00a0 ' }, 'reasonMissing'],
  ['with no conditions', review, { ...decision, verdict: { kind: 'conditionalGo', conditions: [] } } as const, 'conditionsMissing'],
  ['until yesterday', review, { ...decision, validUntil: addDays(today, -1) }, 'validUntilPast'],
  ['as it should be', review, { ...decision, validUntil: today }, undefined],
  ['with conditions', review, { ...decision, verdict: conditional }, undefined],
])('judges a decision %s', (_, asked, decided, problem) => {
  expect(decisionProblem(asked, decided, today)).toBe(problem);
});
