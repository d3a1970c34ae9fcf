import type { MarginReading, MarginState, ThreatReason } from './margin-guard';
import type { Person } from './person';
import type { Instant } from './plain-date';

/** What the account manager means to do about a threat. */
export interface ThreatAnswer {
  readonly plan: string;
  readonly by: Person;
  readonly at: Instant;
}

/** A threat to the margin, from when it was seen until the figures no longer show it. Nobody can close it by hand. */
export interface MarginThreat {
  readonly state: 'atRisk' | 'belowTarget';
  readonly reasons: readonly ThreatReason[];
  readonly openedAt: Instant;
  /** When the figures last changed what it says. */
  readonly changedAt: Instant;
  /** The newest last; the answer to a threat that has grown since stands beside its time. */
  readonly answers: readonly ThreatAnswer[];
}

export type ThreatEvent = 'threat.opened' | 'threat.worse' | 'threat.better' | 'threat.closed';

export interface Watched {
  readonly threat: MarginThreat | null;
  readonly event: ThreatEvent | null;
}

const isThreat = (state: MarginState): state is MarginThreat['state'] => state === 'atRisk' || state === 'belowTarget';

/** What becomes of a threat with the newest reading. Figures that became unknown close nothing: a threat goes away only when figures say so. */
export function watch(before: MarginThreat | null, { state, reasons }: Pick<MarginReading, 'state' | 'reasons'>, at: Instant): Watched {
  if (isThreat(state)) {
    if (before === null) return { threat: { state, reasons, openedAt: at, changedAt: at, answers: [] }, event: 'threat.opened' };
    const event = before.state === state ? null : state === 'belowTarget' ? 'threat.worse' : 'threat.better';
    return { threat: { ...before, state, reasons, changedAt: event === null ? before.changedAt : at }, event };
  }
  if (state === 'unknown') return { threat: before, event: null };
  return { threat: null, event: before === null ? null : 'threat.closed' };
}

export const threatLimits = { plan: 2_000, answers: 50 } as const;

/** Whether somebody has to say what they mean to do: nobody has, or it has grown worse since. */
export const waitsForAnswer = ({ answers, changedAt, state }: MarginThreat): boolean => {
  const last = answers.at(-1);
  return last === undefined || (state === 'belowTarget' && last.at < changedAt);
};

export const withAnswer = (threat: MarginThreat, answer: ThreatAnswer): MarginThreat => ({ ...threat, answers: [...threat.answers, answer].slice(-threatLimits.answers) });
