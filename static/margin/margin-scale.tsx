import type { ReactNode } from 'react';
import type { Margin } from '../../src/domain/margin';
import { useScreen } from '../shared/screen';
import './margin-scale.css';
import type { MarginKey } from './margin-key';
import { marginWords } from './margin-words';

interface MarginScaleProperties {
  readonly toDate: Margin | null;
  /** Null where the end cannot be foreseen. */
  readonly atCompletion: Margin | null;
  /** In whole per cent. */
  readonly target: number;
}

/** Per cent that the scale's two ends stand for, unless a margin lies beyond. */
const usual = { low: 0, high: 60 } as const;

/** Where the margin stands and where it will end, on a line with the target marked; the same in words beside it. */
export function MarginScale({ toDate, atCompletion, target }: MarginScaleProperties): ReactNode {
  const { t, format } = useScreen<MarginKey>();
  const known = [toDate, atCompletion].flatMap((margin) => (margin?.kind === 'known' ? [margin.basisPoints / 100] : []));
  const [low, high] = [Math.max(-100, Math.min(usual.low, ...known)), Math.min(100, Math.max(usual.high, target + 10, ...known))];
  const place = (percent: number): string => `${(Math.min(1, Math.max(0, (percent - low) / (high - low))) * 100).toFixed(1)}%`;
  const mark = (margin: Margin | null, name: string): ReactNode => (margin?.kind === 'known' ? <span className={`margin-mark margin-mark-${name}`} style={{ insetInlineStart: place(margin.basisPoints / 100) }} /> : null);
  return (
    <div className="margin-scale">
      <div className="margin-line" aria-hidden="true">
        <span className="margin-short" style={{ inlineSize: place(target) }} />
        <span className="margin-target" style={{ insetInlineStart: place(target) }} />
        {mark(toDate, 'now')}
        {mark(atCompletion, 'end')}
      </div>
      <ul className="margin-figures">
        <li><span className="margin-key margin-mark-now" aria-hidden="true" /> {t('margin.short.toDate')}: <strong>{toDate === null ? t('margin.unknown') : marginWords(t, format, toDate)}</strong></li>
        <li><span className="margin-key margin-mark-end" aria-hidden="true" /> {t('margin.short.atCompletion')}: <strong>{atCompletion === null ? t('margin.unknown') : marginWords(t, format, atCompletion)}</strong></li>
        <li>{t('margin.target', { target: format.percent(target) })}</li>
      </ul>
    </div>
  );
}
