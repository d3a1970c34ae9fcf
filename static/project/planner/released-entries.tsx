import type { ReactNode } from 'react';
import type { ReleasedEntryView } from '../../../src/contract/planner';
import { lineName } from '../../planner/line-name';
import { Lozenge, type Tone } from '../../shared/lozenge';
import { useProjectScreen } from '../project-screen';
import { daysOf, partsOf, placeOf, placeOfToday } from './release-bar';

interface ReleasedEntriesProperties {
  readonly entries: readonly ReleasedEntryView[];
  /** Whether it has happened, or is only shown beforehand. */
  readonly tense: 'went' | 'goes';
}

const tones: Record<ReleasedEntryView['what'], Tone> = { deleted: 'danger', ended: 'warning', stays: 'neutral' };

/** What a release does to each entry: a bar of the days that stay and the days that go, and the same in words. */
export function ReleasedEntries({ entries, tense }: ReleasedEntriesProperties): ReactNode {
  const { t, format, now } = useProjectScreen();
  const today = format.today(now());
  const whole = daysOf(entries);
  const line = placeOfToday(today, whole);

  const whatHappens = ({ what, endsOn }: ReleasedEntryView): string => {
    if (what !== 'ended') return t(`${tense}.${what}`);
    return endsOn === null ? t(`${tense}.shortened`) : t(`${tense}.ended`, { date: format.shortDate(endsOn, today) });
  };

  return (
    <ul className="released">
      {entries.map((entry, place) => {
        const { kept, gone } = partsOf(entry);
        return (
          <li key={`${entry.lineId}-${place}`}>
            <div className="released-who">
              <bdi className="who-name">{lineName(t, entry)}</bdi>
              {entry.personName !== null && <bdi className="small">{entry.role}</bdi>}
            </div>
            <Lozenge tone={tones[entry.what]}>{whatHappens(entry)}</Lozenge>
            <div className="released-days">
              <span className="released-track" aria-hidden="true">
                {kept.end > kept.start && <span className="released-kept" style={placeOf(kept, whole)} />}
                {gone.end > gone.start && <span className="released-gone" style={placeOf(gone, whole)} />}
                {line !== null && <span className="released-today" style={{ insetInlineStart: line }} />}
              </span>
              <span className="small">
                {format.dateRange(entry.plan.from, entry.plan.to)} · {t('planner.perDay', { hours: format.hours(entry.plan.minutesPerDay) })}
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
