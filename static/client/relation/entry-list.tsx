import { useState, type ReactNode } from 'react';
import { firstDayOf } from '../../../src/domain/month';
import { byMonth, relationKinds, type RelationKind } from '../../../src/domain/relation';
import { useClientScreen } from '../client-screen';
import type { RelationLine, RelationLog } from './relation-view';

/** Shown at first; more on demand. */
const atOnce = 50;

/** The log by month, the newest first, of every kind or of one. */
export function EntryList({ log: { entries, hasMore, mayEdit }, show }: { readonly log: RelationLog; readonly show: (line: RelationLine) => ReactNode }): ReactNode {
  const { t, format } = useClientScreen();
  const [kind, setKind] = useState<RelationKind | null>(null);
  const [most, setMost] = useState(atOnce);
  if (entries.length === 0) {
    return (
      <div className="empty">
        <h2>{t('relation.none.title')}</h2>
        <p>{t(mayEdit ? 'relation.none.body' : 'relation.none.reader')}</p>
      </div>
    );
  }
  const wanted = kind === null ? entries : entries.filter(({ fact }) => fact.kind === kind);
  return (
    <section className="card">
      <h2>{t('relation.log')}</h2>
      <div className="parts" role="group" aria-label={t('relation.filter')}>
        {[null, ...relationKinds].map((one) => <button key={one ?? ''} type="button" className="part" aria-pressed={one === kind} onClick={() => setKind(one)}>{t(one === null ? 'relation.every' : `relation.kind.${one}`)}</button>)}
      </div>
      {wanted.length === 0 && <p className="empty-line">{t('relation.noneOfKind')}</p>}
      {byMonth(wanted.slice(0, most)).map(({ month, entries: lines }) => (
        <section key={month} className="relation-month">
          <h3>{format.month(firstDayOf(month))}</h3>
          <ul className="relation-lines">{lines.map(show)}</ul>
        </section>
      ))}
      {wanted.length > most && <button type="button" className="button more" onClick={() => setMost(most + atOnce)}>{t('client.more', { count: wanted.length - most })}</button>}
      {hasMore && wanted.length <= most && <p className="small">{t('relation.tooMany', { count: entries.length })}</p>}
    </section>
  );
}
