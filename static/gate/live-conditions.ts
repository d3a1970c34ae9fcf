import type { Condition } from '../../src/domain/gate-conditions';
import type { Decided } from './gate-view';

export const conditionsOf = ({ decision }: Pick<Decided, 'decision'>): readonly Condition[] =>
  decision.verdict.kind === 'conditionalGo' ? decision.verdict.conditions : [];

/** Whether meeting a condition of it still changes anything: not once a later decision took its place, or another reason ended it. */
export const isLive = ({ aftermath }: Pick<Decided, 'aftermath'>): boolean =>
  aftermath !== null && (aftermath.lapse === null || aftermath.lapse === 'conditionOverdue');
