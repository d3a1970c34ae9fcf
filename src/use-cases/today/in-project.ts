import { namedBy, type Subject } from '../../domain/attention/attention-item';
import type { World } from '../../ports/world';
import type { ProjectCall, SiteCall } from '../call';
import { seesClient } from '../clients/client-access';
import { requirePermission, type Permission } from '../permission';
import { UseCaseError } from '../use-case-error';

/**
 * The page over all projects has no project in its context, so the project comes from the payload: Jira is asked whether the caller
 * sees it on that page, and then whether they may do in it what they ask for.
 * @throws UseCaseError `notFound` where they do not see it, so that nobody learns of a project by asking; `forbidden` where they see it and may not.
 */
export async function callInProject({ tracker }: World, call: SiteCall, subject: Subject, permission: Permission): Promise<ProjectCall> {
  const named = namedBy(subject);
  if (named?.kind !== 'project' || !(await tracker.mayAny(seesClient, named.projectId))) throw new UseCaseError('notFound');
  const there = { ...call, projectId: named.projectId };
  await requirePermission(tracker, permission, there);
  return there;
}
