import { build } from 'esbuild';
import { places } from '../../local/places';

const emptyPage = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(createElement('p', null, 'Opiekun'));
`;

const withBridge = `
import { invoke, router, view } from '@forge/bridge';
globalThis.bridge = { invoke, router, view };
`;

/**
 * The script of a page that renders one element with React and does nothing else, minified for production.
 * @param bridge adds the whole of `@forge/bridge` as its package gives it.
 */
export async function bundleEmptyPage({ bridge = false } = {}): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: bridge ? withBridge + emptyPage : emptyPage, resolveDir: places.root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'silent',
  });
  const text = outputFiles[0]?.text;
  if (text === undefined) throw new Error('esbuild gave no output.');
  return text;
}
