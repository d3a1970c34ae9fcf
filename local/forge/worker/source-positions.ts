import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import * as z from 'zod/mini';

const mapFile = z.object({
  file: z.optional(z.string()),
  version: z.number(),
  sources: z.array(z.string()),
  /** Null for a source that is not at hand, as those of packages often are. */
  sourcesContent: z.optional(z.array(z.nullable(z.string()))),
  names: z.array(z.string()),
  mappings: z.string(),
});

/**
 * Puts the places in the source in the place of those in the bundle, in a text with traces of errors. The map is read when the first
 * trace is: Node reads it at every start of a worker, which takes longer than the bundle does.
 */
export function sourcePositions(bundlePath: string): (text: string) => string {
  let map: SourceMap | null | undefined;
  const escaped = bundlePath.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
  const position = new RegExp(`(?:file://)?${escaped}:(\\d+):(\\d+)`, 'gu');
  return (text) =>
    text.replace(position, (inBundle, line: string, column: string) => {
      if (map === undefined) map = readMap(`${bundlePath}.map`);
      const entry = map?.findEntry(Number(line) - 1, Number(column) - 1);
      if (entry === undefined || !('originalSource' in entry)) return inBundle;
      return `${resolve(dirname(bundlePath), entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    });
}

function readMap(path: string): SourceMap | null {
  if (!existsSync(path)) return null;
  const read = mapFile.safeParse(parsed(readFileSync(path, 'utf8')));
  // It is read while an error is told, and a map that is not understood must not take that error's place.
  if (!read.success) return null;
  const { file = '', sourcesContent = [], ...map } = read.data;
  return new SourceMap({ ...map, file, sourcesContent: sourcesContent.map((content) => content ?? ''), sourceRoot: '' });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
