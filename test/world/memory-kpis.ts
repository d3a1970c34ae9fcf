import { isEmptyPart, partKey, type KpiPart } from '../../src/domain/kpi/part';
import { emptyRollup } from '../../src/domain/kpi/rollup';
import { StoreConflict } from '../../src/ports/errors';
import { mostPartsAtOnce, type KpiStore } from '../../src/ports/kpi-store';
import type { MemoryStorage } from './memory-storage';

export function memoryKpis(storage: MemoryStorage): KpiStore {
  const keyOf = (part: KpiPart): string => `${part.owner} ${partKey(part)}`;
  const byOwner = (a: KpiPart, b: KpiPart): number => (a.owner < b.owner ? -1 : 1);
  return {
    partsOf: async (owner) => storage.kpiParts.all().filter((part) => part.owner === owner),
    partsIn: async (period, manager, most, behind) =>
      storage.kpiParts.all().filter((part) => part.period === period && part.manager === manager && (behind === null || part.owner > behind)).sort(byOwner).slice(0, most),
    rollup: async (period) => storage.kpiRollups.get(period) ?? emptyRollup(period),
    rollupsFrom: async (quarter) => storage.kpiRollups.all().filter(({ period }) => period >= quarter),
    async save(rollup, parts) {
      if (parts.length > mostPartsAtOnce) throw new Error('a transaction has more records than Forge takes');
      const isNext = (kept: { readonly revision: number } | undefined, next: { readonly revision: number }): boolean => (kept?.revision ?? 0) === next.revision - 1;
      if (!isNext(storage.kpiRollups.get(rollup.period), rollup) || !parts.every((part) => isNext(storage.kpiParts.get(keyOf(part)), part))) throw new StoreConflict('kpis');
      storage.write(storage.kpiRollups.put(rollup.period, rollup), ...parts.map((part) => storage.kpiParts.put(keyOf(part), isEmptyPart(part) ? undefined : part)));
    },
  };
}
