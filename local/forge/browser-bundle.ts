import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import * as z from 'zod/mini';

const THEMES = ['light', 'dark', 'spacing', 'typography', 'shape'];

/**
 * Builds what browsers load from the site itself into a folder: bridge.js for app screens, shell.js for the
 * site's pages, theme.css with Atlassian's design tokens for both.
 */
export async function bundleBrowser(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const source = join(__dirname, 'browser');
  await build({
    entryPoints: { bridge: join(source, 'bridge.ts'), shell: join(source, 'shell.ts') },
    outdir: outDir,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    sourcemap: true,
    logLevel: 'silent',
  });
  await writeFile(join(outDir, 'theme.css'), THEMES.map(themeStyles).join('\n'));
}

/** The package's own loader asks a feature flag service, so the generated style sheets are read directly. */
function themeStyles(name: string): string {
  const load = createRequire(__filename);
  return z.parse(z.object({ default: z.string() }), load(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}`)).default;
}
