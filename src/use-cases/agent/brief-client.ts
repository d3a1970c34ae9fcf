import { byUrgency, isOfManager, urgencyOf, type AttentionItem } from '../../domain/attention/attention-item';
import type { ClientRow } from '../../domain/attention/portfolio-row';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { openClient } from '../clients/client-access';
import { companyDay } from '../company-day';
import { managersOf, visibleRows } from '../today/visible-rows';

/** Pages of clients that are looked through for a name: two thousand clients. */
const mostPages = 20;
const mostFound = 5;
/** Of what waits an agent is told the most urgent. */
const mostWaiting = 15;

/**
 * What an agent may say of a client to the person who asks: the deals and their stages, what waits, how relation and documents stand.
 * A name that fits several answers with their names alone; one that fits none the caller may see answers with nothing.
 */
export async function briefClient(world: World, call: SiteCall, { name }: { readonly name: string }) {
  const found = await clientsNamed(world, name);
  const [only, second] = found;
  if (only === undefined || second !== undefined) return { clients: found.map(({ client }) => client.name), brief: null };
  const [{ deals, mayValidate }, standing, today, mapping, managers] = await Promise.all([
    openClient(world, only.clientId),
    world.clients.standing(only.clientId),
    companyDay(world),
    world.settings.mapping(),
    managersOf(world, [only]),
  ]);
  return {
    clients: [only.client.name],
    brief: {
      client: only.client.name,
      accountManager: only.managerId === null ? null : (managers.get(only.managerId)?.name ?? null),
      deals: deals.map(({ deal }) => ({ name: deal.name, stage: mapping[deal.stageName] ?? deal.stageName, amount: deal.amount === null ? null : `${deal.amount.amount} ${deal.amount.currency}`, closeDate: deal.closeDate })),
      documentsCompletePercent: standing?.documents?.percent ?? null,
      lastContactOn: standing?.relation?.lastContactOn ?? null,
      openNeeds: standing?.relation?.openNeeds ?? null,
      waiting: waitingOf(only.attention.filter((item) => mayValidate || isOfManager(item)), today),
    },
  };
}

/** What waits in words that an agent can work with: its kind, how urgent it is, and by when. */
export const waitingOf = (items: readonly AttentionItem[], today: Parameters<typeof urgencyOf>[1]) =>
  [...items].sort(byUrgency(today)).slice(0, mostWaiting).map((item) => ({ what: item.what.kind, urgency: urgencyOf(item, today), dueOn: item.dueOn, since: item.since }));

async function clientsNamed(world: World, name: string): Promise<readonly ClientRow[]> {
  const part = plain(name);
  if (part === '') return [];
  const found: ClientRow[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const { rows, next } = await visibleRows(world, { of: 'all', kind: 'client' }, after);
    found.push(...rows.flatMap((row) => (row.kind === 'client' && plain(row.client.name).includes(part) ? [row] : [])));
    if (next === null) break;
    after = next;
  }
  const exact = found.filter(({ client }) => plain(client.name) === part);
  return exact.length === 1 ? exact : found.slice(0, mostFound);
}

/** Without case and accents, as people type names. */
const plain = (text: string): string => text.trim().toLowerCase().replace(/ł/gu, 'l').normalize('NFD').replace(/\p{M}/gu, '');
