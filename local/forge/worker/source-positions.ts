import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import * as z from 'zod/mini';

const mapFile = z.object({
  file: z.optional(z.string()),
  version: z.number(),
  sources: z.array(z.string()),
  sourcesContent: z.array(z.string()),
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
  const read = mapFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  return new SourceMap({ ...read, file: read.file ?? '', sourceRoot: '' });
}
