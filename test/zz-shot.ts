import { launchBrowser } from './browser/launch';
const [, , base = '', who = '', out = '', theme = 'light', width = '1280', ...paths] = process.argv;
void (async () => {
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: Number(width), height: 900 }, locale: 'en-US', timezoneId: 'Europe/Warsaw', colorScheme: theme === 'dark' ? 'dark' : 'light' });
  await context.addCookies([{ name: 'local-user', value: who, url: base }]);
  const page = await context.newPage();
  page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()));
  page.on('pageerror', (e) => console.log('error', e.message));
  let n = 0;
  for (const path of paths) {
    await page.goto(base + path);
    await page.waitForTimeout(3500);
    n += 1;
    await page.screenshot({ path: `${out}-${n}.png`, fullPage: true });
  }
  await browser.close();
})();
