import { addMonths, daysBetween } from './calendar';
import { deliverableId, type Deliverable } from './deliverable';
import type { GateStanding } from './gate';
import type { Guidelines } from './guidelines';
import type { LineId } from './ids';
import type { Currency } from './money';
import type { Instant, PlainDate } from './plain-date';
import { cut, type Cut } from './report-facts';
import type { Total } from './total';
import { oneLine } from './typed-text';

/** The days that an update tells of, both included. */
export interface UpdatePeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * All that a client can be told. Rates, costs, margins and threats, reasons, conditions and refusals, staffing and people have no
 * place in it, so none of them can get into an update.
 */
export type ShareableFact =
  | { readonly kind: 'goal'; readonly text: string }
  /** Its day has come; whether it was reached is for the account manager to say. */
  | { readonly kind: 'milestoneDone'; readonly name: string; readonly on: PlainDate }
  | { readonly kind: 'accepted'; readonly deliverable: string; readonly on: PlainDate; readonly isConditional: boolean }
  | { readonly kind: 'change'; readonly title: string; readonly on: PlainDate; readonly effect: SharedEffect }
  | { readonly kind: 'milestoneNext'; readonly name: string; readonly on: PlainDate };

export type FactKind = ShareableFact['kind'];

/** The kinds in the order in which an update tells of them. */
export const factKinds = ['goal', 'milestoneDone', 'accepted', 'change', 'milestoneNext'] as const satisfies readonly FactKind[];

/** What an agreed change does, as the client agreed to it. */
export interface SharedEffect {
  readonly budget: { readonly amount: Total; readonly currency: Currency } | null;
  /** The new end; null leaves it as it was. */
  readonly end: PlainDate | null;
  /** On one line; empty is nothing. */
  readonly added: string;
  readonly removed: string;
}

export interface AgreedChange {
  readonly id: LineId;
  readonly title: string;
  readonly agreedAt: Instant;
  readonly effect: SharedEffect;
}

/** A fact that the account manager can choose. */
export interface OfferedFact {
  /** Different from every other of the project, and the same whenever it is offered. */
  readonly id: string;
  readonly fact: ShareableFact;
}

export const updateLimits = { words: 10_000, days: 366, facts: 120 } as const;

/** The month up to today. */
export const usualPeriod = (today: PlainDate): UpdatePeriod => ({ from: addMonths(today, -1), to: today });

export type PeriodProblem = 'endsBeforeItBegins' | 'inTheFuture' | 'tooLong';

export function periodProblem({ from, to }: UpdatePeriod, today: PlainDate): PeriodProblem | undefined {
  if (to < from) return 'endsBeforeItBegins';
  if (to > today) return 'inTheFuture';
  return daysBetween(from, to) > updateLimits.days ? 'tooLong' : undefined;
}

/** What is known of a project. */
export interface UpdateSources {
  /** Those in force; undefined before the first. */
  readonly guidelines: Guidelines | undefined;
  /** Of what was ever decided at the gate. */
  readonly standings: readonly GateStanding[];
  readonly changes: readonly AgreedChange[];
}

/** The company's own days. */
export interface CompanyDays {
  readonly today: PlainDate;
  readonly dayOf: (at: Instant) => PlainDate;
}

/** What of a project can be told of the period, by kind and day. */
export function offeredFacts({ guidelines, standings, changes }: UpdateSources, period: UpdatePeriod, { today, dayOf }: CompanyDays): Cut<OfferedFact> {
  const isIn = (day: PlainDate): boolean => period.from <= day && day <= period.to;
  const facts = [
    ...(guidelines === undefined ? [] : guidelineFacts(guidelines, today, isIn)),
    ...standings.flatMap((standing) => acceptedFact(standing, isIn, dayOf)),
    ...changes.flatMap((change) => changeFact(change, isIn, dayOf)),
  ];
  return cut(facts.filter(({ fact }) => saysSomething(fact)).sort(inOrder), updateLimits.facts);
}

/** What is next is so from today on, whatever the period: nobody is told of a day as coming that has gone by. */
function guidelineFacts({ scope, schedule }: Guidelines, today: PlainDate, isIn: (day: PlainDate) => boolean): readonly OfferedFact[] {
  return [
    { id: 'goal', fact: { kind: 'goal', text: oneLine(scope.goal) } },
    ...schedule.milestones.flatMap(({ id, name, date }): readonly OfferedFact[] => {
      if (date > today) return [{ id: `milestone:${id}`, fact: { kind: 'milestoneNext', name: oneLine(name), on: date } }];
      return isIn(date) ? [{ id: `milestone:${id}`, fact: { kind: 'milestoneDone', name: oneLine(name), on: date } }] : [];
    }),
  ];
}

/** A go that was asked for anew, or that a blocker or a move has ended, is nothing to tell a client of. */
function acceptedFact({ deliverable, review, decision, met, blocked, leftAt }: GateStanding, isIn: (day: PlainDate) => boolean, dayOf: (at: Instant) => PlainDate): readonly OfferedFact[] {
  if (decision === null || decision.verdict.kind === 'noGo' || review?.state === 'waiting' || blocked !== null || leftAt !== null) return [];
  const on = dayOf(decision.decidedAt);
  if (!isIn(on)) return [];
  const conditions = decision.verdict.kind === 'go' ? [] : decision.verdict.conditions;
  const isConditional = conditions.some(({ id }) => !met.some(({ conditionId }) => conditionId === id));
  return [{ id: `gate:${decision.reviewId}`, fact: { kind: 'accepted', deliverable: titleOf(deliverable), on, isConditional } }];
}

const titleOf = (deliverable: Deliverable): string =>
  oneLine(deliverable.kind === 'issue' ? `${deliverable.issueKey} ${deliverable.summary}` : deliverable.name) || deliverableId(deliverable);

function changeFact({ id, title, agreedAt, effect: { budget, end, added, removed } }: AgreedChange, isIn: (day: PlainDate) => boolean, dayOf: (at: Instant) => PlainDate): readonly OfferedFact[] {
  const on = dayOf(agreedAt);
  return isIn(on) ? [{ id: `change:${id}`, fact: { kind: 'change', title: oneLine(title), on, effect: { budget, end, added: oneLine(added), removed: oneLine(removed) } } }] : [];
}

const nameOf = (fact: ShareableFact): string => (fact.kind === 'goal' ? fact.text : fact.kind === 'accepted' ? fact.deliverable : fact.kind === 'change' ? fact.title : fact.name);

const saysSomething = (fact: ShareableFact): boolean => nameOf(fact) !== '';

const placeOf = ({ fact, id }: OfferedFact): string => `${factKinds.indexOf(fact.kind)} ${fact.kind === 'goal' ? '' : fact.on} ${nameOf(fact)} ${id}`;

const inOrder = (a: OfferedFact, b: OfferedFact): number => (placeOf(a) < placeOf(b) ? -1 : 1);
