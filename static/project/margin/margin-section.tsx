import './margin.css';
import type { ReactNode } from 'react';
import { readProjectMargin, refreshMargin } from '../../../src/contract/margin';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Note } from '../../shared/note';
import { useAction } from '../../shared/use-action';
import { useAnswer } from '../../shared/use-answer';
import { Asking } from '../../page/asking';
import { useProjectScreen } from '../project-screen';
import { BillingChoice } from './billing-choice';
import { BurnFigures } from './burn-figures';
import { BurnUp } from './burn-up';
import { MarginFigures } from './margin-figures';
import { MarginTrend } from './margin-trend';
import type { MarginAnswer, WholeView } from './margin-view';
import { RoleBars } from './role-bars';
import { ThreatCard } from './threat-card';

const ask = () => call(readProjectMargin, {});

/** Margin: cost and revenue against the guidelines, where they are heading, what threatens the target and what is done about it. */
export function MarginSection(): ReactNode {
  const { t } = useProjectScreen();
  const { asked, askAgain, replace } = useAnswer(ask);
  const refresh = useAction();
  const given = asked.kind === 'given' ? asked.data : undefined;
  const put = (view: WholeView): void => given && replace({ ...given, view });
  const look = (): void => void refresh.run(() => call(refreshMargin, {}), ({ view }) => put(view));
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('section.margin')}</h1>
          <p className="subtle">{t('margin.about')}</p>
        </div>
        {given?.view.kind === 'whole' && (
          <button type="button" className="button" disabled={refresh.busy} onClick={look}>{t(refresh.busy ? 'margin.refreshing' : 'margin.refresh')}</button>
        )}
      </header>
      {refresh.error !== null && <ErrorNote error={refresh.error} onRetry={look} />}
      <Asking asked={asked} onRetry={askAgain}>
        {(answer) => (
          <>
            <ReadingState view={answer.view} />
            {answer.view.kind === 'burn' ? <BurnFigures view={answer.view} /> : <Whole answer={answer} view={answer.view} onView={put} onAnswer={replace} />}
          </>
        )}
      </Asking>
    </>
  );
}

/** From when the figures are, and why they are not newer. */
function ReadingState({ view }: { readonly view: MarginAnswer['view'] }): ReactNode {
  const { t, format, now } = useProjectScreen();
  const { checkedAt, failure } = view;
  if (checkedAt === null) return <Note kind="information" title={t('margin.never.title')}>{t('margin.never.body')}</Note>;
  const hasFigures = view.kind === 'burn' ? view.asOf !== null : view.figures !== null;
  return (
    <>
      {failure !== null && (
        <Note kind="warning" title={t(`margin.failure.${failure}`)}>
          {isForAdministrator(failure) && <p>{t('margin.failure.choose')}</p>}
          {t(hasFigures ? 'margin.failure.older' : 'margin.failure.none')}
        </Note>
      )}
      <p className="small">
        {t('margin.checked', { when: format.relative(checkedAt, now()) })}
        {view.kind === 'whole' && view.figures !== null && (
          <> · {t(`margin.source.${view.figures.source}`)} · {view.figures.currency === null ? t('margin.mixed') : t('margin.currency', { currency: view.figures.currency })} · {t('margin.asOf', { date: format.date(view.figures.asOf) })}</>
        )}
      </p>
      {view.kind === 'whole' && view.figures !== null && view.figures.refreshes !== 'always' && (
        <Note kind={view.figures.refreshes === 'byHand' ? 'warning' : 'information'} title={t(`margin.refreshes.${view.figures.refreshes}`)} />
      )}
    </>
  );
}

const isForAdministrator = (failure: NonNullable<MarginAnswer['view']['failure']>): boolean =>
  failure === 'severalCostProjects' || failure === 'sharedCostProject' || failure === 'costProjectGone' || failure === 'noCostProject' || failure === 'timeBasedCostProject';

interface WholeProperties {
  readonly answer: MarginAnswer;
  readonly view: WholeView;
  readonly onView: (view: WholeView) => void;
  readonly onAnswer: (answer: MarginAnswer) => void;
}

function Whole({ answer, view, onView, onAnswer }: WholeProperties): ReactNode {
  const { figures, reading, threat } = view;
  return (
    <>
      {reading !== null && figures !== null && <MarginFigures figures={figures} reading={reading} />}
      {threat !== null && reading !== null && <ThreatCard threat={threat} reading={reading} mayAnswer={answer.mayAnswer} onView={onView} />}
      {figures !== null && reading !== null && <div className="pair"><BurnUp figures={figures} reading={reading} /><MarginTrend figures={figures} target={reading.target} /></div>}
      {figures !== null && <RoleBars figures={figures} />}
      {answer.mayAnswer && figures?.source !== 'financialManager' && <BillingChoice settings={answer.settings} onSaved={({ settings, view: next }) => onAnswer({ ...answer, settings, view: next })} />}
    </>
  );
}
