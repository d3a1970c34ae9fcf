import type { World } from '../../ports/world';

/** Does the same for each lane, one after another. */
export async function everyLane({ lanes }: Pick<World, 'lanes'>, act: (lane: number) => Promise<void>): Promise<void> {
  for (let lane = 0; lane < lanes; lane += 1) await act(lane);
}
