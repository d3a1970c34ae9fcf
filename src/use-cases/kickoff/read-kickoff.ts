import { stageOf } from '../../domain/deal';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { kickOff, kickoffOf, wonDeal } from './kick-off';

/** How the project's kick-off stands. */
export async function readKickoff(world: World, { projectId }: ProjectCall) {
  const [filed, deals, mapping, settings, mayCreate] = await Promise.all([
    kickoffOf(world, projectId),
    world.dealStore.ofProject(projectId),
    world.settings.mapping(),
    world.kickoffSettings.read('company'),
    world.tracker.may('setGuidelines', projectId),
  ]);
  const content = filed?.content;
  return {
    isWon: deals.some(({ deal }) => stageOf(deal, mapping) === 'won'),
    isOn: settings.isOn,
    mayCreate,
    kickoff:
      content === undefined ? null
      : content.state === 'created' ? { state: content.state, at: content.at, issueKey: content.issueKey, failure: null }
      : { state: content.state, at: content.at, issueKey: null, failure: content.state === 'failed' ? content.failure : null },
  };
}

/** Creates it now, for a deal that was won before it was linked, or after a failure. @throws UseCaseError `notFound` when no deal of the project was won. */
export async function createKickoff(world: World, call: ProjectCall) {
  await kickOff(world, await wonDeal(world, call.projectId), call.accountId);
  return readKickoff(world, call);
}
