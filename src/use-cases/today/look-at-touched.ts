import { namedBy, type Subject } from '../../domain/attention/attention-item';
import type { Touched } from '../../ports/portfolio-store';
import type { World } from '../../ports/world';
import { refreshKpis } from '../kpi/refresh-kpis';
import { lookAtRow } from './look-at-row';

/** Makes what was touched anew, and counts what it brings: a deal that changed changes figures too. */
export async function lookAtTouched(world: World, touched: Touched): Promise<void> {
  await lookAtRow(world, touched.subject);
  await count(world, touched.subject);
  await world.portfolio.settle(touched);
}

/** That it could not be counted keeps no row back; the day's look at the client, or at the project's money, counts it. */
async function count(world: World, subject: Subject): Promise<void> {
  const named = namedBy(subject);
  if (named === undefined) return;
  try {
    await refreshKpis(world, named);
  } catch (error) {
    world.log.error('kpis.notCounted', world.ids.next(), error);
  }
}
