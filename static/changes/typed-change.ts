import { changeLimits, effectProblem, type EffectProblem, type ScopeEffect } from '../../src/domain/scope-change';
import type { MilestoneChange } from '../../src/domain/milestone-change';
import { parseAmount, type Currency } from '../../src/domain/money';
import { isPlainDate } from '../../src/domain/plain-date';
import { isTotal, nothing, totalOf, type Total } from '../../src/domain/total';

/** A change as somebody types it. */
export interface TypedChange {
  readonly title: string;
  readonly reason: string;
  readonly amount: string;
  readonly hours: string;
  readonly end: string;
  readonly added: string;
  readonly removed: string;
}

export const nothingTyped: TypedChange = { title: '', reason: '', amount: '', hours: '', end: '', added: '', removed: '' };

export interface TypedProblem {
  readonly field: keyof TypedChange;
  readonly problem: 'title' | 'amount' | 'hours' | Extract<EffectProblem, 'noEffect'>;
}
export type ReadChange = { readonly kind: 'read'; readonly title: string; readonly reason: string; readonly effect: ScopeEffect } | ({ readonly kind: 'wrong' } & TypedProblem);

/**
 * What was typed as a proposal.
 * @param currency of the guidelines; null before there are any, and then no money can be named.
 */
export function readChange(typed: TypedChange, currency: Currency | null, milestones: readonly MilestoneChange[] = []): ReadChange {
  const title = typed.title.trim();
  if (title === '') return { kind: 'wrong', field: 'title', problem: 'title' };
  const amount = signedAmount(typed.amount);
  if (amount === undefined || (amount !== nothing && currency === null)) return { kind: 'wrong', field: 'amount', problem: 'amount' };
  const hours = wholeHours(typed.hours);
  if (hours === undefined) return { kind: 'wrong', field: 'hours', problem: 'hours' };
  const effect: ScopeEffect = {
    budget: amount === nothing || currency === null ? null : { amount, currency },
    hours,
    end: isPlainDate(typed.end) ? typed.end : null,
    ...(milestones.length === 0 ? {} : { milestones }),
    added: typed.added.trim(),
    removed: typed.removed.trim(),
  };
  return effectProblem(effect) === undefined ? { kind: 'read', title, reason: typed.reason.trim(), effect } : { kind: 'wrong', field: 'amount', problem: 'noEffect' };
}

/** As people write an amount, with a sign before it or none; nothing typed is nothing. */
function signedAmount(text: string): Total | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return nothing;
  const isLess = /^[-−–]/u.test(trimmed);
  const amount = parseAmount(trimmed.replace(/^[-−–+]/u, ''));
  if (amount === undefined) return undefined;
  const signed = isLess && totalOf(amount) !== nothing ? `-${amount}` : totalOf(amount);
  return isTotal(signed) ? signed : undefined;
}

function wholeHours(text: string): number | undefined {
  const trimmed = text.trim().replace(/^[−–]/u, '-').replace(/^\+/u, '');
  if (trimmed === '') return 0;
  const hours = Number(trimmed);
  return /^-?\d+$/.test(trimmed) && Math.abs(hours) <= changeLimits.hours ? hours : undefined;
}
