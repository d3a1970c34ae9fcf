import { forgeProblems } from './forge-validation';
import { readManifest } from './manifest-shape';
import { ownProblems } from './own-checks';

/** Every problem of a manifest of the project in `root`, a line each; none when Forge would take it. */
export async function validateManifest(root: string, text: string): Promise<readonly string[]> {
  const read = readManifest(text);
  if ('problems' in read) return read.problems;
  return [...(await forgeProblems(root, text, read.manifest)), ...ownProblems(root, read.manifest)];
}
