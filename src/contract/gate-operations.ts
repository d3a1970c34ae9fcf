import * as z from 'zod/mini';
import { gateLimits } from '../domain/gate';
import { criteriaLimits } from '../domain/gate-criteria';
import { whenFirstUsed } from '../domain/when-first-used';
import { aftermath, asked, gateAtAGlance, gateDecision, gateReview, verdict } from './gate';
import { criterion, evidence, finding, mark, settledCriterion } from './gate-evidence';
import { operation } from './operation';
import { accountId, instant, lineId, nothing, plainDate, reviewId, version, versionId } from './values';

const gateSettings = whenFirstUsed(() => z.strictObject({
  /** 0 while the project has the defaults. */
  revision: z.int().check(z.minimum(0)),
  criteria: z.array(criterion()).check(z.maxLength(criteriaLimits.criteria)),
  ownRequestAllowed: z.boolean(),
  announcesDecisions: z.boolean(),
  tellsOfRequests: z.boolean(),
}));

const decided = whenFirstUsed(() => z.strictObject({
  review: gateReview(),
  decision: gateDecision(),
  /** null where a later decision took its place. */
  aftermath: z.nullable(aftermath()),
}));

/** The Delivery gate section: what waits, what was decided, and how the project wants it. */
export const readGate = operation({
  name: 'gate.read',
  policy: 'browseProject',
  place: 'project',
  request: nothing,
  answer: () => z.strictObject({
    waiting: z.array(gateReview()),
    /** Newest first, at most a hundred. */
    decided: z.array(decided()),
    mayDecide: z.boolean(),
    guidelinesVersion: z.nullable(version()),
    settings: gateSettings(),
  }),
});

/** Asks for a review of the issue of the context. `alreadyWaiting` when one is waiting. */
export const requestReview = operation({
  name: 'gate.request',
  policy: 'browseProject',
  place: 'issue',
  request: () => z.strictObject({ note: asked.note(), recipient: asked.recipient(), dueOn: asked.dueOn() }),
  answer: gateAtAGlance,
});

/** The versions of the project that a review can be asked for. */
export const listVersions = operation({
  name: 'gate.versions',
  policy: 'browseProject',
  place: 'project',
  request: nothing,
  answer: () => z.strictObject({
    versions: z.array(z.strictObject({ id: versionId(), name: z.string(), releasesOn: z.nullable(plainDate()), isReleased: z.boolean(), isWaiting: z.boolean() })),
  }),
});

/** Asks for a review of a version of the project. `alreadyWaiting` when one is waiting. */
export const requestVersionReview = operation({
  name: 'gate.requestVersion',
  policy: 'browseProject',
  place: 'project',
  request: () => z.strictObject({ versionId: versionId(), note: asked.note(), recipient: asked.recipient(), dueOn: asked.dueOn() }),
  answer: () => z.strictObject({ review: gateReview() }),
});

/** Takes back one's own waiting request for the issue of the context. */
export const withdrawReview = operation({
  name: 'gate.withdraw',
  policy: 'browseProject',
  place: 'issue',
  request: () => z.strictObject({ reviewId: reviewId() }),
  answer: gateAtAGlance,
});

/** Takes back one's own waiting request in the project of the context. */
export const withdrawProjectReview = operation({
  name: 'gate.withdrawInProject',
  policy: 'browseProject',
  place: 'project',
  request: () => z.strictObject({ reviewId: reviewId() }),
  answer: () => z.strictObject({ review: gateReview() }),
});

/** Gathers everything that the decision of a waiting review needs, and keeps it as the caller saw it. */
export const openReview = operation({
  name: 'gate.open',
  policy: 'decideGate',
  place: 'project',
  request: () => z.strictObject({ reviewId: reviewId() }),
  answer: () => z.strictObject({
    review: gateReview(),
    evidence: evidence(),
    criteria: z.array(z.strictObject({ criterion: criterion(), finding: z.nullable(finding()) })),
    /** Names this evidence when the decision is made. */
    token: z.string(),
    /** Whether the caller asked for it themselves, and whether the project allows that. */
    ownRequest: z.nullable(z.enum(['allowed', 'refused'])),
  }),
});

/** Decides a waiting review of the project of the context, on evidence that was opened before. `evidenceOld` when it has to be opened again. */
export const decideReview = operation({
  name: 'gate.decide',
  policy: 'decideGate',
  place: 'project',
  request: () => z.strictObject({
    reviewId: reviewId(),
    token: z.string().check(z.maxLength(64)),
    verdict: verdict(),
    reason: z.string().check(z.maxLength(gateLimits.reason)),
    validUntil: z.nullable(plainDate()),
    marks: z.array(z.strictObject({ criterionId: lineId(), mark: mark() })).check(z.maxLength(criteriaLimits.criteria)),
  }),
  answer: () => z.strictObject({ decision: gateDecision() }),
});

/** Says of a condition of the standing decision that it is met, or takes that back. */
export const settleCondition = operation({
  name: 'gate.settleCondition',
  policy: 'decideGate',
  place: 'project',
  request: () => z.strictObject({ reviewId: reviewId(), conditionId: lineId(), isMet: z.boolean() }),
  answer: () => z.strictObject({ aftermath: aftermath() }),
});

/** Takes up once more what had a go that lapsed, and gives the review that waits then; `conflict` where the go still holds or another decision stands. */
export const reviewAgain = operation({
  name: 'gate.reviewAgain',
  policy: 'decideGate',
  place: 'project',
  request: () => z.strictObject({ reviewId: reviewId() }),
  answer: () => z.strictObject({ reviewId: reviewId() }),
});

/** A decision with the evidence that it was made on, for the record and the acceptance protocol. */
export const readRecord = operation({
  name: 'gate.readRecord',
  policy: 'browseProject',
  place: 'project',
  request: () => z.strictObject({ reviewId: reviewId() }),
  answer: () => z.strictObject({ review: gateReview(), decision: gateDecision(), evidence: evidence(), criteria: z.array(settledCriterion()), aftermath: z.nullable(aftermath()) }),
});

/** What happened at the project's gate, newest first. */
export const readHistory = operation({
  name: 'gate.readHistory',
  policy: 'browseProject',
  place: 'project',
  request: () => z.strictObject({ before: z.nullable(z.string().check(z.maxLength(500))) }),
  answer: () => z.strictObject({
    events: z.array(z.strictObject({
      at: instant(),
      /** `gate.requested`, `gate.go` and so on. */
      event: z.string(),
      /** null for what the app did by itself. */
      by: z.nullable(z.strictObject({ accountId: accountId(), name: z.nullable(z.string()) })),
      details: z.record(z.string(), z.string()),
    })),
    next: z.nullable(z.string()),
  }),
});

/** How the project wants its gate. `conflict` when somebody else changed it meanwhile. */
export const saveGateSettings = operation({
  name: 'gate.saveSettings',
  policy: 'decideGate',
  place: 'project',
  request: gateSettings,
  answer: () => z.strictObject({ settings: gateSettings() }),
});

/** Whether Jira enforces the gate in the project: which transitions carry it, and which did and no longer do. */
export const readGuard = operation({
  name: 'gate.readGuard',
  policy: 'browseProject',
  place: 'project',
  request: nothing,
  answer: () => z.strictObject({ guarded: z.array(guardedTransition()), removed: z.array(guardedTransition()), bypassed: z.array(bypassed()) }),
});

/** What was handed over without a go and has had no decision since. */
const bypassed = whenFirstUsed(() => z.strictObject({ deliverable: z.string(), at: instant() }));

const guardedTransition = whenFirstUsed(() => z.strictObject({ workflow: z.string(), transition: z.string(), requirement: z.enum(['goOnly', 'conditionalToo']) }));
