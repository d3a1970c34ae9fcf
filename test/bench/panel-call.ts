import type { InvocationRecord } from '../../local/forge/invocations';
import { openCompany } from './company';
import type { Figure, Measurement } from './measurement';
import { median } from './median';

const openings = 30;

/**
 * What it costs Forge and Jira to open the issue panel: the calls to functions that the panel's first reading makes,
 * and of each its storage operations and its calls to Jira's REST API, as the function host counted them.
 * Time is that of a warm function, from the request to its answer. That the screen itself calls nothing more
 * on opening is what `panel-paint` counts.
 */
export const panelCall: Measurement = {
  name: 'panel-call',
  async run() {
    const company = await openCompany();
    try {
      const read = async (): Promise<readonly InvocationRecord[]> => {
        const before = new Set(company.site.host.invocations());
        await company.call('panel', 'panel.read');
        await company.site.host.idle();
        return company.site.host.invocations().filter((record) => !before.has(record));
      };
      await read();
      const opened: (readonly InvocationRecord[])[] = [];
      for (let count = 0; count < openings; count += 1) opened.push(await read());
      return figures(opened);
    } finally {
      await company.close();
    }
  },
};

function figures(opened: readonly (readonly InvocationRecord[])[]): Figure[] {
  const most = (count: (record: InvocationRecord) => number): number =>
    Math.max(...opened.map((records) => records.reduce((sum, record) => sum + count(record), 0)));
  return [
    { name: 'panel-call: function calls', measured: most(() => 1), unit: '', limit: 1 },
    { name: 'panel-call: storage reads', measured: most(({ storage }) => storage.reads), unit: '', limit: 1 },
    { name: 'panel-call: storage writes', measured: most(({ storage }) => storage.writes), unit: '', limit: 0 },
    { name: 'panel-call: Jira REST calls', measured: most(({ jiraCalls }) => jiraCalls), unit: '', limit: 0 },
    { name: 'panel-call: calls to other systems', measured: most(({ egressCalls }) => egressCalls), unit: '', limit: 0 },
    { name: 'panel-call: warm, median', measured: median(opened.flat().map(({ durationMilliseconds }) => durationMilliseconds)), unit: 'ms' },
  ];
}
