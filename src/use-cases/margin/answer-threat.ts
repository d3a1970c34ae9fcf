import { threatLimits, withAnswer } from '../../domain/margin-threat';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { whole } from './read-project-margin';

/**
 * Says what the account manager means to do about a threat. It stays until the figures no longer show it.
 * @throws UseCaseError `notFound` when nothing threatens, `invalidRequest` without a plan, `conflict` when the figures changed meanwhile.
 */
export async function answerThreat({ margin, tracker, clock, audit }: World, { projectId, accountId }: ProjectCall, { plan }: { readonly plan: string }) {
  const text = plan.trim();
  if (text === '' || text.length > threatLimits.plan) throw new UseCaseError('invalidRequest', { field: 'plan' });
  const [before, by] = await Promise.all([margin.margin(projectId), tracker.me()]);
  if (before?.threat == null) throw new UseCaseError('notFound');
  const at = clock.now();
  const after = { ...before, revision: before.revision + 1, threat: withAnswer(before.threat, { plan: text, by, at }) };
  await refuseConflict('conflict', () => margin.save(after));
  await audit.append(`project:${projectId}`, [{ at, event: 'threat.answered', by: accountId, details: { state: before.threat.state } }]);
  return { view: whole(after) };
}
