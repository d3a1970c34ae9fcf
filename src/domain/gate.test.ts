import fc from 'fast-check';
import { addDays } from './calendar';
import { sampleDecision, sampleReview } from './fixture/gate';
import { day, issueId, lineId, person } from './fixture/values';
import { decisionProblem, gateState, issuePassage, lapse, noStanding, passage, withBlocker, withDecision, withMove, withReview, type GateDecision, type GateStanding, type Verdict } from './gate';

const today = day('2026-03-10');
const review = sampleReview;
const decision = sampleDecision;
const conditional: Verdict = { kind: 'conditionalGo', conditions: [{ id: lineId('cond1'), text: 'Fix', owner: 'Piotr', dueOn: today }] };
const decided = { met: [], blocked: null, leftAt: null };

const overdue: Verdict = { kind: 'conditionalGo', conditions: [{ id: lineId('cond1'), text: 'Fix', owner: 'Piotr', dueOn: addDays(today, -1) }] };
const anyDecision: fc.Arbitrary<GateDecision> = fc.record({
  verdict: fc.constantFrom<Verdict>({ kind: 'go' }, conditional, overdue, { kind: 'noGo' }),
  guidelinesVersion: fc.constantFrom(null, 1, 2),
  validUntil: fc.option(fc.integer({ min: -3, max: 3 }).map((days) => addDays(today, days)), { nil: null }),
}).map((changes) => ({ ...decision, ...changes }));
const anyStanding: fc.Arbitrary<GateStanding | undefined> = fc.option(
  fc.record({
    projectId: fc.constant(review.projectId),
    deliverable: fc.constant(review.deliverable),
    revision: fc.nat(),
    met: fc.constantFrom<GateStanding['met']>([], [{ conditionId: lineId('cond1'), by: person('anna'), at: decision.decidedAt }]),
    leftAt: fc.constantFrom(null, null, decision.decidedAt),
    blocked: fc.constantFrom<GateStanding['blocked']>(null, null, { issueKey: 'ALFA-9', at: decision.decidedAt }),
    told: fc.constant(null),
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
      expect(standing?.blocked).toBeNull();
    }),
  );
});

it('holds through the last day', () => {
  const now = { guidelinesVersion: 2, today };
  expect([-1, 0, 1].map((days) => lapse({ ...decided, decision: { ...decision, validUntil: addDays(today, days) } }, now))).toEqual(['expired', undefined, undefined]);
  expect(lapse({ ...decided, decision }, { ...now, guidelinesVersion: 3 })).toBe('guidelinesChanged');
  expect(lapse({ ...decided, decision: { ...decision, verdict: { kind: 'noGo' } } }, { ...now, guidelinesVersion: 3 })).toBeUndefined();
});

it.each([
  ['decided already', { ...review, state: 'decided' } as const, decision, 'notWaiting'],
  ['of one’s own', { ...review, requestedBy: decision.decidedBy }, decision, 'ownRequest'],
  ['without a reason', review, { ...decision, reason: ' \u00a0 ' }, 'reasonMissing'],
  ['with no conditions', review, { ...decision, verdict: { kind: 'conditionalGo', conditions: [] } } as const, 'conditionsMissing'],
  ['until yesterday', review, { ...decision, validUntil: addDays(today, -1) }, 'validUntilPast'],
  ['as it should be', review, { ...decision, validUntil: today }, undefined],
  ['with a condition of yesterday', review, { ...decision, verdict: overdue }, 'conditionPast'],
  ['with conditions', review, { ...decision, verdict: conditional }, undefined],
])('judges a decision %s', (_, asked, made, problem) => {
  expect(decisionProblem(asked, made, today, false)).toBe(problem);
});

it('lets who asked decide where the project allows it', () => {
  expect(decisionProblem({ ...review, requestedBy: decision.decidedBy }, decision, today, true)).toBeUndefined();
});

describe('a condition', () => {
  const standing: GateStanding = { ...noStanding(review.projectId, review.deliverable), review: { ...review, state: 'decided' }, decision: { ...decision, verdict: conditional } };
  const now = { guidelinesVersion: 2, today };
  const met = { ...standing, met: [{ conditionId: lineId('cond1'), by: person('anna'), at: decision.decidedAt }] };

  it('keeps a transition shut that needs a whole go, until it is met', () => {
    expect(passage(standing, now, 'goOnly')).toEqual({ allowed: false, refusal: 'conditionsOpen' });
    expect(passage(met, now, 'goOnly')).toEqual({ allowed: true });
    expect([gateState(standing, now), gateState(met, now)]).toEqual(['conditionalGo', 'go']);
  });

  it('that is overdue shuts the gate, and opens it again once it is met', () => {
    const later = { ...now, today: addDays(today, 1) };
    expect(passage(standing, later, 'conditionalToo')).toEqual({ allowed: false, refusal: 'conditionOverdue' });
    expect(passage(met, later, 'goOnly')).toEqual({ allowed: true });
  });
});

describe('a blocker', () => {
  const known = issueId('20009');
  const standing: GateStanding = { ...noStanding(review.projectId, review.deliverable), review: { ...review, state: 'decided' }, decision: { ...decision, blockers: [known] } };
  const now = { guidelinesVersion: 2, today };
  const blocker = (id: string) => ({ issueId: issueId(id), issueKey: `ALFA-${id}` });

  it('that was known when it was decided ends nothing', () => {
    expect(withBlocker(standing, blocker('20009'), decision.decidedAt)).toBe(standing);
    expect(issuePassage({ issueId: issueId('20001'), blockers: [blocker('20009')], own: standing, versions: [] }, now, 'goOnly').passage.allowed).toBe(true);
  });

  it('that came later ends the go, whether it was told of or is only there', () => {
    const blocked = withBlocker(standing, blocker('20010'), decision.decidedAt);
    expect(passage(blocked, now, 'conditionalToo')).toEqual({ allowed: false, refusal: 'blockerAdded' });
    expect(issuePassage({ issueId: issueId('20001'), blockers: [blocker('20010')], own: standing, versions: [] }, now, 'goOnly').passage).toEqual({ allowed: false, refusal: 'blockerAdded' });
    expect(withBlocker(blocked, blocker('20011'), decision.decidedAt)).toBe(blocked);
  });

  it('ends no no-go', () => {
    const refused: GateStanding = { ...standing, decision: { ...decision, verdict: { kind: 'noGo' } } };
    expect(withBlocker(refused, blocker('20010'), decision.decidedAt)).toBe(refused);
  });
});

describe('a version', () => {
  const issue = issueId('20001');
  const version: GateStanding = { ...noStanding(review.projectId, review.deliverable), review: { ...review, state: 'decided' }, decision: { ...decision, covers: [issue] } };
  const now = { guidelinesVersion: 2, today };
  const through = (own: GateStanding | undefined, id = issue) => issuePassage({ issueId: id, blockers: [], own, versions: [version] }, now, 'goOnly').passage;

  it('that has a go lets its issues pass, and no issue that was added later', () => {
    expect(through(undefined)).toEqual({ allowed: true });
    expect(through(undefined, issueId('20002'))).toEqual({ allowed: false, refusal: 'notCovered' });
  });

  it('does not speak for an issue that was asked for by itself', () => {
    const own = { ...version, decision: { ...decision, verdict: { kind: 'noGo' } as const } };
    expect(through(own)).toEqual({ allowed: false, refusal: 'noGo' });
    expect(through({ ...version, review, decision: null })).toEqual({ allowed: false, refusal: 'waiting' });
    expect(through({ ...version, review: { ...review, state: 'withdrawn' }, decision: null })).toEqual({ allowed: true });
  });
});

/** Anything that can happen to a deliverable, in any order; what is out of place changes nothing. */
interface Step {
  readonly kind: 'request' | 'withdraw' | 'decide' | 'block' | 'move' | 'publish' | 'tomorrow';
  readonly verdict: Verdict;
}
const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ kind: fc.constantFrom('request', 'withdraw', 'decide', 'block', 'move', 'publish', 'tomorrow'), verdict: fc.constantFrom<Verdict>({ kind: 'go' }, conditional, { kind: 'noGo' }) }),
  { maxLength: 25 },
);

it('keeps at most one decision in force, and never changes one, whatever the order of things', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      let standing = noStanding(review.projectId, review.deliverable);
      let now = { guidelinesVersion: 2, today };
      const made: GateDecision[] = [];
      for (const [at, { kind, verdict }] of steps.entries()) {
        const waits = standing.review?.state === 'waiting';
        if (kind === 'request' && !waits) standing = withReview(standing, review);
        if (kind === 'withdraw' && waits) standing = withReview(standing, { ...review, state: 'withdrawn' });
        if (kind === 'decide' && waits) {
          const one = { ...decision, verdict, reason: `decision ${at}`, guidelinesVersion: now.guidelinesVersion };
          made.push(one);
          standing = withDecision(standing, { ...review, state: 'decided' }, one);
        }
        if (kind === 'block') standing = withBlocker(standing, { issueId: issueId(String(30_000 + at)), issueKey: 'ALFA-9' }, decision.decidedAt);
        if (kind === 'move') standing = withMove(standing, decision.decidedAt);
        if (kind === 'publish') now = { ...now, guidelinesVersion: now.guidelinesVersion + 1 };
        if (kind === 'tomorrow') now = { ...now, today: addDays(now.today, 1) };
        expect(standing.decision).toBe(made.at(-1) ?? null);
        if (passage(standing, now, 'conditionalToo').allowed) {
          expect(standing.review?.state).not.toBe('waiting');
          expect(standing.decision?.guidelinesVersion).toBe(now.guidelinesVersion);
          expect([standing.blocked, standing.leftAt]).toEqual([null, null]);
        }
      }
      expect(standing.revision).toBeLessThanOrEqual(steps.length);
    }),
  );
});
