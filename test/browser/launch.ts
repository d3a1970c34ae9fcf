import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packed from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const PACKED_VERSION = '143';

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
  const shared = join(tmpdir(), `opiekun-chromium-${PACKED_VERSION}`);
  const program = join(shared, 'chromium');
  // Whoever tidies the temporary folder may take the program and leave the folder.
  if (!existsSync(program)) {
    const aside = await mkdtemp(`${shared}-`);
    const outer = process.env['TMPDIR'];
    process.env['TMPDIR'] = aside;
    try {
      await packed.executablePath();
      await rm(shared, { recursive: true, force: true });
      await rename(aside, shared);
    } catch (error) {
      await rm(aside, { recursive: true, force: true });
      if (!existsSync(program)) throw error;
    } finally {
      if (outer === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = outer;
    }
  }
  return program;
}
