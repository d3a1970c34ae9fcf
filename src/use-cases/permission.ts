import type { ProjectId } from '../domain/ids';
import type { Tracker } from '../ports/tracker';
import type { ProjectCall, SiteCall } from './call';
import { UseCaseError } from './use-case-error';

/** Who may do a thing: see `Policy` of the contract. */
export type Permission = 'viewContext' | 'browseProject' | 'setGuidelines' | 'decideGate' | 'seeMargin' | 'ownProjects' | 'seePortfolio' | 'administer';

/** Who else but the account manager sees costs and margin: whoever was granted that, and who sees the portfolio. */
export const seesMargin = ['seeMargin', 'setGuidelines', 'seePortfolio'] as const;

/**
 * Refuses whoever may not, and whatever asks for a project's permission outside a project.
 * @throws UseCaseError `forbidden`
 */
export async function requirePermission(tracker: Tracker, permission: Permission, call: SiteCall | ProjectCall): Promise<void> {
  const projectId = 'projectId' in call ? call.projectId : undefined;
  if (!(await holds(tracker, permission, projectId))) throw new UseCaseError('forbidden');
}

async function holds(tracker: Tracker, permission: Permission, projectId: ProjectId | undefined): Promise<boolean> {
  if (permission === 'administer') return tracker.isAdministrator();
  if (permission === 'seePortfolio') return tracker.seesPortfolio();
  // The use case itself asks Jira in which projects the caller may, and answers nothing of the others.
  if (permission === 'ownProjects') return true;
  if (projectId === undefined) return false;
  switch (permission) {
    case 'viewContext':
      // Jira opens the module only for people who may see the issue, and Forge signs that context.
      return true;
    case 'browseProject':
      return tracker.mayBrowse(projectId);
    case 'seeMargin':
      return tracker.mayAny(seesMargin, projectId);
    case 'setGuidelines':
    case 'decideGate':
      return tracker.may(permission, projectId);
  }
}
