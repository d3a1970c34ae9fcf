import type { AgreedChange } from '../../domain/client-update';
import type { ProjectId } from '../../domain/ids';
import type { World } from '../../ports/world';

/** The project's agreed scope changes, without why they were asked for and by whom. */
export async function agreedChanges({ changes }: Pick<World, 'changes'>, projectId: ProjectId): Promise<readonly AgreedChange[]> {
  const filed = await changes.ofOwner(projectId);
  return filed.flatMap(({ content: { id, title, effect: { budget, end, added, removed }, state } }) =>
    state.kind === 'agreed' ? [{ id, title, agreedAt: state.at, effect: { budget, end, added, removed } }] : [],
  );
}
