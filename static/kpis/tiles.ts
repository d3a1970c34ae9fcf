import type { QuarterKpisView } from '../../src/contract/kpis';
import { companyCurrency, type KpiGap } from '../../src/domain/kpi/kpis';
import { compareTotals, nothing, type Total } from '../../src/domain/total';
import type { Format } from '../shared/format';
import { marginGapWords } from './gap-words';
import type { KpiTranslate } from './kpi-screen';
import { pictureSize } from './picture-size';

export const tileKeys = ['revenue', 'margin', 'sales', 'upsell', 'returning', 'growth', 'documents', 'relation'] as const;
export type TileKey = (typeof tileKeys)[number];

/** A number as a tile shows it. */
export interface Tile {
  readonly value: string;
  /** What the value is made of, in words; null where the value says it all. */
  readonly detail: string | null;
  readonly goal: string | null;
  /** How far the way to the goal is gone, 0 to 1; null without a goal or a value. */
  readonly progress: number | null;
  readonly isReached: boolean | null;
  /** How high the number stands in a picture; null where there is none. */
  readonly height: number | null;
  readonly gaps: readonly KpiGap[];
}

/** How the value stands to its goal, in words; null without a goal or a value. */
export function standingOf(t: KpiTranslate, key: TileKey, { goal, isReached, gaps }: Tile): string | null {
  if (goal === null || isReached === null) return null;
  const stands = isReached ? (gaps.length === 0 ? 'reached' : 'reachedAsKnown') : 'notReached';
  // A sum that is reached stays so; a share that stands well today may fall before the quarter ends.
  return t(key === 'revenue' || key === 'sales' ? `kpi.${stands}` : `kpi.soFar.${stands}`);
}

export function tileOf(t: KpiTranslate, format: Format, key: TileKey, kpis: QuarterKpisView): Tile {
  const money = (sum: Total): string => format.sum(sum, companyCurrency);
  switch (key) {
    case 'revenue': {
      const { amount, target, others, gaps } = kpis.revenue;
      return { ...towards(amount, target), value: money(amount), detail: besides(others), goal: compareTotals(target, nothing) === 0 ? null : money(target), height: pictureSize(amount), gaps };
    }
    case 'sales': {
      const { won, deals, goal, others, gaps } = kpis.sales;
      return { ...towards(won, goal ?? nothing), value: money(won), detail: [t('kpi.sales.deals', { count: deals }), besides(others)].filter((text) => text !== null).join(' · '), goal: goal === null ? null : money(goal), height: pictureSize(won), gaps };
    }
    case 'margin': {
      const { margin, target, gaps } = kpis.margin;
      const points = margin.kind === 'known' ? margin.basisPoints : null;
      return { ...share(points, target), detail: margin.kind === 'known' ? null : marginGapWords(t, margin.because), gaps };
    }
    case 'upsell': {
      const { share: points, amount, of, target, gaps } = kpis.upsell;
      return { ...share(points, target), detail: points === null ? t('kpi.nothing') : t('kpi.upsell.detail', { amount: money(amount), of: money(of) }), gaps };
    }
    case 'growth': {
      const { basisPoints, before, grown, of, gaps } = kpis.growth;
      return { ...share(basisPoints, null), detail: basisPoints === null && of === 0 ? t('kpi.nothing') : t('kpi.growth.detail', { grown, of, before: money(before) }), gaps };
    }
    case 'returning':
      return { ...counted(kpis.returning.clients, kpis.returning.of), gaps: [] };
    case 'documents':
      return { ...counted(kpis.documents.complete, kpis.documents.of), gaps: kpis.documents.gaps };
    case 'relation':
      return { ...counted(kpis.relation.documented, kpis.relation.of), gaps: kpis.relation.gaps };
  }

  function besides(others: QuarterKpisView['revenue']['others']): string | null {
    return others.length === 0 ? null : t('kpi.besides', { amounts: others.map(({ amount, currency }) => format.sum(amount, currency)).join(', ') });
  }

  function share(points: number | null, target: number | null): Omit<Tile, 'gaps' | 'detail'> {
    const isComparable = points !== null && target !== null;
    return {
      value: points === null ? t('kpi.none') : format.points(points),
      goal: target === null ? null : format.percent(target),
      progress: isComparable && target > 0 ? between(points / (target * 100)) : null,
      isReached: isComparable ? points >= target * 100 : null,
      height: points,
    };
  }

  function counted(count: number, of: number): Omit<Tile, 'gaps'> {
    return { value: of === 0 ? t('kpi.none') : t('kpi.of', { count: format.number(count), of: format.number(of) }), detail: of === 0 ? t('kpi.nothing') : null, goal: null, progress: of === 0 ? null : count / of, isReached: of === 0 ? null : count === of, height: of === 0 ? null : count / of };
  }
}

const towards = (amount: Total, goal: Total): Pick<Tile, 'progress' | 'isReached'> =>
  compareTotals(goal, nothing) <= 0 ? { progress: null, isReached: null } : { progress: between(pictureSize(amount) / pictureSize(goal)), isReached: compareTotals(amount, goal) >= 0 };

const between = (value: number): number => Math.min(1, Math.max(0, value));
