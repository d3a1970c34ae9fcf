/** What the demo company's figures come to, worked out by hand: its linked deals with the days, counted from today, on which they close, and its projects' weeks. */

interface DemoDeal {
  readonly who: 'zofia' | 'tomasz';
  readonly closes: number;
  /** Whole złoty. */
  readonly amount: number;
}

/** Deals that were won; each is the first of its client, so none is upsell. */
export const demoWon: readonly DemoDeal[] = [
  { who: 'zofia', closes: -38, amount: 640_000 },
  { who: 'tomasz', closes: -72, amount: 1_150_000 },
];

/** Open deals with amount times probability: negotiation at 65 %, internally won at 90 %. */
export const demoOpen: readonly (DemoDeal & { readonly weighted: number })[] = [
  { who: 'zofia', closes: 41, amount: 285_000, weighted: 185_250 },
  { who: 'zofia', closes: 18, amount: 920_000, weighted: 828_000 },
  { who: 'tomasz', closes: 27, amount: 478_000, weighted: 310_700 },
  { who: 'tomasz', closes: 34, amount: 860_000, weighted: 559_000 },
];

/** The quarter of a day so many days later, by the calendar alone. */
export function demoQuarter(day: string, later: number): string {
  const date = new Date(Date.parse(`${day}T00:00:00Z`) + later * 86_400_000);
  return `${date.getUTCFullYear()}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
}

/** @param amounts such as 1234.50. @returns their sum in hundredths. */
export const hundredths = (amounts: readonly string[]): number => amounts.reduce((sum, amount) => sum + Number(amount.replace('.', '')), 0);
