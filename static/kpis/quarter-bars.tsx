import type { ReactNode } from 'react';
import type { Tile } from './tiles';

const [width, height, gap] = [200, 44, 8];

interface QuarterBarsProperties {
  readonly label: string;
  readonly quarters: readonly { readonly name: string; readonly tile: Tile }[];
}

/** A number in each of some quarters, the last one being this quarter, each named where the pointer rests; a table says the same to who does not see it. */
export function QuarterBars({ label, quarters }: QuarterBarsProperties): ReactNode {
  const bars = quarters.map(({ name, tile }) => ({ name, text: tile.value, value: tile.height ?? 0 }));
  const heights = bars.map(({ value }) => value);
  const [most, least] = [Math.max(0, ...heights), Math.min(0, ...heights)];
  const scale = most === least ? 0 : height / (most - least);
  const step = (width + gap) / Math.max(1, quarters.length);
  const zero = most * scale;
  return (
    <>
      <svg className="kpi-bars" viewBox={`0 0 ${width} ${height + 1}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <line className="kpi-ground" x1={0} x2={width} y1={zero + 0.5} y2={zero + 0.5} />
        {bars.map(({ name, text, value }, at) => (
          <rect key={name} className={at === bars.length - 1 ? 'kpi-bar kpi-bar-now' : 'kpi-bar'} x={at * step} width={step - gap} y={Math.min(zero, zero - value * scale)} height={Math.abs(value * scale)}><title>{`${name}: ${text}`}</title></rect>
        ))}
      </svg>
      <div className="kpi-bars-ends small" aria-hidden="true"><span>{bars[0]?.name}</span><span>{bars.at(-1)?.name}</span></div>
      <div className="unseen">
        <table>
          <caption>{label}</caption>
          <tbody>
            {bars.map(({ name, text }) => <tr key={name}><th scope="row">{name}</th><td>{text}</td></tr>)}
          </tbody>
        </table>
      </div>
    </>
  );
}
