import type { AccountId } from '../ids';
import type { KpiPart } from './part';
import type { Period } from './quarter';
import { isNothing, noSums, plus, sumOfSums, without, type Sums } from './sums';

/** A quarter's parts, added for each account manager: always exactly the sum of the parts that are kept. */
export interface KpiRollup {
  readonly period: Period;
  /** Counts changes, so that two of them cannot cross; 0 is not kept yet. */
  readonly revision: number;
  /** By account manager, whose id null is nobody. */
  readonly managers: readonly ManagerSums[];
}

export interface ManagerSums {
  readonly manager: AccountId | null;
  readonly sums: Sums;
}

export const emptyRollup = (period: Period): KpiRollup => ({ period, revision: 0, managers: [] });

/** The roll-up with parts in the place of those before them. */
export function withParts(rollup: KpiRollup, before: readonly KpiPart[], after: readonly KpiPart[]): KpiRollup {
  const managers = new Map(rollup.managers.map(({ manager, sums }) => [manager, sums]));
  for (const { manager, sums } of before) managers.set(manager, without(managers.get(manager) ?? noSums, sums));
  for (const { manager, sums } of after) managers.set(manager, plus(managers.get(manager) ?? noSums, sums));
  return {
    period: rollup.period,
    revision: rollup.revision + 1,
    managers: [...managers]
      .map(([manager, sums]) => ({ manager, sums }))
      .filter(({ sums }) => !isNothing(sums))
      .sort((a, b) => ((a.manager ?? '') < (b.manager ?? '') ? -1 : 1)),
  };
}

/** Whose figures are meant. */
export type KpiSubject = { readonly kind: 'team' } | { readonly kind: 'manager'; readonly manager: AccountId | null };

export const sumsFor = ({ managers }: Pick<KpiRollup, 'managers'>, subject: KpiSubject): Sums =>
  sumOfSums(managers.filter(({ manager }) => subject.kind === 'team' || manager === subject.manager).map(({ sums }) => sums));
