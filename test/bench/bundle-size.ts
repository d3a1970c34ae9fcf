import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { places } from '../../local/places';
import { initialScripts, textChunks } from './initial-scripts';
import type { Figure, Measurement } from './measurement';
import { bundleEmptyPage } from './reference-screen';

const screens = join(places.root, 'static', 'dist');
const pages = [
  { page: 'panel.html', limit: 80 },
  { page: 'project.html', limit: 170 },
  { page: 'settings.html', limit: 170 },
] as const;

/**
 * JavaScript that each screen loads before it can start, every file gzipped by itself, in KB of 1000 bytes as Vite
 * counts them. Code that is imported when it is needed does not count; the texts of the reader's language, which are
 * data and fetched so, are given beside it. The references are bundled by esbuild in the same run.
 */
export const bundleSize: Measurement = {
  name: 'bundle-size',
  async run() {
    const figures: Figure[] = [];
    for (const { page, limit } of pages) {
      const scripts = await initialScripts(screens, page);
      const assets = join(screens, 'assets');
      const texts = textChunks(assets, readdirSync(assets), page, 'pl-PL');
      figures.push({ name: `bundle-size: ${page}, initial JavaScript`, measured: gzipped(scripts), unit: 'KB', limit });
      figures.push({ name: `bundle-size: ${page}, with its Polish texts`, measured: gzipped([...scripts, ...texts]), unit: 'KB' });
    }
    return [...figures, await reference('React and react-dom alone', false), await reference('React, react-dom and all of @forge/bridge', true)];
  },
};

async function reference(name: string, bridge: boolean): Promise<Figure> {
  return { name: `bundle-size: ${name}`, measured: gzipSync(await bundleEmptyPage({ bridge })).length / 1000, unit: 'KB' };
}

const gzipped = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0) / 1000;
