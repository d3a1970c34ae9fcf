import type { ReactNode } from 'react';

export interface ChartLine {
  /** Names the line's stroke in the style sheet. */
  readonly key: 'revenue' | 'cost' | 'allowed' | 'ceiling' | 'margin' | 'target';
  /** From the first week to the last, all lines with as many. */
  readonly values: readonly number[];
  readonly label: string;
}

interface LineChartProperties {
  /** What the picture says, in words. */
  readonly words: string;
  readonly lines: readonly ChartLine[];
  /** Whether nothing is at the bottom, as with money; else the picture shows just where the lines run. */
  readonly fromZero: boolean;
  readonly from: string;
  readonly to: string;
}

const width = 600;
const height = 200;
const edge = 6;

/** Lines over weeks, told apart by their strokes as well as by colour. Only drawn here: the figures stand in a table behind. */
export function LineChart({ words, lines, fromZero, from, to }: LineChartProperties): ReactNode {
  const all = lines.flatMap(({ values }) => values);
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  // A little room around lines that run level, which would have no height of their own.
  const room = Math.max(1, (highest - lowest) * 0.25);
  const [low, high] = fromZero ? [Math.min(0, lowest), Math.max(1, highest)] : [lowest - room, highest + room];
  const y = (value: number): number => edge + (1 - (value - low) / (high - low)) * (height - 2 * edge);
  const path = (values: readonly number[]): string => values.map((value, at) => `${((at / Math.max(1, values.length - 1)) * width).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={words}>
        <line className="chart-axis" x1="0" x2={width} y1={fromZero ? y(0) : height} y2={fromZero ? y(0) : height} />
        {lines.map(({ key, values }) => <polyline key={key} className={`chart-${key}`} points={path(values)} />)}
      </svg>
      <figcaption>
        <div className="chart-ends small"><span>{from}</span><span>{to}</span></div>
        <ul className="chart-legend">
          {lines.map(({ key, label }) => (
            <li key={key}>
              <svg viewBox="0 0 28 8" aria-hidden="true"><line className={`chart-${key}`} x1="0" x2="28" y1="4" y2="4" /></svg>
              {label}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
