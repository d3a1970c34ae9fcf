import { differences } from '../../domain/difference';
import type { GuidelinesVersion } from '../../domain/guidelines';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { UseCaseError } from '../use-case-error';

/** @throws UseCaseError `notFound` */
export async function readVersion(
  { guidelines }: World,
  { projectId }: ProjectCall,
  { version }: { readonly version: number },
): Promise<GuidelinesVersion> {
  const found = await guidelines.version(projectId, version);
  if (found === undefined) throw new UseCaseError('notFound', { field: 'version' });
  return found;
}

/** What changed from one version to another, in whichever order they were published. */
export async function compareVersions(world: World, call: ProjectCall, { from, to }: { readonly from: number; readonly to: number }) {
  const [before, after] = await Promise.all([readVersion(world, call, { version: from }), readVersion(world, call, { version: to })]);
  return { changes: differences(before.guidelines, after.guidelines) };
}
