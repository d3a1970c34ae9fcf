import type { KnownDrift } from '../../domain/linked-deal';
import { roleIn, type LedgerRow } from '../../domain/plan-entry';
import type { World } from '../../ports/world';
import type { Underway } from './underway';

/** Carries out what the AM chose about people's changes, in the ledger; the sync that follows does the rest. */
export async function settleChoices({ ledger }: Pick<World, 'ledger'>, { link, record }: Underway, rows: readonly LedgerRow[]): Promise<readonly LedgerRow[]> {
  const settled: LedgerRow[] = [];
  for (const row of rows) {
    const drift = link.drift.find(({ tag, chosen }) => tag === row.tag && chosen !== null);
    const isCrossed = link.crossed.some(({ tag }) => tag === row.tag);
    const next = drift === undefined ? undefined : isCrossed ? settleCrossed(row, drift) : settle(row, drift);
    if (next !== undefined) {
      await ledger.save(next, record(`drift.${drift?.chosen ?? ''}`, { tag: row.tag, role: roleIn(row.content) }));
    }
    settled.push(next ?? row);
  }
  return settled;
}

/** Ours went over theirs, so ours stands already; theirs is intended again, and stands instead of ours from then on. */
function settleCrossed(row: LedgerRow, { theirs, ours, chosen }: KnownDrift): LedgerRow | undefined {
  if (row.state !== 'written' || theirs === null || ours === null) return undefined;
  return chosen === 'takeTheirs' ? { ...row, intended: theirs, accepted: { insteadOf: ours, deleted: false } } : row;
}

/** The row as it stands after the choice, or undefined when it was carried out before. */
function settle(row: LedgerRow, { theirs, ours, chosen }: KnownDrift): LedgerRow | undefined {
  if (row.state !== 'written') return undefined;
  const { tag, dealId, projectId, lineId, planId } = row;
  const released = { tag, dealId, projectId, lineId, state: 'released' } as const;
  if (chosen === 'takeTheirs') {
    // Nothing is wanted any more, so the plan is left to them: a release would take back what they chose to keep.
    if (ours === null) return { ...released, planId, content: theirs ?? row.content };
    return { ...row, content: theirs ?? row.content, intended: null, accepted: { insteadOf: ours, deleted: theirs === null } };
  }
  if (theirs === null) return { ...released, planId: null, content: row.content };
  // What Tempo holds now counts as known, so that the sync writes ours over it.
  return { ...row, content: theirs, intended: null, accepted: null };
}
