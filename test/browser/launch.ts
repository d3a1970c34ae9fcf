import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const root = join(__dirname, '..', '..');
// Beside the package that it is unpacked from: whatever replaces the package or tidies the temporary folder cannot part the two.
const cache = join(root, 'node_modules', '.cache');

/**
 * Starts a headless browser for a test: the packed Chromium on Linux x64, an installed Chrome elsewhere.
 * The packed build's own flags switch web security off, which is what these tests are about, so they are not used.
 * @param more command line switches of Chromium beside the usual ones.
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome', args: [...more] });
  return chromium.launch({ executablePath: await unpacked(), args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', ...more] });
}

/** Unpacks aside and then moves into place, so that test files that start at once never run a half-written program. */
async function unpacked(): Promise<string> {
  const shared = join(cache, 'chromium');
  const program = join(shared, 'chromium');
  if (existsSync(program)) return program;
  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(`${shared}-`);
  try {
    await unpackInto(aside);
    await rename(aside, shared).catch(async (error: unknown) => {
      // Another test file was first, or somebody took the program and left the rest.
      if (existsSync(program)) return;
      if (!existsSync(shared)) throw error;
      await rm(shared, { recursive: true, force: true });
      await rename(aside, shared);
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return program;
}

/** The package unpacks into the temporary folder that its process began with, so it gets a process of its own. */
async function unpackInto(folder: string): Promise<void> {
  const script = "import('@sparticuz/chromium').then((packed) => packed.default.executablePath())";
  await promisify(execFile)(process.execPath, ['-e', script], { cwd: root, env: { ...process.env, TMPDIR: folder } });
}
