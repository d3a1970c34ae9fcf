import * as z from 'zod/mini';
import type { FilterAnswer } from '../domain/gate-filter';
import { whenFirstUsed } from '../domain/when-first-used';
import type { World } from '../ports/world';
import { answerFilter } from '../use-cases/gate/filters';
import { filterUnreadable } from '../domain/wording';

/** What a JQL function is told (Forge documentation, "JQL function"). */
const payload = whenFirstUsed(() => z.object({ clause: z.object({ operator: z.string(), arguments: z.array(z.string()) }) }));

/** JQL function `deliveryGate`. Jira shows the error to whoever searched, and keeps the JQL until the app tells it another. */
export const createGateFilter = (createWorld: () => World) => async (received: unknown): Promise<FilterAnswer> => {
  const world = createWorld();
  try {
    const { clause } = payload().parse(received);
    return await answerFilter(world, { isNegated: /not/i.test(clause.operator), arguments: clause.arguments });
  } catch (error) {
    world.log.error('gate.noFilter', world.ids.next(), error);
    return { error: filterUnreadable() };
  }
};
