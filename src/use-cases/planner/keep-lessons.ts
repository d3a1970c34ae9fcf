import { learned } from '../../domain/connection-state';
import type { World } from '../../ports/world';

/** Adds what this invocation saw of Salesforce and Tempo to what is known of them. */
export async function keepLessons({ connections, states, clock }: Pick<World, 'connections' | 'states' | 'clock'>): Promise<void> {
  for (const system of ['salesforce', 'tempo'] as const) {
    const lesson = connections.take(system);
    if (lesson.calls > 0) await states.changeConnection(system, (state) => learned(state, lesson, clock.now()));
  }
}
