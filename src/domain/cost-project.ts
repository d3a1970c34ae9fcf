import type { CostProjectId, ProjectId } from './ids';

/** A project of Tempo Financial Manager, where costs are kept; it has an id and a scope of its own. */
export interface CostProject {
  readonly id: CostProjectId;
  readonly name: string;
  /** The Jira projects that it is made of; null where its scope is of another kind and does not tell. */
  readonly covers: readonly ProjectId[] | null;
  /** Some count hours alone. */
  readonly countsMoney: boolean;
}

/** Which project of Financial Manager tells a Jira project's costs, or why nobody knows. */
export type CostMatch =
  | { readonly kind: 'found'; readonly project: CostProject; readonly by: 'scope' | 'hand' }
  | { readonly kind: 'several'; readonly projects: readonly CostProject[] }
  /** One that covers other Jira projects too: its figures are not this project's alone. */
  | { readonly kind: 'shared'; readonly project: CostProject }
  /** The one that was chosen by hand is not there any more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'none' };

/**
 * What an administrator chose comes first. Otherwise the scope tells, where it names this Jira project and no other, and no
 * second one does: figures of another project, or of more than this one, would be worse than none.
 */
export function matchCostProject(projectId: ProjectId, projects: readonly CostProject[], chosen: CostProjectId | undefined): CostMatch {
  if (chosen !== undefined) {
    const project = projects.find(({ id }) => id === chosen);
    return project === undefined ? { kind: 'gone' } : { kind: 'found', project, by: 'hand' };
  }
  const covering = projects.filter(({ covers }) => covers?.includes(projectId) === true);
  const [own, another] = covering.filter(({ covers }) => covers?.length === 1);
  if (own !== undefined && another === undefined) return { kind: 'found', project: own, by: 'scope' };
  const [only, second] = covering;
  if (only === undefined) return { kind: 'none' };
  return own === undefined && second === undefined ? { kind: 'shared', project: only } : { kind: 'several', projects: covering };
}
