import type { MarginGap } from '../../src/domain/margin';
import type { KpiGap } from '../../src/domain/kpi/kpis';
import type { KpiTranslate } from './kpi-screen';

/** What a number leaves out, in a sentence. */
export const gapWords = (t: KpiTranslate, { kind, count }: KpiGap): string => t(`kpi.gap.${kind}`, { count });

/** Why there is no margin. */
export const marginGapWords = (t: KpiTranslate, because: MarginGap): string => t(`kpi.noMargin.${because}`);
