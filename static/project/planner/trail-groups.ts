import type { TrailRecordView } from '../../../src/contract/planner';

export interface TrailGroup {
  readonly at: TrailRecordView['at'];
  readonly by: TrailRecordView['by'];
  readonly records: readonly TrailRecordView[];
}

/** Puts records together that follow each other, were made within the same minute and have the same cause. */
export function trailGroups(records: readonly TrailRecordView[]): readonly TrailGroup[] {
  const groups: { at: TrailRecordView['at']; by: TrailRecordView['by']; records: TrailRecordView[] }[] = [];
  for (const record of records) {
    const last = groups.at(-1);
    if (last !== undefined && minuteOf(last.at) === minuteOf(record.at) && sameCause(last.by, record.by)) last.records.push(record);
    else groups.push({ at: record.at, by: record.by, records: [record] });
  }
  return groups;
}

const minuteOf = (at: string): number => Math.floor(Date.parse(at) / 60_000);

const sameCause = (a: TrailRecordView['by'], b: TrailRecordView['by']): boolean =>
  a.kind === 'person' ? b.kind === 'person' && a.accountId === b.accountId : b.kind === 'signal' && a.signal === b.signal;
