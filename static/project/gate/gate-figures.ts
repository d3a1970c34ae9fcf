import { deliverableId } from '../../../src/domain/deliverable';
import { conditionState, type Condition } from '../../../src/domain/gate-conditions';
import type { PlainDate } from '../../../src/domain/plain-date';
import type { Decided, GateView } from '../../gate/gate-view';
import { conditionsOf, isLive } from '../../gate/live-conditions';

/** As many decisions as the section is given; all of them are in the history. */
export const mostDecided = 100;

export interface GateFigures {
  readonly waiting: number;
  /** Of those, whose day has passed. */
  readonly late: number;
  /** Lapsed, and nobody has asked again. */
  readonly lapsed: number;
  readonly openConditions: number;
  readonly overdueConditions: number;
}

/** What needs somebody, in numbers. */
export function gateFigures({ waiting, decided }: Pick<GateView, 'waiting' | 'decided'>, today: PlainDate): GateFigures {
  const asked = new Set(waiting.map(({ deliverable }) => deliverableId(deliverable)));
  const states = decided.flatMap((one) => liveConditions(one).map((condition) => conditionState(condition, one.aftermath?.met ?? [], today)));
  return {
    waiting: waiting.length,
    late: waiting.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    lapsed: decided.filter(({ aftermath, review }) => aftermath?.state === 'lapsed' && !asked.has(deliverableId(review.deliverable))).length,
    openConditions: states.filter((state) => state === 'open').length,
    overdueConditions: states.filter((state) => state === 'overdue').length,
  };
}

const liveConditions = (one: Decided): readonly Condition[] => (isLive(one) ? conditionsOf(one) : []);

/** The nearest due date first; without one, the oldest request first. */
export const byUrgency = (waiting: GateView['waiting']): GateView['waiting'] =>
  [...waiting].sort((a, b) => compare(`${a.dueOn ?? '9999'} ${a.requestedAt}`, `${b.dueOn ?? '9999'} ${b.requestedAt}`));

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** What stands first, what lapsed before the rest; what a later decision took the place of by itself. */
export function byStanding(decided: GateView['decided']): { readonly standing: readonly Decided[]; readonly superseded: readonly Decided[] } {
  const standing = decided.filter(({ aftermath }) => aftermath !== null);
  const isLapsed = ({ aftermath }: Decided): boolean => aftermath?.state === 'lapsed';
  return {
    standing: [...standing.filter(isLapsed), ...standing.filter((one) => !isLapsed(one))],
    superseded: decided.filter(({ aftermath }) => aftermath === null),
  };
}
