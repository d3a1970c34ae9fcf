import { secondsBetween } from './calendar';
import { completeDraft, draftFrom } from './draft';
import type { Guidelines, GuidelinesVersion } from './guidelines';
import type { DealId, LineId, ProjectId } from './ids';
import { areSameMilestones, movesNothing, withMilestones, type MilestoneChange, type MilestoneProblem } from './milestone-change';
import { isAmount, type Currency } from './money';
import type { Person } from './person';
import type { Instant, PlainDate } from './plain-date';
import { nothing, proportion, sumOf, totalOf, type Total } from './total';

/** What a change does to the guidelines. */
export interface ScopeEffect {
  /** More or less money; null leaves the budget as it is. */
  readonly budget: { readonly amount: Total; readonly currency: Currency } | null;
  /** Whole hours, more or less; 0 leaves them as they are. */
  readonly hours: number;
  /** The new end of the schedule; null leaves it as it is. */
  readonly end: PlainDate | null;
  /** New milestones and moved ones, each once; absent where none are. */
  readonly milestones?: readonly MilestoneChange[];
  /** What comes in and what goes out, in words; empty is nothing. */
  readonly added: string;
  readonly removed: string;
}

export type ChangeState =
  | { readonly kind: 'proposed' }
  | { readonly kind: 'negotiation' }
  /** The next guidelines are being published, since then; whoever agrees again finishes it. */
  | { readonly kind: 'agreeing'; readonly by: Person; readonly at: Instant; readonly reason: string }
  | { readonly kind: 'agreed'; readonly by: Person; readonly at: Instant; readonly reason: string; readonly version: number }
  | { readonly kind: 'declined'; readonly by: Person; readonly at: Instant; readonly reason: string }
  | { readonly kind: 'withdrawn'; readonly at: Instant };

export interface ScopeChange {
  readonly id: LineId;
  readonly projectId: ProjectId;
  readonly title: string;
  /** Why the client or we want it. */
  readonly reason: string;
  readonly effect: ScopeEffect;
  /** The project's deal that it is sold with, such as an upsell; absent where it is none's. */
  readonly dealId?: DealId;
  readonly proposedBy: Person;
  readonly proposedAt: Instant;
  readonly state: ChangeState;
  /** Who did what to it, oldest first. */
  readonly history: readonly { readonly at: Instant; readonly by: Person; readonly what: ChangeState['kind'] }[];
}

export const changeLimits = { title: 200, text: 2_000, hours: 100_000, milestones: 10, open: 200 } as const;

export const isOpen = ({ state }: Pick<ScopeChange, 'state'>): boolean => state.kind === 'proposed' || state.kind === 'negotiation' || state.kind === 'agreeing';

/** Whether the same person proposed the same, whatever has become of it since. */
export const isSameProposal = (a: ScopeChange, b: ScopeChange): boolean =>
  a.proposedBy.accountId === b.proposedBy.accountId && a.title === b.title && a.reason === b.reason && a.dealId === b.dealId && isSameEffect(a.effect, b.effect);

const isSameEffect = (a: ScopeEffect, b: ScopeEffect): boolean =>
  a.budget?.amount === b.budget?.amount && a.budget?.currency === b.budget?.currency && a.hours === b.hours && a.end === b.end && a.added === b.added && a.removed === b.removed && areSameMilestones(milestonesOf(a), milestonesOf(b));

export const milestonesOf = ({ milestones }: ScopeEffect): readonly MilestoneChange[] => milestones ?? [];

/** Why an effect cannot be applied to guidelines. */
export type EffectProblem = 'noEffect' | 'otherCurrency' | 'budgetBelowZero' | 'hoursBelowZero' | 'endBeforeStart' | 'outsideSchedule' | 'tooLong' | 'tooMany' | 'notPossible' | MilestoneProblem;

const changesNothing = ({ budget, hours, end, milestones = [], added, removed }: ScopeEffect): boolean =>
  milestones.every(movesNothing) && (budget === null || budget.amount === nothing) && hours === 0 && end === null && added.trim() === '' && removed.trim() === '';

/** What is wrong with an effect whatever the guidelines are. */
export const effectProblem = (effect: ScopeEffect): EffectProblem | undefined => (changesNothing(effect) ? 'noEffect' : undefined);

export type Applied = { readonly kind: 'applied'; readonly guidelines: Guidelines } | { readonly kind: 'refused'; readonly problem: EffectProblem };

/** The guidelines with the effect in them: exact to the hundredth, and refused where they would be none that can be published. */
export function applyEffect(guidelines: Guidelines, effect: ScopeEffect): Applied {
  const refuse = (problem: EffectProblem): Applied => ({ kind: 'refused', problem });
  const { budget, schedule, scope } = guidelines;
  if (changesNothing(effect)) return refuse('noEffect');
  if (effect.budget !== null && effect.budget.amount !== nothing && effect.budget.currency !== budget.amount.currency) return refuse('otherCurrency');
  const amount = effect.budget === null ? budget.amount.amount : sumOf([budget.amount.amount, effect.budget.amount]);
  if (!isAmount(amount)) return refuse(amount.startsWith('-') ? 'budgetBelowZero' : 'notPossible');
  const hours = budget.hours + effect.hours;
  if (hours < 0) return refuse('hoursBelowZero');
  const end = effect.end ?? schedule.end;
  if (end < schedule.start) return refuse('endBeforeStart');
  const milestones = withMilestones(schedule.milestones, milestonesOf(effect));
  if (typeof milestones === 'string') return refuse(milestones);
  const next: Guidelines = {
    ...guidelines,
    budget: { ...budget, amount: { ...budget.amount, amount }, hours },
    schedule: { ...schedule, end, milestones },
    scope: { ...scope, inScope: withLine(scope.inScope, effect.added), outOfScope: withLine(scope.outOfScope, effect.removed) },
  };
  // The rules of what can be published stand in one place.
  const completion = completeDraft(draftFrom(next));
  if (completion.complete) return { kind: 'applied', guidelines: next };
  const code = completion.problems[0]?.code;
  return refuse(code === 'outsideSchedule' || code === 'tooLong' || code === 'tooMany' || code === 'endBeforeStart' ? code : 'notPossible');
}

const withLine = (text: string, line: string): string => [text.trim(), line.trim()].filter((part) => part !== '').join('\n');

/** What was sold and what has been agreed since. */
export interface ScopeTotals {
  readonly currency: Currency;
  readonly soldBudget: Total;
  readonly soldHours: number;
  readonly agreedBudget: Total;
  readonly agreedHours: number;
  /** Agreed of sold, in whole per cent, rounded down; null where nothing was sold for money. */
  readonly agreedPercent: number | null;
  /** The same of hours; null where none were sold. */
  readonly agreedHoursPercent: number | null;
  readonly nowBudget: Total;
  readonly nowHours: number;
  /** Agreed changes whose money is in another currency than the first guidelines; they are not in the sums. */
  readonly otherCurrency: number;
}

/** @param first the first guidelines: what was sold. */
export function scopeTotals(first: Guidelines, current: Guidelines, changes: readonly ScopeChange[]): ScopeTotals {
  const { currency } = first.budget.amount;
  const agreed = changes.filter(({ state }) => state.kind === 'agreed');
  const ours = agreed.flatMap(({ effect: { budget } }) => (budget?.currency === currency ? [budget.amount] : []));
  const agreedHours = agreed.reduce((sum, { effect }) => sum + effect.hours, 0);
  const soldBudget = totalOf(first.budget.amount.amount);
  const agreedBudget = sumOf(ours);
  return {
    currency,
    soldBudget,
    soldHours: first.budget.hours,
    agreedBudget,
    agreedHours,
    agreedPercent: soldBudget === nothing ? null : proportion(agreedBudget, soldBudget, 100),
    agreedHoursPercent: first.budget.hours === 0 ? null : Math.floor((agreedHours * 100) / first.budget.hours),
    nowBudget: totalOf(current.budget.amount.amount),
    nowHours: current.budget.hours,
    otherCurrency: agreed.filter(({ effect: { budget } }) => budget !== null && budget.amount !== nothing && budget.currency !== currency).length,
  };
}

/** In seconds; a call is over long before, so that nobody can be at it any more. */
const agreeingLease = 60;

/** Whether agreeing was begun, published nothing and can publish nothing any more: the change can be decided otherwise. */
export const isAbandoned = ({ id, state }: Pick<ScopeChange, 'id' | 'state'>, versions: readonly GuidelinesVersion[], now: Instant): boolean =>
  state.kind === 'agreeing' && secondsBetween(state.at, now) >= agreeingLease && publishedBy(versions, id) === undefined;

/** The version that was published by agreeing to the change. */
export const publishedBy = (versions: readonly GuidelinesVersion[], id: LineId): GuidelinesVersion | undefined => versions.find(({ change }) => change?.id === id);
