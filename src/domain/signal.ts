/** The ways in which Salesforce tells that a deal changed: a Flow's HTTP callout, or an Outbound Message. */
export const signalWays = ['flow', 'outboundMessage'] as const;
export type SignalWay = (typeof signalWays)[number];

/**
 * Why a signal was not taken.
 * `notSet`: there is no secret yet. `unreadable`: it has another shape. `secret`: its signature, or the secret in its address, is wrong.
 * `organisation`: it comes from another organisation than the connected one. `age`: it was made too long ago, or in the future. `replayed`: it was taken before.
 */
export const signalRefusals = ['notSet', 'unreadable', 'secret', 'organisation', 'age', 'replayed'] as const;
export type SignalRefusal = (typeof signalRefusals)[number];

/**
 * What made a deal's sync run: a signal of Salesforce (`push`) or of Tempo, the poll, the hourly comparison, a due retry,
 * a person who asked for it, or a change of the app's own that concerns the deal.
 */
export const syncReasons = ['push', 'poll', 'tempo', 'reconcile', 'retry', 'person', 'publish', 'link', 'unlink', 'mapping', 'project', 'drift', 'bringBack', 'letGo'] as const;
export type SyncReason = (typeof syncReasons)[number];
