import type { StorageUsage } from '../../local/forge/storage/usage';
import { chartSize, drawChart, drawLegend, drawPicture } from './line-chart';

type Cost = StorageUsage & { readonly milliseconds: number };

/** What one size of company took. */
export interface KpiGrowth {
  readonly projects: number;
  readonly deals: number;
  readonly screen: Cost;
  readonly lines: Cost;
  readonly idle: Cost;
  readonly update: Cost;
  /** Bytes. */
  readonly largest: number;
  readonly workSeconds: number;
}

const gap = 10;
const head = 48;
const columns = [gap, gap + chartSize.width + gap] as const;
const rows = [head, head + chartSize.height] as const;

const charts = [
  { title: 'First screen: storage reads', upward: 'reads', of: ({ screen }: KpiGrowth) => screen.reads },
  { title: 'First screen: read from storage', upward: 'KB', of: ({ screen }: KpiGrowth) => screen.bytesRead / 1000 },
  { title: 'One changed deal: read and written', upward: 'KB', of: ({ update }: KpiGrowth) => (update.bytesRead + update.bytesWritten) / 1000 },
] as const;

/** Three charts of how the figures' cost grows with the company, as one SVG. @throws Error without any. */
export function kpiPlot(found: readonly KpiGrowth[]): string {
  const [first] = found;
  if (first === undefined) throw new Error('Nothing was measured.');
  const most = Math.max(...found.map(({ projects }) => projects));
  const drawn = charts.map(({ title, upward, of }, at) =>
    drawChart(
      { title, across: 'projects', upward, measured: found.map((one) => ({ x: one.projects, y: of(one) })), compared: [{ x: 0, y: 0 }, { x: most, y: (of(first) / first.projects) * most }] },
      columns[at % 2] ?? 0,
      rows[Math.floor(at / 2)] ?? 0,
    ),
  );
  const notes = ['Ten deals and 86 weeks of money a project,', 'a hundred projects an account manager.', 'Local site’s storage, with Forge’s rules.'];
  const legend = drawLegend('measured', 'a straight line through the smallest company', notes, columns[1] + 20, rows[1] + 70);
  return drawPicture(columns[1] + chartSize.width + gap, rows[1] + chartSize.height + gap, 'Goals and pipeline: cost over the number of projects', [...drawn, legend]);
}
