import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleBrowser } from './forge/browser-bundle';
import { bundleFunctions } from './forge/bundle';
import { bundleWorker } from './forge/worker/program';
import { places } from './places';

/** Builds everything that is run or served: the app's functions, its screens, and the site's own browser code. */
async function buildAll(): Promise<void> {
  await rm(places.dist, { recursive: true, force: true });
  const { build } = await import('vite');
  await Promise.all([
    bundleFunctions({ manifestPath: places.manifest, outFolder: places.functions }),
    bundleBrowser(places.browser),
    build({ configFile: join(places.root, 'static', 'vite.config.ts'), logLevel: 'warn' }),
  ]);
  bundleWorker();
}

buildAll().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
