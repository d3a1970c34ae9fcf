import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { readManifest } from './manifest';

/** Where a function finds its translations, and what it reads first (@forge/i18n 1.x, constants). */
const localesFolder = '__LOCALES__';
const localesIndex = 'i18n-info.json';

/**
 * Bundles the app's functions into one CommonJS file with its source map, and lays its translations beside it.
 * @returns the path of the bundle.
 * @throws esbuild's BuildFailure when the source does not compile.
 */
export async function bundleFunctions(options: {
  manifestPath: string;
  /** The module whose exports are the handlers, by default src/index.ts beside the manifest. */
  entryPath?: string;
  outFolder: string;
}): Promise<string> {
  const root = dirname(options.manifestPath);
  const bundlePath = join(options.outFolder, 'index.js');
  mkdirSync(options.outFolder, { recursive: true });
  await build({
    entryPoints: [options.entryPath ?? join(root, 'src', 'index.ts')],
    outfile: bundlePath,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'silent',
  });
  copyTranslations(options.manifestPath, options.outFolder);
  return bundlePath;
}

function copyTranslations(manifestPath: string, outFolder: string): void {
  const folder = join(outFolder, localesFolder);
  rmSync(folder, { recursive: true, force: true });
  const { translations } = readManifest(manifestPath);
  if (!translations) return;
  mkdirSync(folder, { recursive: true });
  for (const { key, path } of translations.resources) {
    cpSync(join(dirname(manifestPath), path), join(folder, `${key}.json`));
  }
  const config = { locales: translations.resources.map(({ key }) => key), fallback: translations.fallback };
  writeFileSync(join(folder, localesIndex), JSON.stringify({ config }));
}
