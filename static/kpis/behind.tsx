import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type * as z from 'zod/mini';
import { readKpiLines, type KpiSubjectView } from '../../src/contract/kpis';
import type { DrillDown } from '../../src/domain/kpi/drill-down';
import type { Period } from '../../src/domain/kpi/quarter';
import { Asking } from '../page/asking';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { useAction } from '../shared/use-action';
import { useAnswer } from '../shared/use-answer';
import { KpiLine } from './kpi-line';
import { periodWords, useKpiScreen } from './kpi-screen';

type Page = z.infer<typeof readKpiLines.answer>;

interface BehindProperties {
  readonly subject: KpiSubjectView;
  readonly period: Period;
  readonly number: DrillDown;
  readonly onClose: () => void;
}

/** What stands behind a number. Another number needs another component: a key. */
export function Behind({ subject, period, number, onClose }: BehindProperties): ReactNode {
  const { t } = useKpiScreen();
  const ask = useCallback(() => call(readKpiLines, { of: subject, period, number, from: null }), [subject, period, number]);
  const { asked, askAgain } = useAnswer<Page>(ask);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section className="card kpi-behind">
      <div className="card-head">
        <h2 ref={head} tabIndex={-1}>{t('kpi.behind.title', { name: t(`kpi.${number}`), quarter: periodWords(t, period) })}</h2>
        <button type="button" className="button" onClick={onClose}>{t('kpi.close')}</button>
      </div>
      <Asking asked={asked} onRetry={askAgain}>
        {(first) => <Lines first={first} ask={(from) => call(readKpiLines, { of: subject, period, number, from })} number={number} showsManager={subject.kind === 'team'} />}
      </Asking>
    </section>
  );
}

interface LinesProperties {
  readonly first: Page;
  readonly ask: (from: Page['next']) => ReturnType<typeof call<'kpis.lines', 'site', object, Page>>;
  readonly number: DrillDown;
  readonly showsManager: boolean;
}

function Lines({ first, ask, number, showsManager }: LinesProperties): ReactNode {
  const { t } = useKpiScreen();
  const [further, setFurther] = useState<readonly Page[]>([]);
  const { busy, error, run } = useAction();
  const pages = [first, ...further];
  const next = (further.at(-1) ?? first).next;
  const lines = pages.flatMap((page) => page.lines);
  const sum = (of: (page: Page) => number): number => pages.reduce((all, page) => all + of(page), 0);
  const [hidden, unlisted] = [sum((page) => page.hidden), sum((page) => page.unlisted)];
  return (
    <>
      {lines.length === 0 && hidden === 0 && next === null && <p className="empty-line">{t('kpi.behind.none')}</p>}
      {lines.length > 0 && <ul className="kpi-lines">{lines.map((line, at) => <KpiLine key={at} line={line} number={number} recordsAt={first.recordsAt} showsManager={showsManager} />)}</ul>}
      {hidden > 0 && <p className="small">{t('kpi.behind.hidden', { count: hidden })}</p>}
      {unlisted > 0 && <p className="small">{t('kpi.behind.unlisted', { count: unlisted })}</p>}
      {error !== null && <ErrorNote error={error} />}
      {next !== null && <button type="button" className="button more" disabled={busy} onClick={() => void run(() => ask(next), (page) => setFurther((before) => [...before, page]))}>{t('kpi.more')}</button>}
    </>
  );
}
