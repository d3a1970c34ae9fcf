import * as z from 'zod/mini';
import type { Deliverable } from '../domain/deliverable';
import { gateLimits, type GateDecision, type GateReview, type Verdict } from '../domain/gate';
import type { Condition } from '../domain/gate-conditions';
import { whenFirstUsed } from '../domain/when-first-used';
import { instant, issueId, lineId, person, plainDate, projectId, reviewId, version, versionId } from './values';

/** The gate's own values, as they cross between screens and functions. */

export const deliverable = whenFirstUsed((): z.ZodMiniType<Deliverable> => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('issue'), issueId: issueId(), issueKey: z.string(), summary: z.string() }),
  z.strictObject({ kind: z.literal('version'), versionId: versionId(), name: z.string() }),
]));

export const gateReview = whenFirstUsed((): z.ZodMiniType<GateReview> => z.strictObject({
  id: reviewId(),
  projectId: projectId(),
  deliverable: deliverable(),
  requestedBy: person(),
  requestedAt: instant(),
  dueOn: z.nullable(plainDate()),
  recipient: z.string(),
  note: z.string(),
  state: z.enum(['waiting', 'decided', 'withdrawn']),
  remindedAt: z.nullable(instant()),
}));

const condition = whenFirstUsed((): z.ZodMiniType<Condition> => z.strictObject({
  id: lineId(),
  text: z.string().check(z.minLength(1), z.maxLength(gateLimits.conditionText)),
  owner: z.string().check(z.minLength(1), z.maxLength(gateLimits.owner)),
  dueOn: plainDate(),
}));

export const verdict = whenFirstUsed((): z.ZodMiniType<Verdict> => z.discriminatedUnion('kind', [
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
  isOwnRequest: z.boolean(),
  guidelinesVersion: z.nullable(version()),
  validUntil: z.nullable(plainDate()),
  blockers: z.array(issueId()),
  covers: z.array(issueId()),
}));

export const gateState = whenFirstUsed(() => z.enum(['none', 'waiting', 'go', 'conditionalGo', 'noGo', 'lapsed']));
export const lapse = whenFirstUsed(() => z.enum(['expired', 'guidelinesChanged', 'blockerAdded', 'conditionOverdue', 'moved']));

/** What has become of a decision. */
export const aftermath = whenFirstUsed(() => z.strictObject({
  state: gateState(),
  /** Why a go no longer holds; null while it does. */
  lapse: z.nullable(lapse()),
  /** The blocker that ended it. */
  blocked: z.nullable(z.strictObject({ issueKey: z.string(), at: instant() })),
  met: z.array(z.strictObject({ conditionId: lineId(), by: person(), at: instant() })),
}));

/** What an issue's panel shows of the gate. */
export const gateAtAGlance = whenFirstUsed(() => z.strictObject({
  state: gateState(),
  review: z.nullable(gateReview()),
  decision: z.nullable(gateDecision()),
  aftermath: z.nullable(aftermath()),
}));

/** What a request says of a handover. */
export const asked = {
  note: () => z.string().check(z.maxLength(gateLimits.note)),
  recipient: () => z.string().check(z.maxLength(gateLimits.recipient)),
  dueOn: () => z.nullable(plainDate()),
};
