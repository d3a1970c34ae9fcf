import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const load = 'const from = performance.now(); require(process.argv[1]); console.log(performance.now() - from);';

/** How long a CommonJS file takes to load in a Node process of its own, in milliseconds. @throws Error when it cannot be loaded. */
export async function loadTime(path: string): Promise<number> {
  const { stdout } = await run(process.execPath, ['-e', load, path]);
  const time = Number(stdout);
  if (stdout.trim() === '' || Number.isNaN(time)) throw new Error(`${path} printed ${stdout}`);
  return time;
}
