import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser/launch';
import { openCompany, type BenchCompany } from './company';
import { serveEmptyApp } from './empty-app';
import { lastPaint, watchPaints } from './last-paint';
import type { Figure, Measurement } from './measurement';
import { median } from './median';

const rounds = 15;
const slowdown = 4;

/** Seen when the screen is complete: the panel's last part, or all that the empty page has. */
const complete = { panel: '.panel .aside', empty: '#root p' } as const;

/**
 * How long an issue's panel takes to be complete, against an empty React page in its place.
 *
 * Both are opened as the issue page of the same site, in the same kind of frame with the same bridge put before the
 * screen; they differ in the built files alone. The empty page is React with react-dom rendering one element, and
 * asks the app nothing; the panel has guidelines, a deal and a review that waits, asks for them in one call to the
 * running function host, takes theme and context over the bridge, and loads its texts. Each run has a browser
 * profile of its own, so nothing is cached, and a processor slowed four times from before the issue page loads.
 * Frame and page share one process here, because the slowing acts on a process. Timed in the frame, from the start
 * of its navigation to the first frame painted after the last change of its document. Runs alternate; the ratio is
 * the median of the ratios of neighbours. One run of each goes before and does not count.
 */
export const panelPaint: Measurement = {
  name: 'panel-paint',
  async run() {
    const company = await openCompany();
    const empty = await serveEmptyApp(company.site);
    const browser = await launchBrowser(['--disable-site-isolation-trials']);
    try {
      const panelRun = (): Promise<number> => timeOf(browser, `${company.site.urls.jira}/browse/${company.issueKey}`, complete.panel);
      const emptyRun = (): Promise<number> => timeOf(browser, `${empty.url}/browse/${company.issueKey}`, complete.empty);
      await panelRun();
      await emptyRun();
      const times: { readonly panel: number; readonly empty: number }[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const early = round % 2 === 0 ? await panelRun() : undefined;
        const bare = await emptyRun();
        times.push({ panel: early ?? (await panelRun()), empty: bare });
      }
      return figures(times, await callsOfOneOpening(company, browser));
    } finally {
      await browser.close();
      await empty.close();
      await company.close();
    }
  },
};

/** Milliseconds from the start of the frame's navigation to its last paint. */
async function timeOf(browser: Browser, url: string, selector: string): Promise<number> {
  const context = await browser.newContext({ colorScheme: 'light', locale: 'pl-PL' });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchPaints);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(url);
    await page.frameLocator('iframe.app-frame').locator(selector).waitFor();
    const frame = page.frames().find((each) => each !== page.mainFrame());
    if (frame === undefined) throw new Error(`${url} shows no screen.`);
    return await lastPaint(frame);
  } finally {
    await context.close();
  }
}

/** How many functions ran because the panel was opened in a browser. */
async function callsOfOneOpening({ site, issueKey }: BenchCompany, browser: Browser): Promise<number> {
  await site.host.idle();
  const before = new Set(site.host.invocations());
  await timeOf(browser, `${site.urls.jira}/browse/${issueKey}`, complete.panel);
  await site.host.idle();
  return site.host.invocations().filter((record) => !before.has(record)).length;
}

function figures(times: readonly { readonly panel: number; readonly empty: number }[], calls: number): Figure[] {
  return [
    { name: 'panel-paint: panel to empty React page', measured: median(times.map(({ panel, empty }) => panel / empty)), unit: '×', limit: 2 },
    { name: 'panel-paint: panel complete, processor slowed 4 ×', measured: median(times.map(({ panel }) => panel)), unit: 'ms' },
    { name: 'panel-paint: empty React page, processor slowed 4 ×', measured: median(times.map(({ empty }) => empty)), unit: 'ms' },
    { name: 'panel-paint: function calls of one opening', measured: calls, unit: '', limit: 1 },
  ];
}
