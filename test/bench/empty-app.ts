import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../local/clock';
import { defaultAccountId } from '../../local/demo/credentials';
import { createShell } from '../../local/jira/pages/shell';
import { places } from '../../local/places';
import { startServer } from '../../local/server';
import type { Site } from '../../local/site';
import { bundleEmptyPage } from './reference-screen';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Empty</title>
    <script type="module" crossorigin src="./assets/empty.js"></script>
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
`;

/** The site's own pages over the same Jira, with an app whose panel is an empty React page; all else is as it was. */
export async function serveEmptyApp(site: Site): Promise<{ readonly url: string; close(): Promise<void> }> {
  const appDirectory = await mkdtemp(join(tmpdir(), 'opiekun-bench-'));
  const screens = join(appDirectory, 'static', 'dist');
  await mkdir(join(screens, 'assets'), { recursive: true });
  await cp(join(places.root, 'locales'), join(appDirectory, 'locales'), { recursive: true });
  await writeFile(join(screens, 'panel.html'), page);
  await writeFile(join(screens, 'assets', 'empty.js'), await bundleEmptyPage());
  const shell = createShell({
    jira: site.jira,
    host: site.host,
    appDirectory,
    browserDirectory: places.browser,
    links: { salesforceUrl: site.urls.salesforce, tempoUrl: site.urls.tempo },
    appSecret: '',
    defaultAccountId,
    clock: systemClock,
    log: () => undefined,
  });
  const server = await startServer(shell, 0);
  return {
    url: server.url,
    close: async () => {
      await server.close();
      await rm(appDirectory, { recursive: true, force: true });
    },
  };
}
