import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { approveReport, openReport, renewReport, saveReportWords, type ReportView } from '../../src/contract/reports';
import type { Answer, AnswerError } from '../../src/contract/answer';
import type { ClientId } from '../../src/domain/ids';
import type { Month } from '../../src/domain/month';
import { useClientScreen } from '../client/client-screen';
import { Asking } from '../page/asking';
import { PrintSheet, usePrinting } from '../page/print-sheet';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { Note } from '../shared/note';
import { useAction } from '../shared/use-action';
import { useAnswer } from '../shared/use-answer';
import { ReportLozenge } from './report-lozenge';
import { ReportVersions } from './report-versions';
import { WordsFields } from './words-fields';

interface ReportEditorProperties {
  readonly clientId: ClientId;
  readonly month: Month;
  /** Another state than before. */
  readonly onChanged: (report: ReportView) => void;
  /** Undefined where no other report waits. */
  readonly onNext: (() => void) | undefined;
}

/** One client's report on a month: own words on one side, the whole text on the other, and the way into Salesforce. */
export function ReportEditor({ clientId, month, onChanged, onNext }: ReportEditorProperties): ReactNode {
  const ask = useCallback(() => call(openReport, { clientId, month }), [clientId, month]);
  const { asked, askAgain, replace } = useAnswer<ReportView>(ask);
  const tell = useRef(onChanged);
  useEffect(() => {
    tell.current = onChanged;
  });
  const shown = asked.kind === 'given' ? asked.data : undefined;
  useEffect(() => {
    // Opening a report may begin it, which the list is to show.
    if (shown !== undefined) tell.current(shown);
  }, [shown]);
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {(report) => <Editor report={report} onReport={replace} onAskAgain={askAgain} onNext={onNext} />}
    </Asking>
  );
}

interface EditorProperties {
  readonly report: ReportView;
  readonly onReport: (report: ReportView) => void;
  readonly onAskAgain: () => void;
  readonly onNext: (() => void) | undefined;
}

function Editor({ report, onReport, onAskAgain, onNext }: EditorProperties): ReactNode {
  const { t, format, now } = useClientScreen();
  const [words, setWords] = useState(report.words);
  const saving = useAction();
  const { busy, error, run } = useAction();
  // A field is left by pressing a button, so what that does waits for the words to be saved.
  const underway = useRef<Promise<Answer<ReportView>>>();
  const { isPrinting, print, printed } = usePrinting();
  const { client, month, revision, state, mayEdit, canStore } = report;
  const named = { clientId: client.id, month, revision };
  const isTyped = !isSame(words, report.words);
  const isOpen = mayEdit && canStore;

  /** Saves the words as they stand now. What was typed while others were on their way goes behind them, on what they became. */
  const send = (): Promise<Answer<ReportView>> => {
    const sending = sendBehind(underway.current);
    underway.current = sending;
    void sending.finally(() => {
      if (underway.current === sending) underway.current = undefined;
    });
    return sending;
  };
  const sendBehind = async (before: Promise<Answer<ReportView>> | undefined): Promise<Answer<ReportView>> => {
    const earlier = await before;
    if (earlier?.ok === false || (earlier !== undefined && isSame(earlier.data.words, words))) return earlier;
    return call(saveReportWords, { ...named, revision: earlier?.data.revision ?? revision, words });
  };
  const save = (): void => {
    if (isTyped && isOpen && !busy) void saving.run(send, onReport);
  };
  /** Does it with the report as it is once the words are saved. */
  const once = (act: (revision: number) => Promise<Answer<ReportView>>): void =>
    void run(async () => {
      const saved = isTyped || underway.current !== undefined ? await send() : undefined;
      if (saved?.ok === false) return saved;
      return act(saved?.data.revision ?? revision);
    }, onReport);
  const trouble = error ?? saving.error;

  return (
    <div className="report">
      <div className="report-words">
        <div className="lozenges"><ReportLozenge state={state} /></div>
        <WordsFields words={words} isReadOnly={!isOpen} onWords={setWords} onLeft={save} />
        <p className="small" role="status">{t(isTyped ? 'report.unsaved' : 'report.saved')}</p>
        {trouble !== null && <Trouble error={trouble} onAskAgain={onAskAgain} />}
        {state === 'storing' && <Note kind="warning" title={t('report.storing.title')} action={{ label: t('report.lookAgain'), onAction: onAskAgain }}>{t('report.storing.body')}</Note>}
        {state === 'stored' && <Note kind="success" title={t('report.stored.title')}>{t('report.stored.body')}</Note>}
        {mayEdit && (
          <div className="actions">
            <button type="button" className="button button-primary" disabled={busy || !canStore || (state === 'stored' && !isTyped)} onClick={() => once((at) => call(approveReport, { ...named, revision: at }))}>{t(busy ? 'report.busy' : state === 'changed' || state === 'stored' ? 'report.approveAgain' : 'report.approve')}</button>
            {onNext !== undefined && <button type="button" className="button" onClick={onNext}>{t('report.next')}</button>}
          </div>
        )}
        {report.file !== null && <ReportVersions file={report.file} />}
      </div>
      <section className="report-text" aria-label={t('report.preview')}>
        <div className="card-head">
          <p className="small">{t('report.factsAt', { when: format.relative(report.factsAt, now()) })}</p>
          <div className="actions">
            {isOpen && <button type="button" className="button button-link" disabled={busy} onClick={() => once((at) => call(renewReport, { ...named, revision: at }))}>{t('report.renew')}</button>}
            <button type="button" className="button button-link" onClick={print}>{t('report.print')}</button>
          </div>
        </div>
        {/* What scrolls is reached by keyboard. */}
        <div className="report-paper" role="region" aria-label={report.title} tabIndex={0}><pre lang={report.language}>{report.text}</pre></div>
      </section>
      {isPrinting && <PrintSheet onPrinted={printed}><pre lang={report.language}>{report.text}</pre></PrintSheet>}
    </div>
  );
}

const isSame = (one: ReportView['words'], other: ReportView['words']): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Where a second try helps, what stands now is read anew first. */
function Trouble({ error, onAskAgain }: { readonly error: AnswerError; readonly onAskAgain: () => void }): ReactNode {
  return <ErrorNote error={error} {...(error.code === 'conflict' || error.code === 'unavailable' ? { onRetry: onAskAgain } : {})} />;
}
