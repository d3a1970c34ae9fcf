import type * as z from 'zod/mini';
import type { openReview, readGate, readGuard, readHistory, readRecord } from '../../src/contract/gate-operations';

/** What the section shows, as the contract answers it. */
export type GateView = z.infer<typeof readGate.answer>;
export type Decided = GateView['decided'][number];
export type GateSettingsView = GateView['settings'];
export type Aftermath = NonNullable<Decided['aftermath']>;
export type OpenedReview = z.infer<typeof openReview.answer>;
export type OpenedCriterion = OpenedReview['criteria'][number];
export type GateRecord = z.infer<typeof readRecord.answer>;
export type GateEvent = z.infer<typeof readHistory.answer>['events'][number];
export type GuardedTransition = z.infer<typeof readGuard.answer>['guarded'][number];
