import { day } from '../../src/domain/fixture/values';
import { contributionOf } from '../../src/domain/kpi/contribution';
import { defaultGoals } from '../../src/domain/kpi/goals';
import { kpisOf } from '../../src/domain/kpi/kpis';
import { pipelineOf } from '../../src/domain/kpi/pipeline';
import { quarterOf } from '../../src/domain/kpi/quarter';
import { emptyRollup, withParts, type KpiRollup, type KpiSubject } from '../../src/domain/kpi/rollup';
import { hundredthsOf, type Total } from '../../src/domain/total';
import { quarter as q } from './kpi-facts';
import { makeSalesData, readSalesData, type SalesData } from './sales-data';
import { agentId, salesFacts } from './sales-facts';
import { sqlFigures, type SqlFigures } from './sales-sql';

/** The figures against SQL that knows nothing of the app, to the last hundredth, for each person and for the team. */

const today = day('2017-11-15');
const now = quarterOf(today);
const hundredths = (amount: Total): number => Number(hundredthsOf(amount));

function rollupsOf(data: SalesData): readonly KpiRollup[] {
  const parts = salesFacts(data, today).flatMap((facts) => contributionOf(facts, []));
  return [...new Set(parts.map(({ period }) => period))].sort().map((period) => withParts(emptyRollup(period), [], parts.filter((part) => part.period === period)));
}

/** The app's figures in the words of the SQL. */
function appFigures(rollups: readonly KpiRollup[], subject: KpiSubject, { quarters }: SqlFigures) {
  return {
    quarters: quarters.map(({ quarter }) => {
      const { revenue, margin, upsell, returning, sales } = kpisOf(rollups, q(quarter), subject, defaultGoals);
      return {
        quarter,
        won: hundredths(sales.won),
        wonDeals: sales.deals,
        upsell: hundredths(upsell.amount),
        buyers: returning.of,
        returning: returning.clients,
        revenue: hundredths(revenue.amount),
        margin: margin.margin.kind === 'known' ? margin.margin.basisPoints : null,
      };
    }),
    pipeline: pipelineOf(rollups, now, subject).flatMap(({ period, stages }) =>
      stages.flatMap(({ stage, deals, amounts: [money] }) =>
        deals === 0 ? [] : [{ period, stage, deals, amount: money === undefined ? 0 : hundredths(money.amount), weighted: money === undefined ? 0 : hundredths(money.weighted) }],
      ),
    ),
  };
}

const stageNames: Readonly<Record<string, string>> = { Prospecting: 'open', Engaging: 'negotiation' };
const byStage = (a: { readonly period: string; readonly stage: string }, b: { readonly period: string; readonly stage: string }): number => (`${a.period} ${a.stage}` < `${b.period} ${b.stage}` ? -1 : 1);

function expectSame(data: SalesData): void {
  const rollups = rollupsOf(data);
  const inSql = sqlFigures(data, now);
  for (const agent of [null, ...new Set(data.deals.map(({ sales_agent: name }) => name))]) {
    const sql = inSql(agent);
    const app = appFigures(rollups, agent === null ? { kind: 'team' } : { kind: 'manager', manager: agentId(agent) }, sql);
    expect([agent, app.quarters]).toEqual([agent, sql.quarters.map(({ cost, compared: _, grown: __, ...rest }) => ({ ...rest, margin: rest.revenue === 0 ? null : Math.floor(((rest.revenue - cost) * 10_000) / rest.revenue) }))]);
    expect([agent, [...app.pipeline].sort(byStage)]).toEqual([agent, sql.pipeline.map((row) => ({ ...row, stage: stageNames[row.stage] ?? row.stage })).sort(byStage)]);
  }
  // Whom a comparison of a whole client counts with is the app's own choice; how many there are is not.
  const growth = inSql(null).quarters.map(({ quarter }) => kpisOf(rollups, q(quarter), { kind: 'team' }, defaultGoals).growth);
  expect(growth.map(({ of, grown }) => ({ compared: of, grown }))).toEqual(inSql(null).quarters.map(({ compared, grown }) => ({ compared, grown })));
}

it.each([1, 2, 3])('says of made data with the faults of real data what SQL says (seed %i)', (seed) => {
  const data = makeSalesData(seed, 1_200);
  expectSame(data);
  // What is compared must be there to be compared.
  const quarters = sqlFigures(data, now)(null).quarters;
  expect(quarters.filter(({ compared, returning, upsell }) => compared > 0 && returning > 0 && upsell > 0).length).toBeGreaterThan(2);
});

const folder = process.env['CRM_DATA'];
const onRealData = folder === undefined ? it.skip : it;

onRealData('says of the 8,800 deals of the public data set, whose folder CRM_DATA names, what SQL says', () => {
  const data = readSalesData(folder ?? '');
  expect(data.deals).toHaveLength(8_800);
  expectSame(data);
  const all = kpisOf(rollupsOf(data), q('2017-Q3'), { kind: 'team' }, defaultGoals);
  expect(all.sales.deals).toBeGreaterThan(1_000);
});
