import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { systemClock } from '../../local/clock';
import { people, type PersonName } from '../../local/demo/company/people';
import { seedStandIns } from '../../local/demo/seed';
import { settleCompany } from '../../local/demo/settle';
import { places } from '../../local/places';
import { noRealAccounts } from '../../local/real-accounts';
import { openSite, type Site } from '../../local/site';
import { launchBrowser } from '../browser/launch';

interface Picture {
  readonly name: string;
  readonly who: PersonName;
  readonly path: string;
  readonly height: number;
  /** A button of the screen that is pressed first. */
  readonly press?: string;
  /** Words by which it is seen to be whole; without them its second heading. */
  readonly shows?: string;
}

const pictures: readonly Picture[] = [
  { name: 'planner', who: 'zofia', path: '/projects/PORT/apps/project/planner', height: 900 },
  { name: 'guidelines', who: 'zofia', path: '/projects/PORT/apps/project/guidelines', height: 980 },
  { name: 'panel', who: 'kinga', path: '/browse/PORT-5', height: 1080 },
  { name: 'gate', who: 'zofia', path: '/projects/PORT/apps/project/gate', height: 1300, press: 'Review PORT-5', shows: 'Checklist' },
  { name: 'margins', who: 'andrzej', path: '/apps/portfolio/margins', height: 1060 },
  { name: 'month', who: 'zofia', path: '/apps/portfolio/month', height: 1180, press: 'Bałtyk Logistyka', shows: 'Approve and store in Salesforce' },
  { name: 'today', who: 'zofia', path: '/apps/portfolio/today', height: 1180 },
  { name: 'goals', who: 'andrzej', path: '/apps/portfolio/goals', height: 1180, shows: 'Account managers this quarter' },
  { name: 'staffing', who: 'andrzej', path: '/apps/portfolio/staffing', height: 1300, shows: 'What you can do' },
];

/** Takes the README's pictures of the demo company, in English. */
async function main(): Promise<void> {
  const folder = join(places.root, 'docs', 'pictures');
  await mkdir(folder, { recursive: true });
  const site = await openSite({ data: ':memory:', port: 0, clock: systemClock, random: Math.random, real: noRealAccounts, log: () => undefined });
  const browser = await launchBrowser();
  try {
    const today = systemClock.now().toISOString().slice(0, 10);
    seedStandIns(site, today);
    site.host.start();
    await settleCompany(site, { today, real: noRealAccounts, onProgress: (text) => console.log(text) });
    await site.host.idle();
    for (const picture of pictures) await take(browser, site, picture, folder);
  } finally {
    await browser.close();
    await site.close();
  }
}

async function take(browser: Browser, site: Site, { name, who, path, height, press, shows }: Picture, folder: string): Promise<void> {
  const { accountId } = people[who];
  site.jira.store.people.setLocale(accountId, 'en_US');
  const context = await browser.newContext({ viewport: { width: 1280, height }, colorScheme: 'light' });
  await context.addCookies([{ name: 'local-user', value: encodeURIComponent(accountId), url: site.urls.jira }]);
  const page = await context.newPage();
  await page.goto(`${site.urls.jira}${path}`);
  const screen = page.locator('iframe.app-frame').first().contentFrame();
  await screen.getByRole('heading').nth(press === undefined ? 1 : 0).waitFor();
  if (press !== undefined) await screen.getByRole('button', { name: press }).click();
  if (shows !== undefined) await screen.getByText(shows).first().waitFor();
  await page.evaluate('window.scrollTo(0, 0)');
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`docs/pictures/${name}.png`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
