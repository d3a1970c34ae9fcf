import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod/mini';

/** The public data set "CRM Sales Opportunities" by Maven Analytics, as its files have it: every value is text, faults included. */
export interface SalesData {
  readonly deals: readonly SalesRow[];
  readonly products: readonly { readonly product: string; readonly sales_price: string }[];
}

const salesRow = z.object({
  opportunity_id: z.string(),
  sales_agent: z.string(),
  product: z.string(),
  account: z.string(),
  deal_stage: z.string(),
  /** Month before day, without zeros. */
  close_date: z.string(),
  close_value: z.string(),
});
export type SalesRow = z.infer<typeof salesRow>;

const read = (folder: string, file: string): unknown => parse(readFileSync(join(folder, file)), { columns: true, bom: true });

/** @param folder that holds the data set's files. */
export const readSalesData = (folder: string): SalesData => ({
  deals: z.array(salesRow).parse(read(folder, 'sales_pipeline.csv')),
  products: z.array(z.object({ product: z.string(), sales_price: z.string() })).parse(read(folder, 'products.csv')),
});

/** Numbers that look random and are the same in every run (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Data of the same shape with the same faults, and some that the public set happens not to have: amounts and dates on open deals, wins without an account. */
export function makeSalesData(seed: number, count: number): SalesData {
  const below = chance(seed);
  const one = (from: readonly string[]): string => from[below(from.length)] ?? '';
  const agents = Array.from({ length: 7 }, (_, n) => `Agent ${n}`);
  const accounts = Array.from({ length: 25 }, (_, n) => `Account ${n}`);
  const date = (): string => `${1 + below(12)}/${1 + below(28)}/${2016 + below(2)}`;
  return {
    products: [{ product: 'GTX Pro', sales_price: '4821' }, { product: 'MG Special', sales_price: '55' }],
    deals: Array.from({ length: count }, (_, n) => {
      const stage = one(['Won', 'Won', 'Won', 'Lost', 'Engaging', 'Prospecting']);
      const isClosed = stage === 'Won' || stage === 'Lost';
      return {
        opportunity_id: `${one(['Z', 'B', '1', 'M'])}${String(below(1_000_000))}X${n}`,
        sales_agent: one(agents),
        product: one(['GTXPro', 'GTX Pro', 'MG Special']),
        account: below(isClosed ? 20 : 3) === 0 ? '' : one(accounts),
        deal_stage: stage,
        close_date: isClosed || below(2) === 0 ? date() : '',
        close_value: isClosed ? (stage === 'Lost' ? '0' : String(1 + below(9_000))) : below(2) === 0 ? String(below(9_000)) : '',
      };
    }),
  };
}
