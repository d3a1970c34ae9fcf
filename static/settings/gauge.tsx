import type { ReactNode } from 'react';

interface GaugeProperties {
  readonly part: number;
  readonly whole: number;
  readonly tone: 'plain' | 'good' | 'warning' | 'bad';
  /** A line across the bar, as a share of the whole. */
  readonly mark?: number;
}

/** How much of a whole, for the eye; a sentence beside it says the same, so it is silent for screen readers. */
export function Gauge({ part, whole, tone, mark }: GaugeProperties): ReactNode {
  const share = whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole));
  return (
    <span className={`gauge gauge-${tone}`} aria-hidden="true">
      {/* The least that there is can be seen. */}
      {share > 0 && <span className="gauge-part" style={{ inlineSize: `max(3px, ${(share * 100).toFixed(2)}%)` }} />}
      {mark !== undefined && <span className="gauge-mark" style={{ insetInlineStart: `${mark * 100}%` }} />}
    </span>
  );
}
