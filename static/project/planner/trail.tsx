import { useMemo, useState, type ReactNode, type RefObject } from 'react';
import type { TrailRecordView } from '../../../src/contract/planner';
import type { DealId } from '../../../src/domain/ids';
import { ErrorNote } from '../../shared/error-note';
import { Icon } from '../../shared/icon';
import { useLaterFocus } from '../../shared/use-later-focus';
import { Asking } from '../../page/asking';
import { useProjectScreen } from '../project-screen';
import { trailGroups } from './trail-groups';
import { trailWords } from './trail-words';
import { useTrail } from './use-trail';

interface TrailProperties {
  readonly dealId: DealId;
  /** Another object whenever there may be something newer to tell. */
  readonly asOf: object;
}

/** What was seen, decided and written for a deal, newest first, and what made it happen. */
export function Trail({ dealId, asOf }: TrailProperties): ReactNode {
  const { t } = useProjectScreen();
  const { asked, askAgain, showEarlier, busy, error } = useTrail(dealId, asOf);
  const [firstEarlier, setFirstEarlier] = useState<number | null>(null);
  const [earlierRecord, focusEarlier] = useLaterFocus<HTMLLIElement>();
  // The button may be gone once they are there, so the focus goes to the first of them.
  const shown = (before: number): void => {
    setFirstEarlier(before);
    focusEarlier();
  };
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {({ records, next }) => (
        <>
          {records.length === 0 && <p className="subtle">{t('trail.empty')}</p>}
          <Records records={records} marked={firstEarlier === null ? undefined : records[firstEarlier]} mark={earlierRecord} />
          {error !== null && <ErrorNote error={error} />}
          {next !== null && (
            <button type="button" className="button" disabled={busy} onClick={() => showEarlier(next, shown)}>
              {t(busy ? 'loading' : 'trail.earlier')}
            </button>
          )}
        </>
      )}
    </Asking>
  );
}

interface RecordsProperties {
  readonly records: readonly TrailRecordView[];
  /** The record that can take the focus. */
  readonly marked: TrailRecordView | undefined;
  readonly mark: RefObject<HTMLLIElement>;
}

function Records({ records, marked, mark }: RecordsProperties): ReactNode {
  const { format } = useProjectScreen();
  const groups = useMemo(() => trailGroups(records), [records]);
  return (
    <ol className="trail">
      {groups.map((group, place) => (
        <li key={place}>
          <p className="small">
            <time dateTime={group.at}>{format.instant(group.at)}</time> · <Cause by={group.by} />
          </p>
          <ul className="trail-records">
            {group.records.map((record, within) => (
              <Entry key={within} record={record} {...(record === marked ? { mark } : {})} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Cause({ by }: Pick<TrailRecordView, 'by'>): ReactNode {
  const { t } = useProjectScreen();
  if (by.kind === 'signal') return t(`signal.${by.signal}`);
  return by.name === null ? t('trail.somebody') : <bdi>{by.name}</bdi>;
}

function Entry({ record, mark }: { readonly record: TrailRecordView; readonly mark?: RefObject<HTMLLIElement> }): ReactNode {
  const { t, format } = useProjectScreen();
  const { icon, look, words, more } = trailWords(t, format, record);
  return (
    <li className={`trail-record trail-${look}`} {...(mark === undefined ? {} : { ref: mark, tabIndex: -1 })}>
      <Icon name={icon} />
      <div>
        <p className="written">{words}</p>
        {more !== null && <p className="small written trail-more">{more}</p>}
      </div>
    </li>
  );
}
