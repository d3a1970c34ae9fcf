import { addDays, daysBetween, earlier, mondayOf } from './calendar';
import { added, costOf, forecastOf, marginToDate, type Figures, type Forecast } from './figures';
import type { Guidelines } from './guidelines';
import { operatingMargin, type Margin } from './margin';
import type { PlainDate } from './plain-date';
import { hundredthsOf, nothing, percentOf, proportion, totalOf, type Total } from './total';

/** How a project stands against its target margin. */
export type MarginState = 'healthy' | 'atRisk' | 'belowTarget' | 'unknown';

/** Why: each with the figures that it rests on, so that it can be said in words. */
export type ThreatReason =
  | { readonly kind: 'belowToDate'; readonly basisPoints: number }
  | { readonly kind: 'belowAtCompletion'; readonly basisPoints: number }
  | { readonly kind: 'thinCushion'; readonly basisPoints: number }
  | { readonly kind: 'falling'; readonly fellBy: number; readonly weeks: number }
  /** What labour has used up of what the whole may cost, beside the time that is over. */
  | { readonly kind: 'burning'; readonly spentPercent: number; readonly elapsedPercent: number }
  /** People work in a role that the guidelines do not name; null is a role that is unknown. */
  | { readonly kind: 'otherRole'; readonly role: string | null; readonly people: number; readonly plannedRoles: readonly string[] };

export interface MarginReading {
  readonly state: MarginState;
  readonly reasons: readonly ThreatReason[];
  readonly toDate: Margin;
  readonly forecast: Forecast;
  /** In whole per cent. */
  readonly target: number;
  /** What the whole may cost if the target is kept; null where nobody knows. */
  readonly allowedCost: Total | null;
  /** What labour used up of what the whole may cost; null where one of the two is unknown. */
  readonly spentPercent: number | null;
  /** How much of the guidelines' time is over, 0 to 100; null without guidelines. */
  readonly elapsedPercent: number | null;
}

/** The rule, as people read it beside the state. Margins in hundredths of a per cent. */
export const rule = {
  /** So close above the target there is a risk. */
  cushion: 300,
  /** A margin that falls by so much in so many weeks will not stay above. */
  fall: 200,
  weeks: 4,
  /** Labour may be so many per cent of the budget ahead of the schedule. */
  burnAhead: 10,
  /** Less of another role is an exception and no pattern. */
  otherRoleSeconds: 16 * 3600,
} as const;

export interface GuardedProject {
  readonly figures: Figures;
  readonly guidelines: Guidelines | null;
  /** In whole per cent. */
  readonly target: number;
  readonly today: PlainDate;
}

/** Below the target is what will end below it, or where no end can be foreseen, what stands below it now. */
export function readMargin({ figures, guidelines, target, today }: GuardedProject): MarginReading {
  const toDate = marginToDate(figures);
  const forecast = forecastOf(figures);
  const elapsedPercent = guidelines === null ? null : elapsed(guidelines, today);
  const allowed = allowedCost(figures, guidelines, target);
  const spentPercent = spent(figures, allowed);
  const wanted = target * 100;

  const reasons: ThreatReason[] = [];
  const end = forecast.kind === 'known' && forecast.margin.kind === 'known' ? forecast.margin.basisPoints : null;
  const now = toDate.kind === 'known' ? toDate.basisPoints : null;
  if (end !== null && end < wanted) reasons.push({ kind: 'belowAtCompletion', basisPoints: end });
  // A fixed price comes in invoices: between two of them the margin to date says little where the end is known.
  if (now !== null && now < wanted && (end === null || figures.billing === 'timeAndMaterial')) reasons.push({ kind: 'belowToDate', basisPoints: now });
  const judged = end ?? now;
  const isBelow = judged !== null && judged < wanted;
  if (judged !== null && !isBelow && judged < wanted + rule.cushion) reasons.push({ kind: 'thinCushion', basisPoints: judged });
  const fellBy = figures.billing === 'timeAndMaterial' ? fall(figures, today) : null;
  if (fellBy !== null && fellBy >= rule.fall) reasons.push({ kind: 'falling', fellBy, weeks: rule.weeks });
  if (spentPercent !== null && elapsedPercent !== null && spentPercent > elapsedPercent + rule.burnAhead) reasons.push({ kind: 'burning', spentPercent, elapsedPercent });

  const state = isBelow ? 'belowTarget' : reasons.length > 0 ? 'atRisk' : judged === null ? 'unknown' : 'healthy';
  // Another role is no threat by itself; beside one it is what explains it.
  if (state === 'belowTarget' || state === 'atRisk') reasons.push(...otherRoles(figures, guidelines));
  return { state, reasons, toDate, forecast, target, allowedCost: allowed, spentPercent, elapsedPercent };
}

function elapsed({ schedule: { start, end } }: Guidelines, today: PlainDate): number {
  const whole = daysBetween(start, end) + 1;
  return Math.round((Math.min(whole, Math.max(0, daysBetween(start, today))) / whole) * 100);
}

/** What the whole may cost: the source's own budget of cost, else what the guidelines' budget leaves when the target is kept. */
export function allowedCost(figures: Pick<Figures, 'costBudget' | 'currency'>, guidelines: Guidelines | null, target: number): Total | null {
  if (figures.costBudget !== null) return figures.costBudget;
  if (guidelines?.budget.amount.currency !== figures.currency) return null;
  return percentOf(totalOf(guidelines.budget.amount.amount), 100 - target);
}

function spent(figures: Figures, allowed: Total | null): number | null {
  if (allowed === null || figures.labour === null || figures.currency === null || hundredthsOf(allowed) <= 0n) return null;
  return proportion(figures.labour, allowed, 100);
}

/** By how much the margin to date fell in the last weeks, in hundredths of a per cent; negative when it rose. */
function fall(figures: Figures, today: PlainDate): number | null {
  if (figures.currency === null) return null;
  const until = addDays(mondayOf(earlier(today, figures.asOf)), -7 * rule.weeks);
  const before = figures.weeks.filter(({ monday }) => monday < until);
  if (before.length === 0) return null;
  const then = operatingMargin(added(before.map(({ revenue }) => revenue)), added(before.map(({ cost }) => cost)));
  const now = operatingMargin(figures.revenue, costOf(figures));
  return then.kind === 'known' && now.kind === 'known' ? then.basisPoints - now.basisPoints : null;
}

function otherRoles({ roles }: Figures, guidelines: Guidelines | null): readonly ThreatReason[] {
  if (guidelines === null || guidelines.staffing.length === 0) return [];
  const planned = [...new Set(guidelines.staffing.map(({ role }) => role))];
  const isPlanned = (role: string | null): boolean => role !== null && planned.some((one) => one.toLowerCase() === role.toLowerCase());
  const unused = planned.filter((role) => !roles.some((one) => one.role !== null && one.role.toLowerCase() === role.toLowerCase()));
  return roles
    // Whose hours are not sold at all, as an account manager's, takes nobody's place.
    .filter(({ role, seconds, revenue }) => !isPlanned(role) && seconds >= rule.otherRoleSeconds && revenue !== nothing)
    .map(({ role, people }) => ({ kind: 'otherRole', role, people, plannedRoles: unused.length > 0 ? unused : planned }));
}
