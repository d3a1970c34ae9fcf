import { contributionOf } from '../../domain/kpi/contribution';
import { emptyPart, partKey, samePart, type KpiPart } from '../../domain/kpi/part';
import type { Period } from '../../domain/kpi/quarter';
import { withParts } from '../../domain/kpi/rollup';
import { StoreConflict } from '../../ports/errors';
import { mostPartsAtOnce } from '../../ports/kpi-store';
import type { World } from '../../ports/world';
import { kpiFacts, ownerOf, type KpiUnit } from './kpi-facts';

const tries = 5;

interface PartChange {
  readonly before: KpiPart;
  readonly after: KpiPart;
}

/**
 * Brings a unit's part of the figures up to date: what its part was is taken out of each quarter's roll-up and what it is now put
 * in, together with the part itself, so that a roll-up is the sum of its parts at any moment. Where nothing changed nothing is written.
 * What crosses others again and again is left to the next look.
 */
export async function refreshKpis(world: World, unit: KpiUnit): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const facts = await kpiFacts(world, unit);
    const kept = await world.kpis.partsOf(ownerOf(unit));
    try {
      for (const [period, changes] of changesOf(kept, contributionOf(facts, kept))) await keep(world, period, changes);
      return;
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error;
      if (attempt === tries) return;
    }
  }
}

/** What changes in which quarter. */
function changesOf(kept: readonly KpiPart[], wanted: readonly KpiPart[]): ReadonlyMap<Period, readonly PartChange[]> {
  const keptBy = new Map(kept.map((part) => [partKey(part), part]));
  const wantedBy = new Map(wanted.map((part) => [partKey(part), part]));
  const changes = new Map<Period, PartChange[]>();
  for (const key of new Set([...keptBy.keys(), ...wantedBy.keys()])) {
    const [before, after] = [keptBy.get(key), wantedBy.get(key)];
    const some = before ?? after;
    if (some === undefined) continue;
    const change = { before: before ?? emptyPart(some), after: { ...(after ?? emptyPart(some)), revision: (before?.revision ?? 0) + 1 } };
    if (!samePart(change.before, change.after)) changes.set(some.period, [...(changes.get(some.period) ?? []), change]);
  }
  return changes;
}

async function keep({ kpis }: World, period: Period, changes: readonly PartChange[]): Promise<void> {
  for (let first = 0; first < changes.length; first += mostPartsAtOnce) {
    const some = changes.slice(first, first + mostPartsAtOnce);
    const rollup = withParts(await kpis.rollup(period), some.map(({ before }) => before), some.map(({ after }) => after));
    await kpis.save(rollup, some.map(({ after }) => after));
  }
}
