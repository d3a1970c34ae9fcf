import * as z from 'zod/mini';
import { accountId } from '../contract/values';
import { whenFirstUsed } from '../domain/when-first-used';
import type { World } from '../ports/world';
import { briefClient } from '../use-cases/agent/brief-client';
import { marginThreats } from '../use-cases/agent/margin-threats';
import { whatsWaiting } from '../use-cases/agent/whats-waiting';
import type { SiteCall } from '../use-cases/call';

/** Who asks stands in the second argument of a function, signed by Forge (Forge documentation, "Function arguments"); nothing of the inputs is believed. */
const context = whenFirstUsed(() => z.object({ principal: z.object({ accountId: accountId() }) }));

/** Inputs come beside fields of Forge's own, such as a context that an agent may have filled (Forge documentation, "Action"). */
const named = whenFirstUsed(() => z.object({ client: z.string().check(z.minLength(1), z.maxLength(200)) }));

interface Refused {
  readonly error: string;
}

type Action = (payload: unknown, context: unknown) => Promise<object>;

/** An action of the agent: who asks is read, then what; a failure is logged and told in one sentence, with nothing of its inside. */
const action = <Inputs>(createWorld: () => World, inputs: () => z.ZodMiniType<Inputs>, act: (world: World, call: SiteCall, given: Inputs) => Promise<object>): Action =>
  async (payload, received) => {
    const who = context().safeParse(received);
    if (!who.success) return refused('Nobody is signed in.');
    const given = inputs().safeParse(payload);
    if (!given.success) return refused('The question is missing what it is about.');
    const world = createWorld();
    try {
      return await act(world, { accountId: who.data.principal.accountId }, given.data);
    } catch (error) {
      const id = world.ids.next();
      world.log.error('agent.failed', id, error);
      return refused(`It could not be read. An administrator finds why in the log under ${id}.`);
    }
  };

const refused = (error: string): Refused => ({ error });
const nothing = whenFirstUsed(() => z.object({}));

/** What the Rovo agent can ask for: reading only, as the person who asks. */
export const createBriefClient = (createWorld: () => World): Action => action(createWorld, named, (world, call, { client }) => briefClient(world, call, { name: client }));
export const createMarginThreats = (createWorld: () => World): Action => action(createWorld, nothing, (world) => marginThreats(world));
export const createWhatsWaiting = (createWorld: () => World): Action => action(createWorld, nothing, (world, call) => whatsWaiting(world, call));
