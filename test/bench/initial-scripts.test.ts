import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { initialScripts } from './initial-scripts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opiekun-scripts-'));
  mkdirSync(join(folder, 'assets'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
};

test('counts what tags name and what is imported statically, each once, and nothing that is imported later', async () => {
  write({
    'page.html': '<link rel="modulepreload" href="./assets/shared.js"><link rel="stylesheet" href="./assets/a.css"><script type="module" src="./assets/entry.js"></script>',
    'assets/entry.js': 'import "./shared.js"; import "./deep.js"; import("./later.js");',
    'assets/shared.js': 'import "./deepest.js";',
    'assets/deep.js': 'import "./deepest.js";',
    'assets/deepest.js': 'globalThis.deepest = 1;',
    'assets/later.js': 'import "./laterStill.js";',
    'assets/laterStill.js': 'globalThis.later = 1;',
  });
  const found = await initialScripts(folder, 'page.html');
  expect(found.map((path) => basename(path)).sort()).toEqual(['deep.js', 'deepest.js', 'entry.js', 'shared.js']);
});

test('a page without a script is an error, not a small page', async () => {
  write({ 'page.html': '<p>Nothing</p>' });
  await expect(initialScripts(folder, 'page.html')).rejects.toThrow('page.html loads no script.');
});
