import { unknownConnection } from '../../domain/connection-state';
import type { World } from '../../ports/world';

/** What was learned of a system with other credentials is no longer true of it; the rest that it was given is over. */
export async function startAfresh({ states, connections }: Pick<World, 'states' | 'connections'>, system: 'salesforce' | 'tempo'): Promise<void> {
  connections.take(system);
  await states.changeConnection(system, ({ signals }) => ({ ...unknownConnection, signals }));
}
