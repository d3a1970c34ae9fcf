import { minus, hundredthsOf, proportion, type Total } from './total';

/** Why there is no margin to show. */
export type MarginGap = 'noRevenue' | 'negativeRevenue' | 'revenueUnknown' | 'costUnknown' | 'mixedCurrencies';

/** Operating margin in hundredths of a per cent: 4_000 is 40 %. */
export type Margin = { readonly kind: 'known'; readonly basisPoints: number } | { readonly kind: 'unknown'; readonly because: MarginGap };

const wholeInBasisPoints = 10_000;

/**
 * (revenue − cost) ÷ revenue. Without revenue there is no margin, however high the cost; where credit notes exceed what was
 * invoiced, a quotient would turn a loss into a gain. What is unknown stays unknown and never counts as zero.
 */
export function operatingMargin(revenue: Total | null, cost: Total | null): Margin {
  if (revenue === null) return { kind: 'unknown', because: 'revenueUnknown' };
  if (cost === null) return { kind: 'unknown', because: 'costUnknown' };
  const earned = hundredthsOf(revenue);
  if (earned === 0n) return { kind: 'unknown', because: 'noRevenue' };
  if (earned < 0n) return { kind: 'unknown', because: 'negativeRevenue' };
  return { kind: 'known', basisPoints: proportion(minus(revenue, cost), revenue, wholeInBasisPoints) };
}

/** Whole per cent, rounded down: 39.99 % is not 40 %. */
export const wholePercent = (basisPoints: number): number => Math.floor(basisPoints / 100);
