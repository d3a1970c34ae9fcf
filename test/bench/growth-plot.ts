import { chartSize, drawChart, drawLegend, drawPicture } from './line-chart';

/** What one size of company took. */
export interface Growth {
  readonly linked: number;
  readonly changed: number;
  readonly seconds: number;
  readonly salesforceCalls: number;
  readonly tempoCalls: number;
  readonly storageOperations: number;
  /** Salesforce calls and storage operations of one poll that found nothing. */
  readonly idlePoll: number;
}

const gap = 10;
const head = 48;
const columns = [gap, gap + chartSize.width + gap] as const;
const rows = [head, head + chartSize.height, head + chartSize.height * 2] as const;
const width = columns[1] + chartSize.width + gap;
const height = rows[2] + chartSize.height + gap;

const overChanges = [
  { title: 'Time until no deal waits', upward: 'seconds', of: ({ seconds }: Growth) => seconds },
  { title: 'Calls to Salesforce', upward: 'calls', of: ({ salesforceCalls }: Growth) => salesforceCalls },
  { title: 'Calls to Tempo', upward: 'calls', of: ({ tempoCalls }: Growth) => tempoCalls },
  { title: 'Operations of Forge’s storage', upward: 'operations', of: ({ storageOperations }: Growth) => storageOperations },
] as const;

/** Five charts of how work grows, as one SVG; the straight line leads from nothing through the smallest company. @throws Error without any. */
export function plotGrowth(found: readonly Growth[], notes: readonly string[]): string {
  const [first] = found;
  if (first === undefined) throw new Error('Nothing was measured.');
  const most = Math.max(...found.map(({ changed }) => changed));
  const charts = overChanges.map(({ title, upward, of }, at) =>
    drawChart(
      {
        title,
        across: 'deals that changed at once',
        upward,
        measured: found.map((one) => ({ x: one.changed, y: of(one) })),
        compared: [{ x: 0, y: 0 }, { x: most, y: (of(first) / first.changed) * most }],
      },
      columns[at % 2] ?? 0,
      rows[Math.floor(at / 2)] ?? 0,
    ),
  );
  const idle = drawChart(
    {
      title: 'Cost of a poll that finds nothing',
      across: 'linked deals',
      upward: 'calls and storage operations',
      measured: found.map(({ linked, idlePoll }) => ({ x: linked, y: idlePoll })),
      compared: [{ x: 0, y: first.idlePoll }, { x: Math.max(...found.map(({ linked }) => linked)), y: first.idlePoll }],
    },
    columns[0],
    rows[2],
  );
  const legend = drawLegend('measured', 'a straight line through the smallest company', notes, columns[1] + 20, rows[2] + 70);
  return drawPicture(width, height, 'Bringing the planner in step: work over the number of deals', [...charts, idle, legend]);
}
