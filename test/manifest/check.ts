import { readFileSync } from 'node:fs';
import { validateManifest } from './validate';

/** `npm run check:manifest`: a line for each problem of manifest.yml, and exit code 1 when there is one. */
validateManifest(process.cwd(), readFileSync('manifest.yml', 'utf8')).then(
  (problems) => {
    for (const problem of problems) console.error(`manifest.yml: ${problem}`);
    process.exitCode = problems.length === 0 ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
