import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { places } from '../../local/places';
import { loadTime } from './fresh-process';
import type { Figure, Measurement } from './measurement';
import { median } from './median';

const rounds = 25;
const packages = ['@forge/api', '@forge/kvs', '@forge/events', '@forge/resolver'];

/**
 * How long the functions' bundle takes to load, against one of the bare `@forge/*` packages that it is built on. Each
 * load is a Node process of its own, timed inside it around `require`; ours and theirs alternate, and the ratio is the
 * median of the ratios of neighbours. Once as the local site builds it, once minified by esbuild; theirs the same way.
 */
export const functionLoad: Measurement = {
  name: 'function-load',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'opiekun-bench-'));
    try {
      return [...(await compare('as built', folder, false)), ...(await compare('minified', folder, true))];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function compare(how: string, folder: string, minify: boolean): Promise<Figure[]> {
  const name = how.replace(' ', '-');
  const [ours, bare] = [join(folder, `${name}-ours.js`), join(folder, `${name}-bare.js`)];
  await bundle({ entryPoints: [join(places.root, 'src', 'index.ts')] }, ours, minify);
  await bundle({ stdin: { contents: `module.exports = [${packages.map((one) => `require('${one}')`).join(', ')}];`, resolveDir: places.root } }, bare, minify);
  const times: { readonly ours: number; readonly bare: number }[] = [];
  // The first of each warms the disk's cache and does not count.
  await loadTime(ours);
  await loadTime(bare);
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] = round % 2 === 0 ? [ours, bare] : [bare, ours];
    const [one, other] = [await loadTime(first), await loadTime(second)];
    times.push(round % 2 === 0 ? { ours: one, bare: other } : { ours: other, bare: one });
  }
  return [
    { name: `function-load: ${how}, ours to bare packages`, measured: median(times.map((time) => time.ours / time.bare)), unit: '×', limit: 2 },
    { name: `function-load: ${how}, ours`, measured: median(times.map((time) => time.ours)), unit: 'ms' },
    { name: `function-load: ${how}, bare packages`, measured: median(times.map((time) => time.bare)), unit: 'ms' },
    { name: `function-load: ${how}, bytes of ours`, measured: (await stat(ours)).size / 1000, unit: 'KB' },
    { name: `function-load: ${how}, bytes of bare packages`, measured: (await stat(bare)).size / 1000, unit: 'KB' },
  ];
}

/** With the local site's own settings (local/forge/bundle.ts). Forge itself bundles with webpack (docs/measurements.md). */
async function bundle(entry: Pick<Parameters<typeof build>[0], 'entryPoints' | 'stdin'>, outfile: string, minify: boolean): Promise<void> {
  await build({ ...entry, outfile, bundle: true, minify, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'silent' });
}
