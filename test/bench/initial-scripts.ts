import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { build } from 'esbuild';

/**
 * The scripts that a built page loads before any of its code asks for more: what its tags name, and all that
 * these import statically, through every level.
 * @returns absolute paths, each once.
 */
export async function initialScripts(folder: string, page: string): Promise<readonly string[]> {
  const named = scriptTags(readFileSync(join(folder, page), 'utf8')).map((path) => join(folder, path));
  if (named.length === 0) throw new Error(`${page} loads no script.`);
  const { metafile } = await build({ entryPoints: named, absWorkingDir: folder, bundle: true, format: 'esm', metafile: true, write: false, outdir: 'unused', logLevel: 'silent' });
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const { path: imported, kind } of metafile.inputs[path]?.imports ?? []) if (kind === 'import-statement') visit(imported);
  };
  for (const path of named) visit(relative(folder, path));
  return [...found].map((path) => join(folder, path));
}

/** The text chunks that a page of one language fetches as soon as it has started. */
export function textChunks(folder: string, files: readonly string[], page: string, locale: string): readonly string[] {
  const wanted = [`${basename(page, '.html')}.${locale}-`, `shared.${locale}-`];
  return files.filter((file) => wanted.some((start) => file.startsWith(start))).map((file) => join(folder, file));
}

function scriptTags(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/giu) ?? [];
  return tags.flatMap((tag) => {
    const path = /^<script/iu.test(tag) ? /\ssrc="([^"]+)"/iu.exec(tag)?.[1] : /\brel="modulepreload"/iu.test(tag) ? /\shref="([^"]+)"/iu.exec(tag)?.[1] : undefined;
    return path === undefined ? [] : [path];
  });
}
