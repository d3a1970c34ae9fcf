import type { World } from '../ports/world';
import { orderReconcile } from '../use-cases/planner/reconcile';
import { subscribe } from '../use-cases/signals/subscribe';

/** Every hour: the next slice of linked deals is compared, and Tempo's signals are kept alive. */
export const createReconcile = (createWorld: () => World) => async (): Promise<void> => {
  const world = createWorld();
  await orderReconcile(world);
  if ((await world.settings.tempo()) !== undefined) await subscribe(world);
};
