import * as z from 'zod/mini';
import { openDatabase } from '../../local/database';
import type { SalesData } from './sales-data';

const figures = z.object({
  quarter: z.string(), won: z.number(), wonDeals: z.number(), upsell: z.number(), buyers: z.number(), returning: z.number(), revenue: z.number(), cost: z.number(), compared: z.number(), grown: z.number(),
});
const pipeline = z.object({ period: z.string(), stage: z.string(), deals: z.number(), amount: z.number(), weighted: z.number() });

/** What SQL makes of the data set: money in hundredths, the quarters that have anything. */
export interface SqlFigures {
  readonly quarters: readonly z.infer<typeof figures>[];
  readonly pipeline: readonly z.infer<typeof pipeline>[];
}

const load = `
  CREATE TABLE raw (id TEXT PRIMARY KEY, agent TEXT, product TEXT, account TEXT, stage TEXT, closed TEXT, value TEXT);
  CREATE TABLE product (name TEXT PRIMARY KEY, price INTEGER);
  CREATE VIEW dated AS
    SELECT id, agent, account, stage, CASE product WHEN 'GTXPro' THEN 'GTX Pro' ELSE product END AS product,
      CASE value WHEN '' THEN NULL ELSE CAST(value AS INTEGER) * 100 END AS value,
      CASE closed WHEN '' THEN NULL ELSE
        substr(closed, -4) || '-' || printf('%02d', CAST(closed AS INTEGER)) || '-' || printf('%02d', CAST(substr(closed, instr(closed, '/') + 1) AS INTEGER)) END AS closed
    FROM raw;
  CREATE VIEW deal AS
    SELECT dated.*, price * 60 AS cost, ${quarterOf('closed')} AS quarter,
      ${quarterOf("date(closed, '-' || ((strftime('%w', closed) + 6) % 7) || ' days', '+3 days')")} AS week_quarter
    FROM dated LEFT JOIN product ON product.name = dated.product;
  CREATE VIEW win AS
    SELECT *, CASE account WHEN '' THEN NULL ELSE row_number() OVER (PARTITION BY account ORDER BY closed, id) END AS nth,
      row_number() OVER (PARTITION BY account, quarter ORDER BY closed, id) AS nth_in_quarter
    FROM deal WHERE stage = 'Won';
  CREATE VIEW growth AS
    WITH earned AS (SELECT account, week_quarter, SUM(value) AS revenue FROM win WHERE account <> '' GROUP BY account, week_quarter)
    SELECT now.week_quarter AS quarter, now.revenue > before.revenue AS has_grown
    FROM earned now JOIN earned before ON before.account = now.account
      AND before.week_quarter = (CAST(substr(now.week_quarter, 1, 4) AS INTEGER) - 1) || substr(now.week_quarter, 5)
    WHERE before.revenue > 0;
`;

function quarterOf(day: string): string {
  return `(strftime('%Y', ${day}) || '-Q' || ((CAST(strftime('%m', ${day}) AS INTEGER) + 2) / 3))`;
}

/** @param agent null is everybody; the comparison with the year before is for everybody alone. */
const quarterly = `
  SELECT quarter,
    (SELECT coalesce(SUM(value), 0) FROM win WHERE win.quarter = q.quarter AND (:agent IS NULL OR agent = :agent)) AS won,
    (SELECT COUNT(*) FROM win WHERE win.quarter = q.quarter AND (:agent IS NULL OR agent = :agent)) AS wonDeals,
    (SELECT coalesce(SUM(value), 0) FROM win WHERE nth > 1 AND win.quarter = q.quarter AND (:agent IS NULL OR agent = :agent)) AS upsell,
    (SELECT COUNT(*) FROM win WHERE nth_in_quarter = 1 AND account <> '' AND win.quarter = q.quarter AND (:agent IS NULL OR agent = :agent)) AS buyers,
    (SELECT COUNT(*) FROM win WHERE nth_in_quarter = 1 AND nth > 1 AND win.quarter = q.quarter AND (:agent IS NULL OR agent = :agent)) AS "returning",
    (SELECT coalesce(SUM(value), 0) FROM win WHERE week_quarter = q.quarter AND (:agent IS NULL OR agent = :agent)) AS revenue,
    (SELECT coalesce(SUM(cost), 0) FROM win WHERE week_quarter = q.quarter AND (:agent IS NULL OR agent = :agent)) AS cost,
    (SELECT COUNT(*) FROM growth WHERE growth.quarter = q.quarter) AS compared,
    (SELECT coalesce(SUM(has_grown), 0) FROM growth WHERE growth.quarter = q.quarter) AS grown
  FROM (SELECT quarter FROM win UNION SELECT week_quarter FROM win) q WHERE quarter IS NOT NULL ORDER BY quarter`;

const open = `
  SELECT CASE WHEN closed IS NULL THEN 'undated' WHEN quarter < :now THEN :now ELSE quarter END AS period, stage, COUNT(*) AS deals,
    coalesce(SUM(value), 0) AS amount, coalesce(SUM(value * CASE stage WHEN 'Prospecting' THEN 10 ELSE 50 END / 100), 0) AS weighted
  FROM deal WHERE stage IN ('Prospecting', 'Engaging') AND (:agent IS NULL OR agent = :agent)
  GROUP BY 1, 2 ORDER BY 1, 2`;

/** Works the figures out in SQL, from the rows as text and from nothing of the app. @returns a function of an agent's name; null is everybody. */
export function sqlFigures({ deals, products }: SalesData, now: string): (agent: string | null) => SqlFigures {
  const database = openDatabase(':memory:');
  database.exec(load);
  const addDeal = database.prepare('INSERT INTO raw VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const row of deals) addDeal.run(row.opportunity_id, row.sales_agent, row.product, row.account, row.deal_stage, row.close_date, row.close_value);
  const addProduct = database.prepare('INSERT INTO product VALUES (?, ?)');
  for (const { product, sales_price: price } of products) addProduct.run(product, Number(price));
  // A view is worked out anew for each of its uses, which takes too long with thousands of rows.
  database.exec('CREATE TABLE wins AS SELECT * FROM win; CREATE TABLE growths AS SELECT * FROM growth');
  const asTables = quarterly.replace(/\bwin\b/g, 'wins').replace(/\bgrowth\b/g, 'growths');
  return (agent) => ({
    quarters: z.array(figures).parse(database.prepare(asTables).all({ agent })),
    pipeline: z.array(pipeline).parse(database.prepare(open).all({ agent, now })),
  });
}
