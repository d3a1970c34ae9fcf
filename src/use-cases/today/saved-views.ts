import { viewProblem, withView, withoutView, type ProjectView, type SavedViews } from '../../domain/attention/project-view';
import { StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { UseCaseError } from '../use-case-error';

const tries = 5;

export async function readViews({ views }: World, { accountId }: SiteCall) {
  return { views: (await views.read(accountId)).views };
}

/** Keeps what is chosen under a name; null takes the name away. @throws UseCaseError `invalidRequest` with what is wrong with the name. */
export async function saveView({ views }: World, { accountId }: SiteCall, { name, view }: { readonly name: string; readonly view: ProjectView | null }) {
  for (let attempt = 1; ; attempt += 1) {
    const next = changed(await views.read(accountId), name, view);
    try {
      await views.save(accountId, next);
      return { views: next.views };
    } catch (error) {
      // The same person in another window.
      if (!(error instanceof StoreConflict) || attempt === tries) throw error;
    }
  }
}

function changed(before: SavedViews, name: string, view: ProjectView | null): SavedViews {
  if (view === null) return withoutView(before, name);
  const problem = viewProblem(before, name);
  if (problem !== undefined) throw new UseCaseError('invalidRequest', { field: problem });
  return withView(before, name, view);
}
