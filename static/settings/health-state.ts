import type { HealthView } from './use-health';

type Connection = NonNullable<HealthView['salesforce']>['connection'];

export const healthStates = ['inOrder', 'paused', 'failing', 'untried', 'notConnected'] as const;
export type HealthState = (typeof healthStates)[number];

/** How a connection fares, in one word; what happened last counts. */
export function healthState(connection: Connection | null, now: Date): HealthState {
  if (connection === null) return 'notConnected';
  const { paused, lastSuccessAt, lastFailure } = connection;
  if (paused !== null && Date.parse(paused.until) > now.getTime()) return 'paused';
  if (lastFailure === null) return lastSuccessAt === null ? 'untried' : 'inOrder';
  return lastSuccessAt !== null && Date.parse(lastSuccessAt) >= Date.parse(lastFailure.at) ? 'inOrder' : 'failing';
}
