import { addDays } from './calendar';
import { stageOf, type Deal, type DealStage, type StageEntry, type StageMapping } from './deal';
import type { LineId } from './ids';
import type { Firmness, LedgerRow, PlanContent } from './plan-entry';
import type { Instant, PlainDate } from './plain-date';

/** A stage under which a deal has entries in the planner. */
export type PlannedStage = Exclude<DealStage, 'open' | 'lost'>;

/** What a release does to one entry. */
export interface ReleasedEntry {
  readonly lineId: LineId;
  readonly what: 'deleted' | 'ended' | 'stays';
  /** As it stood before. */
  readonly content: PlanContent;
  /** Its last day afterwards, when it is ended. */
  readonly endsOn: PlainDate | null;
}

/** That a deal's entries were taken back, and what they were. */
export interface Release {
  readonly at: Instant;
  readonly from: PlannedStage;
  readonly entries: readonly ReleasedEntry[];
}

/** Entries that were brought back stand as under their old stage until deal or guidelines change. */
export interface Reprieve {
  readonly stage: PlannedStage;
  readonly since: Instant;
  /** What the deal and the guidelines were then. */
  readonly of: { readonly stageName: string; readonly enteredAt: Instant | null; readonly version: number };
}

/** What would go, and what would stay, if a deal's entries were released on this day. */
export function previewRelease(rows: readonly LedgerRow[], today: PlainDate): readonly ReleasedEntry[] {
  return rows.flatMap((row): readonly ReleasedEntry[] => {
    if (row.state === 'released') return [];
    const { lineId, content } = row;
    if (content.to < today) return [{ lineId, what: 'stays', content, endsOn: null }];
    if (content.from >= today) return [{ lineId, what: 'deleted', content, endsOn: null }];
    return [{ lineId, what: 'ended', content, endsOn: addDays(today, -1) }];
  });
}

const stagesOfFirmness: Readonly<Record<Firmness, PlannedStage>> = { tentative: 'negotiation', firm: 'internallyWon', confirmed: 'won' };

/** The release of these entries, or undefined when it takes nothing away. */
export function releaseOf(rows: readonly LedgerRow[], today: PlainDate, at: Instant): Release | undefined {
  const entries = previewRelease(rows, today);
  const [first] = rows.filter((row) => row.state !== 'released');
  if (first === undefined || entries.every(({ what }) => what === 'stays')) return undefined;
  return { at, from: stagesOfFirmness[first.firmness], entries };
}

/** When the deal entered the stage that it is in. */
export const enteredAt = (history: readonly StageEntry[]): Instant | null => history.at(-1)?.at ?? null;

/** Whether a reprieve still holds: the deal has not moved since, nor have the guidelines. */
export const holds = (reprieve: Reprieve, { stageName }: Pick<Deal, 'stageName'>, history: readonly StageEntry[], version: number): boolean =>
  reprieve.of.stageName === stageName && sameEntry(reprieve.of.enteredAt, enteredAt(history)) && reprieve.of.version === version;

/** An integration user who lost sight of histories, or has not had it, knows the stage alone. */
const sameEntry = (a: Instant | null, b: Instant | null): boolean => a === null || b === null || a === b;

/** The stage by which a deal is planned, or undefined when an administrator has not mapped it. */
export const plannedStage = (deal: Pick<Deal, 'stageName'>, mapping: StageMapping, reprieve: Reprieve | null): DealStage | undefined =>
  reprieve?.stage ?? stageOf(deal, mapping);
