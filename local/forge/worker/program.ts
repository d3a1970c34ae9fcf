import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { places } from '../../places';

let program: string | undefined;

/** The worker's program in one piece, so that it runs however this module itself was loaded: as it was built, or built now where nothing was. */
export function workerProgram(): string {
  program ??= existsSync(places.worker) ? readFileSync(places.worker, 'utf8') : bundled();
  return program;
}

/** Builds it once for all processes that run functions. */
export const bundleWorker = (): void => writeFileSync(places.worker, bundled());

function bundled(): string {
  const { outputFiles } = buildSync({ entryPoints: [join(__dirname, 'entry.ts')], bundle: true, platform: 'node', target: 'node20', format: 'cjs', write: false });
  return outputFiles[0]?.text ?? '';
}
