import * as z from 'zod/mini';
import { gateLimits, type GateDecision, type GateReview, type Verdict } from '../domain/gate';
import { whenFirstUsed } from '../domain/when-first-used';
import { operation } from './operation';
import { instant, issueId, lineId, nothing, person, plainDate, projectId, reviewId, version } from './values';

const deliverable = whenFirstUsed(() => z.strictObject({ issueId: issueId(), issueKey: z.string(), summary: z.string() }));

export const gateReview = whenFirstUsed((): z.ZodMiniType<GateReview> => z.strictObject({
  id: reviewId(),
  projectId: projectId(),
  deliverable: deliverable(),
  requestedBy: person(),
  requestedAt: instant(),
  dueOn: z.nullable(plainDate()),
  note: z.string(),
  state: z.enum(['waiting', 'decided', 'withdrawn']),
}));

const condition = whenFirstUsed(() => z.strictObject({
  id: lineId(),
  text: z.string().check(z.minLength(1), z.maxLength(gateLimits.conditionText)),
  owner: z.string().check(z.minLength(1), z.maxLength(200)),
  dueOn: plainDate(),
}));

const verdict = whenFirstUsed((): z.ZodMiniType<Verdict> => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('go') }),
  z.strictObject({ kind: z.literal('conditionalGo'), conditions: z.array(condition()).check(z.maxLength(gateLimits.conditions)) }),
  z.strictObject({ kind: z.literal('noGo') }),
]));

export const gateDecision = whenFirstUsed((): z.ZodMiniType<GateDecision> => z.strictObject({
  reviewId: reviewId(),
  verdict: verdict(),
  reason: z.string(),
  decidedBy: person(),
  decidedAt: instant(),
  guidelinesVersion: z.nullable(version()),
  validUntil: z.nullable(plainDate()),
}));

export const gateState = whenFirstUsed(() => z.enum(['none', 'waiting', 'go', 'conditionalGo', 'noGo', 'lapsed']));

/** What an issue's panel shows of the gate. */
export const gateAtAGlance = whenFirstUsed(() => z.strictObject({
  state: gateState(),
  review: z.nullable(gateReview()),
  decision: z.nullable(gateDecision()),
}));

/** The Delivery gate section: what waits, and what was decided. */
export const readGate = operation({
  name: 'gate.read',
  policy: 'browseProject',
  place: 'project',
  request: nothing,
  answer: () => z.strictObject({
    waiting: z.array(gateReview()),
    /** Newest first, at most a hundred. */
    decided: z.array(z.strictObject({ review: gateReview(), decision: gateDecision(), state: gateState() })),
    mayDecide: z.boolean(),
    guidelinesVersion: z.nullable(version()),
  }),
});

/** Asks for a review of the issue of the context. `alreadyWaiting` when one is waiting. */
export const requestReview = operation({
  name: 'gate.request',
  policy: 'browseProject',
  place: 'issue',
  request: () => z.strictObject({
    note: z.string().check(z.maxLength(gateLimits.note)),
    dueOn: z.nullable(plainDate()),
  }),
  answer: gateAtAGlance,
});

/** Takes back one's own waiting request for the issue of the context. */
export const withdrawReview = operation({
  name: 'gate.withdraw',
  policy: 'browseProject',
  place: 'issue',
  request: () => z.strictObject({ reviewId: reviewId() }),
  answer: gateAtAGlance,
});

/** Decides a waiting review of the project of the context. */
export const decideReview = operation({
  name: 'gate.decide',
  policy: 'decideGate',
  place: 'project',
  request: () => z.strictObject({
    reviewId: reviewId(),
    verdict: verdict(),
    reason: z.string().check(z.maxLength(gateLimits.reason)),
    validUntil: z.nullable(plainDate()),
  }),
  answer: () => z.strictObject({ decision: gateDecision() }),
});
