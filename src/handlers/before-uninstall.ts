import type { World } from '../ports/world';

/**
 * Forge tells before the app goes and does not wait for what it says. Rules of an app that is gone refuse, so each transition
 * that still carries one is named in the log, where the administrator whom nobody lets through will look.
 */
export const createBeforeUninstall = (createWorld: () => World) => async (): Promise<void> => {
  const { workflows, log } = createWorld();
  for (const { workflow, transition } of await workflows.guardedAnywhere()) log.info('gate.staysShut', { workflow, transition });
};
