import type { Tracker } from '../ports';
import type { IssueCall, ProjectCall, SiteCall } from './call';
import { UseCaseError } from './use-case-error';

type Need =
  | { readonly policy: 'viewContext'; readonly call: IssueCall | ProjectCall }
  | { readonly policy: 'browseProject' | 'setGuidelines' | 'decideGate'; readonly call: ProjectCall }
  | { readonly policy: 'administer'; readonly call: SiteCall };

/**
 * Refuses whoever may not.
 * @throws UseCaseError `forbidden`
 */
export async function requirePermission(tracker: Tracker, need: Need): Promise<void> {
  if (!(await holds(tracker, need))) throw new UseCaseError('forbidden');
}

async function holds(tracker: Tracker, need: Need): Promise<boolean> {
  switch (need.policy) {
    case 'viewContext':
      // Jira opens the module only for people who may see the issue, and Forge signs that context.
      return true;
    case 'browseProject':
      return tracker.mayBrowse(need.call.projectId);
    case 'administer':
      return tracker.isAdministrator();
    case 'setGuidelines':
    case 'decideGate':
      return tracker.may(need.policy, need.call.projectId);
  }
}
