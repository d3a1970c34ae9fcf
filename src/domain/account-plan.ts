import type { ClientId, LineId } from './ids';
import type { Money } from './money';
import type { Person } from './person';
import type { Instant } from './plain-date';
import { oneLine } from './relation';

export interface PlanLine {
  readonly id: LineId;
  readonly text: string;
}

/** What an account manager writes: what is missing is null or empty. */
export interface PlanDraft {
  /** What the client is going to spend in the year. */
  readonly budget: Money | null;
  /** By how much the work for the client is to grow, in whole per cent of the year before. */
  readonly growth: number | null;
  /** Upsell that is aimed at, in whole per cent of what was sold first. */
  readonly upsell: number;
  readonly rules: string;
  /** The order is the meaning. */
  readonly goals: readonly PlanLine[];
  readonly risks: readonly PlanLine[];
}

/** A plan with everything that the head of sales needs to judge it. */
export interface AccountPlan extends PlanDraft {
  readonly budget: Money;
  readonly growth: number;
}

export const usualUpsell = 15;
export const emptyPlan: PlanDraft = { budget: null, growth: null, upsell: usualUpsell, rules: '', goals: [], risks: [] };

export const planLimits = { rules: 5_000, line: 300, lines: 20, reason: 2_000, growth: { least: -100, most: 1_000 }, upsell: { least: 0, most: 1_000 }, versions: 99, firstYear: 2_000, lastYear: 2_999 } as const;

export type PlanField = 'budget' | 'growth' | 'rules' | 'goals';

/** What a plan cannot be submitted without. */
export function missingOf({ budget, growth, rules, goals }: PlanDraft): readonly PlanField[] {
  return [
    ...(budget === null ? ['budget' as const] : []),
    ...(growth === null ? ['growth' as const] : []),
    ...(rules.trim() === '' ? ['rules' as const] : []),
    ...(goals.length === 0 ? ['goals' as const] : []),
  ];
}

/** The plan as it would be submitted; undefined while something is missing. */
export function completePlan(draft: PlanDraft): AccountPlan | undefined {
  const { budget, growth } = draft;
  return budget === null || growth === null || missingOf(draft).length > 0 ? undefined : { ...draft, budget, growth };
}

/** As it is kept: lines that say nothing are none. */
export function tidyPlan(draft: PlanDraft): PlanDraft {
  const tidy = (lines: readonly PlanLine[]): readonly PlanLine[] => lines.map(({ id, text }) => ({ id, text: oneLine(text) })).filter(({ text }) => text !== '');
  return { ...draft, rules: draft.rules.replace(/[^\P{Cc}\n]/gu, '').trim(), goals: tidy(draft.goals), risks: tidy(draft.risks) };
}

/** Lines must be told apart, or no difference could be named. */
export const hasTwins = ({ goals, risks }: PlanDraft): boolean => [goals, risks].some((lines) => new Set(lines.map(({ id }) => id)).size < lines.length);

export interface Signature {
  readonly by: Person;
  readonly at: Instant;
}

/** One version of the plan for a client and year. From when it is submitted on, what it says never changes. */
export type PlanVersion = { readonly clientId: ClientId; readonly year: number; /** From 1. */ readonly number: number } & (
  | { readonly state: 'draft'; readonly plan: PlanDraft }
  | { readonly state: 'submitted'; readonly plan: AccountPlan; readonly submitted: Signature }
  | { readonly state: 'validated'; readonly plan: AccountPlan; readonly submitted: Signature; readonly decided: Signature }
  | { readonly state: 'returned'; readonly plan: AccountPlan; readonly submitted: Signature; readonly decided: Signature; readonly reason: string }
);

export type PlanState = PlanVersion['state'];
export const planStates = ['draft', 'submitted', 'validated', 'returned'] as const satisfies readonly PlanState[];

export type PlanVerdict = { readonly kind: 'validated' } | { readonly kind: 'returned'; readonly reason: string };

export const submitPlan = ({ clientId, year, number }: PlanVersion, plan: AccountPlan, submitted: Signature): PlanVersion => ({ clientId, year, number, state: 'submitted', plan, submitted });

export const decidePlan = (version: Extract<PlanVersion, { readonly state: 'submitted' }>, verdict: PlanVerdict, decided: Signature): PlanVersion =>
  verdict.kind === 'validated' ? { ...version, state: 'validated', decided } : { ...version, state: 'returned', decided, reason: verdict.reason.trim() };

/** What one version changes in another; null is what was not there. Values are plain, for the screen to put into the reader's form. */
export interface PlanChange {
  readonly field: 'budget' | 'growth' | 'upsell' | 'rules' | 'goal' | 'goalOrder' | 'risk';
  readonly before: string | null;
  readonly after: string | null;
}

/** Everything that differs, in the order in which a plan is read. */
export function planChanges(before: PlanDraft, after: PlanDraft): readonly PlanChange[] {
  const whole = (field: PlanChange['field'], was: string | null, is: string | null): readonly PlanChange[] => (was === is ? [] : [{ field, before: was, after: is }]);
  return [
    ...whole('budget', moneyText(before.budget), moneyText(after.budget)),
    ...whole('growth', numberText(before.growth), numberText(after.growth)),
    ...whole('upsell', numberText(before.upsell), numberText(after.upsell)),
    ...whole('rules', before.rules || null, after.rules || null),
    ...lineChanges('goal', before.goals, after.goals),
    ...orderChange(before.goals, after.goals),
    ...lineChanges('risk', before.risks, after.risks),
  ];
}

const moneyText = (money: Money | null): string | null => (money === null ? null : `${money.amount} ${money.currency}`);
const numberText = (number: number | null): string | null => (number === null ? null : String(number));

function lineChanges(field: 'goal' | 'risk', before: readonly PlanLine[], after: readonly PlanLine[]): readonly PlanChange[] {
  const was = new Map(before.map(({ id, text }) => [id, text]));
  const is = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap(({ id, text }) => (was.get(id) === text ? [] : [{ field, before: was.get(id) ?? null, after: text }])),
    ...before.flatMap(({ id, text }) => (is.has(id) ? [] : [{ field, before: text, after: null }])),
  ];
}

/** The order is the meaning of goals, so a new order of the same ones is a change of its own. */
function orderChange(before: readonly PlanLine[], after: readonly PlanLine[]): readonly PlanChange[] {
  const shared = (lines: readonly PlanLine[], among: readonly PlanLine[]): readonly PlanLine[] => lines.filter(({ id }) => among.some((one) => one.id === id));
  const [was, is] = [shared(before, after), shared(after, before)];
  if (was.every(({ id }, at) => is[at]?.id === id)) return [];
  const numbered = (lines: readonly PlanLine[]): string => lines.map(({ text }, at) => `${at + 1}. ${text}`).join('\n');
  return [{ field: 'goalOrder', before: numbered(was), after: numbered(is) }];
}
