import { withAcknowledged } from '../../domain/project-summary';
import { StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';
import type { IssueCall } from '../call';
import { readPanel } from '../read-panel';
import { UseCaseError } from '../use-case-error';

/** How often two people who acknowledge in the same moment are let try again. */
const tries = 4;

/**
 * Keeps that the caller has read the current version; saying it twice changes nothing.
 * @throws UseCaseError `conflict` when a newer version was published meanwhile, `notFound` when there are no guidelines.
 */
export async function acknowledgeGuidelines(world: World, call: IssueCall, { version }: { readonly version: number }) {
  const person = await world.tracker.me();
  for (let attempt = 1; ; attempt += 1) {
    const summary = await world.summaries.summary(call.projectId);
    if (summary?.guidelines == null) throw new UseCaseError('notFound');
    if (summary.guidelines.version !== version) throw new UseCaseError('conflict');
    if (summary.acknowledged[call.accountId] === version) break;
    const acknowledgement = { person, version, at: world.clock.now() };
    try {
      await world.guidelines.acknowledge(call.projectId, acknowledgement, withAcknowledged(summary, acknowledgement));
      break;
    } catch (error) {
      if (!(error instanceof StoreConflict) || attempt === tries) throw error;
    }
  }
  return readPanel(world, call);
}
