import { dayAt } from '../../domain/calendar';
import { mostUrgent } from '../../domain/attention/attention-item';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { freshen, managersOf, visibleRows } from './visible-rows';

/** Every project that the caller may see, a hundred at a time, the most urgent first. @param request `after` is what an earlier answer gave as next. */
export async function readProjects(world: World, { accountId }: SiteCall, { after }: { readonly after: string | null }) {
  if (after === null) await freshen(world);
  const [{ company }, { rows, next }] = await Promise.all([world.portfolio.reader(accountId), visibleRows(world, { of: 'all', kind: 'project' }, after)]);
  const today = dayAt(world.clock.now(), company.timeZone);
  const managers = await managersOf(world, rows);
  return {
    today,
    next,
    projects: rows.flatMap((row) => {
      if (row.kind !== 'project') return [];
      const { kind: _kind, revision: _revision, managerId, attention, ...shown } = row;
      return [{ ...shown, manager: managerId === null ? null : (managers.get(managerId) ?? null), isMine: managerId === accountId, waiting: attention.length, urgency: mostUrgent(attention, today) }];
    }),
  };
}
