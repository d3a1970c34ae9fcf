import type { Margin } from '../../src/domain/margin';
import type { ThreatReason } from '../../src/domain/margin-guard';
import type { Format } from '../shared/format';
import type { MarginTranslate } from './margin-key';

/** A margin as people say it, rounded down to the tenth of a per cent; why there is none where there is none. */
export const marginWords = (t: MarginTranslate, format: Format, margin: Margin): string => (margin.kind === 'known' ? format.points(margin.basisPoints) : t(`margin.gap.${margin.because}`));

/** Each reason in a sentence, with the figures that it rests on. @param target in whole per cent. */
export function reasonWords(t: MarginTranslate, format: Format, reason: ThreatReason, target: number): string {
  switch (reason.kind) {
    case 'belowToDate':
    case 'belowAtCompletion':
    case 'thinCushion':
      return t(`margin.reason.${reason.kind}`, { margin: format.points(reason.basisPoints), target: format.percent(target) });
    case 'falling':
      return t('margin.reason.falling', { points: format.number(Math.floor(reason.fellBy / 10) / 10), weeks: reason.weeks });
    case 'burning':
      return t('margin.reason.burning', { spent: format.percent(reason.spentPercent), elapsed: format.percent(reason.elapsedPercent) });
    case 'otherRole':
      return t('margin.reason.otherRole', { count: reason.people, role: reason.role ?? t('margin.noRole'), planned: reason.plannedRoles.join(', ') });
  }
}
