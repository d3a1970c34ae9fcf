import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { places } from '../../places';
import { sourcePositions } from './source-positions';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'positions-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A bundle that throws in the second line of its source, and a trace that names the place in the bundle. */
function bundle(): { readonly path: string; readonly trace: string } {
  const [source, path] = [join(folder, 'thrower.ts'), join(folder, 'bundle.js')];
  writeFileSync(source, "const words: string = 'broken';\nthrow new Error(words);\n");
  const [map, code] = buildSync({ entryPoints: [source], outfile: path, sourcemap: true, bundle: true, write: false }).outputFiles;
  if (map === undefined || code === undefined) throw new Error('nothing was built');
  writeFileSync(path, code.text);
  writeFileSync(`${path}.map`, map.text);
  const lines = code.text.split('\n');
  const at = lines.findIndex((line) => line.includes('throw new'));
  return { path, trace: `at run (${path}:${at + 1}:${(lines[at]?.indexOf('throw new') ?? 0) + 1})` };
}
const rewrite = (path: string, change: (map: Record<string, unknown>) => unknown): void => {
  writeFileSync(`${path}.map`, JSON.stringify(change(JSON.parse(readFileSync(`${path}.map`, 'utf8')))));
};

it('names the place in the source', () => {
  const { path, trace } = bundle();
  expect(sourcePositions(path)(trace)).toBe(`at run (${join(folder, 'thrower.ts')}:2:1)`);
});

it.each([
  ['null', (map: Record<string, unknown>) => ({ ...map, sourcesContent: [null] })],
  ['nothing', ({ sourcesContent: _left, ...map }: Record<string, unknown>) => map],
])('names it also where the map has %s for the source itself', (_name, change) => {
  const { path, trace } = bundle();
  rewrite(path, change);
  expect(sourcePositions(path)(trace)).toBe(`at run (${join(folder, 'thrower.ts')}:2:1)`);
});

it.each([
  ['is none', () => 'not a map'],
  ['has no mappings', ({ mappings: _left, ...map }: Record<string, unknown>) => map],
])('leaves the trace as it is where the map %s', (_name, change) => {
  const { path, trace } = bundle();
  rewrite(path, change);
  expect(sourcePositions(path)(trace)).toBe(trace);
});

it('leaves the trace as it is where the map is cut off, or missing', () => {
  const { path, trace } = bundle();
  writeFileSync(`${path}.map`, '{"version": 3, "sour');
  expect(sourcePositions(path)(trace)).toBe(trace);
  rmSync(`${path}.map`);
  expect(sourcePositions(path)(trace)).toBe(trace);
});

it('reads the map of the app itself', () => {
  const path = join(places.functions, 'index.js');
  const trace = Array.from({ length: 40 }, (_, at) => `${path}:${at * 500 + 1}:1`).join('\n');
  expect(sourcePositions(path)(trace)).toContain('/src/');
});
