import type { World } from '../ports/world';
import { lookAfterGates } from '../use-cases/gate/look-after-gates';

/** Every hour: reminders before a due date, and what lapsed by the passing of time. */
export const createGates = (createWorld: () => World) => (): Promise<void> => lookAfterGates(createWorld());
