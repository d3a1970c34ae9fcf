/**
 * What can be subscribed to (Tempo REST API 4.0, "Webhooks", the enumeration of SubscriptionInput.event). The flexplan events
 * stand in its prose only, and are refused. This stand-in sends those of plans; subscriptions to others are kept and stay silent.
 */
export const WEBHOOK_EVENTS = [
  'plan.created', 'plan.updated', 'plan.deleted',
  'worklog.created', 'worklog.updated', 'worklog.deleted',
  'team.created', 'team.updated', 'team.deleted',
  'team.memberships.created', 'team.memberships.updated', 'team.memberships.deleted',
  'workload.scheme.created', 'workload.scheme.updated', 'workload.scheme.deleted', 'workload.scheme.users.moved',
  'holiday.created', 'holiday.updated', 'holiday.deleted',
  'holiday.scheme.created', 'holiday.scheme.updated', 'holiday.scheme.deleted',
  'users.working.days.updated',
  'plan.issue.sync.config.updated',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
