/** One chart: a measured line, beside another that shows what it is compared with. */
export interface Chart {
  readonly title: string;
  /** What lies along each axis, with its unit. */
  readonly across: string;
  readonly upward: string;
  readonly measured: readonly Point[];
  readonly compared: readonly Point[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels of one chart with its title and its axes' texts. */
export const chartSize = { width: 380, height: 270 } as const;

const inner = { left: 74, right: 22, top: 38, bottom: 48 } as const;
const colours = { ink: '#172b4d', quiet: '#5e6c84', grid: '#dfe1e6', measured: '#0052cc', compared: '#97a0af' } as const;
const tickCount = 5;

/** The chart as SVG with its corner at the place given. */
export function drawChart({ title, across, upward, measured, compared }: Chart, left: number, top: number): string {
  const all = [...measured, ...compared];
  const horizontal = ticksTo(Math.max(...all.map(({ x }) => x)));
  const vertical = ticksTo(Math.max(...all.map(({ y }) => y)));
  const right = chartSize.width - inner.right;
  const bottom = chartSize.height - inner.bottom;
  const xOf = (x: number): number => inner.left + (x / (horizontal.at(-1) ?? 1)) * (right - inner.left);
  const yOf = (y: number): number => bottom - (y / (vertical.at(-1) ?? 1)) * (bottom - inner.top);
  const line = (points: readonly Point[], style: string): string => `<polyline points="${points.map(({ x, y }) => `${round(xOf(x))},${round(yOf(y))}`).join(' ')}" fill="none" ${style}/>`;
  return [
    `<g transform="translate(${left} ${top})">`,
    text(title, inner.left, 20, `font-size="14" font-weight="600" fill="${colours.ink}"`),
    ...vertical.flatMap((tick) => [
      `<path d="M${inner.left} ${round(yOf(tick))}H${right}" stroke="${colours.grid}"/>`,
      text(format(tick), inner.left - 8, yOf(tick) + 4, `font-size="12" text-anchor="end" fill="${colours.quiet}"`),
    ]),
    ...horizontal.map((tick) => text(format(tick), xOf(tick), bottom + 18, `font-size="12" text-anchor="middle" fill="${colours.quiet}"`)),
    `<path d="M${inner.left} ${inner.top}V${bottom}H${right}" fill="none" stroke="${colours.quiet}"/>`,
    text(across, (inner.left + right) / 2, bottom + 38, `font-size="12" text-anchor="middle" fill="${colours.ink}"`),
    `<g transform="translate(12 ${(inner.top + bottom) / 2}) rotate(-90)">${text(upward, 0, 0, `font-size="12" text-anchor="middle" fill="${colours.ink}"`)}</g>`,
    line(compared, `stroke="${colours.compared}" stroke-width="2" stroke-dasharray="6 4"`),
    line(measured, `stroke="${colours.measured}" stroke-width="2"`),
    ...measured.map(({ x, y }) => `<circle cx="${round(xOf(x))}" cy="${round(yOf(y))}" r="4" fill="${colours.measured}"/>`),
    '</g>',
  ].join('\n');
}

/** What the two kinds of line mean, beside samples of them. */
export function drawLegend(measured: string, compared: string, notes: readonly string[], left: number, top: number): string {
  return [
    `<g transform="translate(${left} ${top})">`,
    `<path d="M0 0H36" stroke="${colours.measured}" stroke-width="2"/><circle cx="18" cy="0" r="4" fill="${colours.measured}"/>`,
    text(measured, 46, 4, `font-size="13" fill="${colours.ink}"`),
    `<path d="M0 26H36" stroke="${colours.compared}" stroke-width="2" stroke-dasharray="6 4"/>`,
    text(compared, 46, 30, `font-size="13" fill="${colours.ink}"`),
    ...notes.map((note, at) => text(note, 0, 66 + at * 20, `font-size="12" fill="${colours.quiet}"`)),
    '</g>',
  ].join('\n');
}

/** A whole picture on a light ground. */
export const drawPicture = (width: number, height: number, title: string, parts: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" role="img">`,
    `<title>${escape(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(title, 20, 32, `font-size="17" font-weight="600" fill="${colours.ink}"`),
    ...parts,
    '</svg>',
    '',
  ].join('\n');

/** Even steps from zero to what is at least the largest value: one, two or five of a power of ten apart. */
export function ticksTo(most: number): readonly number[] {
  const rough = Math.max(most, 1) / tickCount;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, at) => at * step);
}

const text = (content: string, x: number, y: number, style: string): string => `<text x="${round(x)}" y="${round(y)}" ${style}>${escape(content)}</text>`;

const round = (value: number): number => Math.round(value * 10) / 10;

const format = (value: number): string => value.toLocaleString('en-US');

const escape = (content: string): string => content.replace(/&/g, '&amp;').replace(/</g, '&lt;');
