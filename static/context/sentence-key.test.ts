/// <reference types="jest" />
import english from '../../locales/context.en-US.json';
import { day, instant, person, projectId, reviewId, issueId } from '../../src/domain/fixture/values';
import type { GateDecision, GateReview, GateState } from '../../src/domain/gate';
import { sentenceKey } from './sentence-key';

const at = instant('2026-03-01T10:00:00.000Z');
const review = (dueOn: GateReview['dueOn']): GateReview => ({
  id: reviewId('review100'), projectId: projectId('10001'), deliverable: { kind: 'issue', issueId: issueId('1'), issueKey: 'POR-1', summary: 'Orders' },
  requestedBy: person('marek'), requestedAt: at, dueOn, recipient: '', note: '', state: 'waiting', remindedAt: null,
});
const decision = (validUntil: GateDecision['validUntil']): GateDecision => ({
  reviewId: reviewId('review100'), verdict: { kind: 'go' }, reason: 'Fine', decidedBy: person('lena'), decidedAt: at, isOwnRequest: false, guidelinesVersion: 1, validUntil, blockers: [], covers: [],
});
const nothing = { review: null, decision: null, aftermath: null };
const state: GateState = 'lapsed';
const lapsed = (lapse: 'expired' | 'blockerAdded') => ({ ...nothing, state, aftermath: { state, lapse, blocked: null, met: [] } });

test.each([
  ['none', { ...nothing, state: 'none' }],
  ['waiting', { ...nothing, state: 'waiting', review: review(null) }],
  ['waitingUntil', { ...nothing, state: 'waiting', review: review(day('2026-03-12')) }],
  ['go', { ...nothing, state: 'go', decision: decision(null) }],
  ['goUntil', { ...nothing, state: 'go', decision: decision(day('2026-03-12')) }],
  ['conditionalGo', { ...nothing, state: 'conditionalGo', decision: decision(null) }],
  ['noGo', { ...nothing, state: 'noGo', decision: decision(null) }],
  ['lapsed.expired', lapsed('expired')],
  ['lapsed.blockerAdded', lapsed('blockerAdded')],
] as const)('says %s by its own sentence', (name, gate) => {
  expect(sentenceKey(gate)).toBe(`context.${name}`);
  expect(Object.keys(english)).toContain(`context.${name}`);
});
