import * as z from 'zod/mini';
import { isVersionId } from '../domain/ids';
import { whenFirstUsed } from '../domain/when-first-used';
import type { World } from '../ports/world';
import { deliverableLeft } from '../use-cases/gate/deliverable-left';
import { versionReleased } from '../use-cases/gate/handed-over';

/** Jira's version events (Forge documentation, "Jira events"); ids come as numbers or as text. */
const event = whenFirstUsed(() => z.object({ version: z.object({ id: z.union([z.string(), z.number()]) }) }));

/** Product events: a version that is released, or gone. Nothing that the event says is believed but the id. */
export const createGateVersionEvent = (createWorld: () => World) => async (received: unknown): Promise<void> => {
  const parsed = event().safeParse(received);
  if (!parsed.success) return;
  const id = String(parsed.data.version.id);
  if (!isVersionId(id)) return;
  const world = createWorld();
  const version = await world.tracker.version(id);
  if (version === undefined) await deliverableLeft(world, `version:${id}`, undefined);
  else if (version.state === 'released') await versionReleased(world, version);
};
