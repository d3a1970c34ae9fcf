import { currencies, type Currency } from '../money';
import { nothing, sumOf, type Total } from '../total';
import { undated, type Period, type Quarter } from './quarter';
import { sumsFor, type KpiRollup, type KpiSubject } from './rollup';
import { countOf, moneyIn, sumOfSums, type Sums } from './sums';

export const openStages = ['open', 'negotiation', 'internallyWon'] as const;
export type OpenStage = (typeof openStages)[number];

/** Deals of one stage that are to close in one quarter. */
export interface PipelineCell {
  readonly stage: OpenStage;
  readonly deals: number;
  readonly amounts: readonly PipelineAmount[];
}

/** Money in one currency; weighted is amount times probability, of the deals that have both. */
export interface PipelineAmount {
  readonly currency: Currency;
  readonly amount: Total;
  readonly weighted: Total;
}

export interface PipelineQuarter {
  readonly period: Period;
  readonly stages: readonly PipelineCell[];
  readonly weighted: readonly PipelineAmount[];
  readonly renewals: number;
  readonly overdue: number;
  readonly withoutAmount: number;
  readonly withoutProbability: number;
  readonly unmapped: number;
}

/** Open deals by quarter and stage, this quarter first and those without a date last. What an earlier quarter still holds is due now. */
export function pipelineOf(rollups: readonly KpiRollup[], now: Quarter, subject: KpiSubject): readonly PipelineQuarter[] {
  const periods = [...new Set<Period>([now, ...rollups.map(({ period }) => period).filter((period) => period > now)])].sort();
  return periods
    .map((period) => quarterOfPipeline(period, sumOfSums(rollups.filter((rollup) => rollup.period === period || (period === now && rollup.period < now)).map((rollup) => sumsFor(rollup, subject)))))
    .filter((quarter) => quarter.period === now || holdsAnything(quarter));
}

const weightedOf = { open: 'weightedOpen', negotiation: 'weightedNegotiation', internallyWon: 'weightedInternallyWon' } as const;

function quarterOfPipeline(period: Period, sums: Sums): PipelineQuarter {
  const stages = openStages.map((stage): PipelineCell => ({
    stage,
    deals: countOf(sums, stage),
    amounts: currencies.flatMap((currency) => {
      const [amount, weighted] = [moneyIn(sums, currency, stage), moneyIn(sums, currency, weightedOf[stage])];
      return amount === nothing && weighted === nothing ? [] : [{ currency, amount, weighted }];
    }),
  }));
  return {
    period,
    stages,
    weighted: currencies.flatMap((currency) => {
      const all = stages.flatMap(({ amounts }) => amounts.filter((one) => one.currency === currency));
      return all.length === 0 ? [] : [{ currency, amount: sumOf(all.map(({ amount }) => amount)), weighted: sumOf(all.map(({ weighted }) => weighted)) }];
    }),
    renewals: countOf(sums, 'renewals'),
    overdue: countOf(sums, 'overdue'),
    withoutAmount: countOf(sums, 'openWithoutAmount'),
    withoutProbability: countOf(sums, 'openWithoutProbability'),
    unmapped: countOf(sums, 'unmapped'),
  };
}

const holdsAnything = ({ stages, renewals, unmapped, period }: PipelineQuarter): boolean => (period !== undated && renewals > 0) || unmapped > 0 || stages.some(({ deals }) => deals > 0);
