import * as z from 'zod/mini';
import { issueId, projectId } from '../contract/values';
import type { GateState } from '../domain/gate';
import { describeState } from '../domain/wording';
import { whenFirstUsed } from '../domain/when-first-used';
import type { World } from '../ports/world';
import { gateStatus } from '../use-cases/gate/gate-status';

/** What an issue context's function is told (Forge documentation, "Jira issue context", dynamic properties). */
const payload = whenFirstUsed(() => z.object({ extension: z.object({ issue: z.object({ id: issueId() }), project: z.object({ id: projectId() }) }) }));

const appearance: Readonly<Record<GateState, 'default' | 'inprogress' | 'moved' | 'removed' | 'success'>> = {
  none: 'default', waiting: 'inprogress', go: 'success', conditionalGo: 'moved', noGo: 'removed', lapsed: 'removed',
};

/** The lozenge beside the issue context's name; without it Jira shows the name alone. */
export const createGateStatus = (createWorld: () => World) => async (received: unknown): Promise<object> => {
  const world = createWorld();
  try {
    const { extension } = payload().parse(received);
    const { state, language } = await gateStatus(world, extension.project.id, extension.issue.id);
    return { status: { type: 'lozenge', value: { label: describeState(state, language), type: appearance[state] } } };
  } catch (error) {
    world.log.error('gate.noStatus', world.ids.next(), error);
    return {};
  }
};
