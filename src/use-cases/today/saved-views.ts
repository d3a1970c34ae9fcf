import { viewProblem, withView, withoutView, type ProjectView, type SavedViews } from '../../domain/attention/project-view';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { UseCaseError } from '../use-case-error';
import { changeOwn } from './change-own';

export async function readViews({ views }: World, { accountId }: SiteCall) {
  return { views: (await views.read(accountId)).views };
}

/** Keeps what is chosen under a name; null takes the name away. @throws UseCaseError `invalidRequest` with what is wrong with the name. */
export async function saveView({ views }: World, { accountId }: SiteCall, { name, view }: { readonly name: string; readonly view: ProjectView | null }) {
  return { views: (await changeOwn(views, accountId, (before) => changed(before, name, view))).views };
}

function changed(before: SavedViews, name: string, view: ProjectView | null): SavedViews {
  if (view === null) return withoutView(before, name);
  const problem = viewProblem(before, name);
  if (problem !== undefined) throw new UseCaseError('invalidRequest', { field: problem });
  return withView(before, name, view);
}
