import { openProject, type Books } from '../financials/books';
import type { ProjectPermission, TempoProject } from '../financials/model';
import { Forbidden, notFound } from '../errors';
import type { ApiToken } from '../model';

/** What somebody may do with a project: everything, look at it without its people, or nothing. */
type Sight = 'full' | 'view' | 'none';

/** By Tempo's permission matrix (help.tempo.io/kb/latest/financial-manager-permission-matrix), as far as projects are shared with nobody by name. */
function sightOf(token: ApiToken, { ownerId, generalAccess }: TempoProject, permission: ProjectPermission): Sight {
  if (permission === 'administrator' || ownerId === token.ownerId) return 'full';
  if (generalAccess === 'RESTRICTED') return 'none';
  return permission === 'manager' ? 'full' : 'view';
}

export interface Needs {
  /** What tells of single people is not for those who may only view. */
  readonly people?: boolean;
  /** Marked in the documentation as needing Financial Manager's licence. */
  readonly licence?: boolean;
}

export interface SeenProject {
  readonly project: TempoProject;
  /** Whether its people and rates may be seen, and it may be edited. */
  readonly isFull: boolean;
}

/** The projects that the token's owner may see. */
export function projectsFor(books: Books, token: ApiToken): SeenProject[] {
  const { permission } = books.store.financialSettings.get();
  return books.store.projects
    .all()
    .map((project) => ({ project: openProject(books, project.id) ?? project, sight: sightOf(token, project, permission) }))
    .filter(({ sight }) => sight !== 'none')
    .map(({ project, sight }) => ({ project, isFull: sight === 'full' }));
}

/** @throws RefusedRequest 404, Forbidden */
export function projectFor(books: Books, token: ApiToken, id: string, needs: Needs): SeenProject {
  const project = openProject(books, id);
  if (project === undefined) throw notFound('Project');
  const sight = sightOf(token, project, books.store.financialSettings.get().permission);
  if (sight === 'none' || (sight === 'view' && needs.people === true)) throw new Forbidden();
  if (needs.licence === true) requireLicence(books);
  return { project, isFull: sight === 'full' };
}

/** @throws Forbidden */
export function requireLicence({ store }: Books): void {
  if (!store.financialSettings.get().isLicensed) throw new Forbidden();
}
