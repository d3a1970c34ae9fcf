import { useId, useState, type ReactNode } from 'react';
import type { GateEvent, GateView } from '../../../gate/gate-view';
import { ErrorNote } from '../../../shared/error-note';
import { Icon } from '../../../shared/icon';
import { useAction } from '../../../shared/use-action';
import { useLaterFocus } from '../../../shared/use-later-focus';
import { Asking } from '../../../page/asking';
import { useProjectScreen } from '../../project-screen';
import { PrintSheet, usePrinting } from '../../../page/print-sheet';
import { allDecisions } from './all-decisions';
import { csvOf } from '../../../page/csv';
import { decisionRows } from './decision-rows';
import { download } from '../../../page/download';
import { deliverablesOf, eventWords } from './history-words';
import { useHistory } from './use-history';

/** What happened at the gate, for the project or one deliverable, with ways to take it along. */
export function History({ gate }: { readonly gate: GateView }): ReactNode {
  const { t, format, project, now } = useProjectScreen();
  const { asked, askAgain, showEarlier, showAll, busy, error } = useHistory();
  const [about, setAbout] = useState('');
  const [firstEarlier, setFirstEarlier] = useState<GateEvent | undefined>();
  const [earlierEvent, focusEarlier] = useLaterFocus<HTMLLIElement>();
  const file = useAction();
  const { isPrinting, print, printed } = usePrinting();
  const id = useId();

  const exportDecisions = (): void => {
    const today = format.today(now());
    void file.run(() => allDecisions(gate.decided), (decided) => download(`${project?.key ?? 'gate'}-${today}.csv`, csvOf(decisionRows(t, decided, today))));
  };

  return (
    <Asking asked={asked} onRetry={askAgain}>
      {({ events, next }) => {
        const shown = about === '' ? events : events.filter(({ details }) => details['deliverable'] === about);
        const earlier = (): void => {
          if (next === null) return;
          showEarlier(next, (before) => {
            // The button may be gone once they are there, so the focus goes to the last that was there before.
            setFirstEarlier(events[before - 1]);
            focusEarlier();
          });
        };
        // A record on paper that ends in the middle would not say so.
        const printAll = (): void => (next === null ? print() : showAll(print));
        return (
          <>
            <div className="history-tools">
              <div className="field">
                <label htmlFor={`${id}-about`}>{t('history.about')}</label>
                <select id={`${id}-about`} className="input" value={about} onChange={(event) => setAbout(event.target.value)}>
                  <option value="">{t('history.everything')}</option>
                  {deliverablesOf(events).map((name) => <option key={name} value={name}>{name}</option>)}
                </select>
              </div>
              <button type="button" className="button" disabled={file.busy || gate.decided.length === 0} onClick={exportDecisions}>{t(file.busy ? 'history.exporting' : 'history.export')}</button>
              <button type="button" className="button" disabled={busy || shown.length === 0} onClick={printAll}>{t('history.print')}</button>
            </div>
            {file.error !== null && <ErrorNote error={file.error} onRetry={exportDecisions} />}
            {shown.length === 0 && <p className="empty-line">{t('history.empty')}</p>}
            <ol className="history">
              {shown.map((event, place) => (
                <HistoryEvent key={place} event={event} {...(event === firstEarlier ? { mark: earlierEvent } : {})} />
              ))}
            </ol>
            {error !== null && <ErrorNote error={error} onRetry={earlier} />}
            {next !== null && <button type="button" className="button" disabled={busy} onClick={earlier}>{t(busy ? 'loading' : 'history.earlier')}</button>}
            {isPrinting && (
              <PrintSheet onPrinted={printed}>
                <header className="record-head">
                  <h1>{t('history.heading', { about: about === '' ? (project?.key ?? '') : about })}</h1>
                  <p className="small">{t('record.printed', { project: project?.key ?? '', when: format.date(format.today(now())) })}</p>
                </header>
                <ol className="history">{shown.map((event, place) => <HistoryEvent key={place} event={event} />)}</ol>
              </PrintSheet>
            )}
          </>
        );
      }}
    </Asking>
  );
}

function HistoryEvent({ event, mark }: { readonly event: GateEvent; readonly mark?: React.RefObject<HTMLLIElement> }): ReactNode {
  const { t, format } = useProjectScreen();
  const { icon, look, words, more } = eventWords(t, event);
  return (
    <li className={`history-event history-${look}`} {...(mark === undefined ? {} : { ref: mark, tabIndex: -1 })}>
      <span className="history-mark"><Icon name={icon} /></span>
      <div>
        <p className="written">{words}</p>
        {more !== null && <p className="small written">{more}</p>}
        <p className="small">
          <time dateTime={event.at}>{format.instant(event.at)}</time> · {event.by === null ? t('history.byItself') : event.by.name === null ? t('trail.somebody') : <bdi>{event.by.name}</bdi>}
        </p>
      </div>
    </li>
  );
}
