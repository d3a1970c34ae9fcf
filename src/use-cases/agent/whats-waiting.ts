import { isOfManager } from '../../domain/attention/attention-item';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { companyDay } from '../company-day';
import { freshen, visibleRows } from '../today/visible-rows';
import { waitingOf } from './brief-client';

/** What waits for whoever asks an agent, in what they are account manager of. */
export async function whatsWaiting(world: World, { accountId }: SiteCall) {
  await freshen(world);
  const [today, { rows }] = await Promise.all([companyDay(world), visibleRows(world, { of: 'manager', accountId }, null)]);
  const waiting = rows.filter(({ attention }) => attention.some(isOfManager));
  return { today, things: waiting.map((row) => ({ about: row.kind === 'project' ? (row.project?.name ?? row.projectId) : row.client.name, kind: row.kind, waiting: waitingOf(row.attention.filter(isOfManager), today) })) };
}
