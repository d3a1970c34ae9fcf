import './kpis.css';
import { useCallback, useState, type ReactNode } from 'react';
import { readPipeline, type KpiSubjectView, type PipelineView } from '../../src/contract/kpis';
import { openStages } from '../../src/domain/kpi/pipeline';
import type { Period } from '../../src/domain/kpi/quarter';
import { Asking } from '../page/asking';
import { call } from '../shared/client';
import { Icon } from '../shared/icon';
import { useAnswer } from '../shared/use-answer';
import { Behind } from './behind';
import { InfoButton } from './info-button';
import { periodWords, useKpiScreen } from './kpi-screen';
import { pictureSize } from './picture-size';
import { SubjectSelect } from './subject-select';

type PipelineQuarter = PipelineView['periods'][number];

/** Open deals by stage and quarter with what they are likely to bring, and renewals coming. */
export function PipelineSection(): ReactNode {
  const [of, choose] = useState<KpiSubjectView | null>(null);
  const ask = useCallback(() => call(readPipeline, { of }), [of]);
  const { asked, askAgain } = useAnswer<PipelineView>(ask);
  return <Asking asked={asked} onRetry={askAgain}>{(view) => <Pipeline key={JSON.stringify(view.subject)} view={view} onChoose={choose} />}</Asking>;
}

function Pipeline({ view: { subject, seesPortfolio, managers, periods }, onChoose }: { readonly view: PipelineView; readonly onChoose: (subject: KpiSubjectView) => void }): ReactNode {
  const { t } = useKpiScreen();
  const [opened, open] = useState<{ readonly period: Period; readonly number: 'pipeline' | 'renewals' } | null>(null);
  const isEmpty = periods.every(({ stages, renewals, unmapped }) => renewals === 0 && unmapped === 0 && stages.every(({ deals }) => deals === 0));
  const most = Math.max(1, ...periods.flatMap(({ weighted }) => weighted.map(({ amount }) => pictureSize(amount))));
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('pipeline.title')}</h1>
          <p className="subtle">{t('pipeline.about')} <InfoButton label={t('kpi.about', { name: t('pipeline.weighted') })}>{t('pipeline.formula')}</InfoButton></p>
        </div>
        {seesPortfolio && <SubjectSelect subject={subject} managers={[...managers, null]} onChoose={onChoose} />}
      </header>
      {isEmpty ? (
        <div className="empty"><h2>{t('pipeline.none.title')}</h2><p>{t('pipeline.none.body')}</p></div>
      ) : (
        <ul className="cards">{periods.map((one) => <QuarterCard key={one.period} quarter={one} most={most} onOpen={(number) => open({ period: one.period, number })} />)}</ul>
      )}
      {opened !== null && <Behind key={`${opened.period} ${opened.number}`} subject={subject} period={opened.period} number={opened.number} onClose={() => open(null)} />}
    </>
  );
}

interface QuarterCardProperties {
  readonly quarter: PipelineQuarter;
  /** The largest sum of any quarter, in hundredths: how long the longest bar is. */
  readonly most: number;
  readonly onOpen: (number: 'pipeline' | 'renewals') => void;
}

function QuarterCard({ quarter, most, onOpen }: QuarterCardProperties): ReactNode {
  const { t, format } = useKpiScreen();
  const { period, stages, weighted, renewals, overdue, withoutAmount, withoutProbability, unmapped } = quarter;
  const notes = [
    overdue > 0 ? t('pipeline.overdue', { count: overdue }) : null,
    withoutAmount > 0 ? t('pipeline.withoutAmount', { count: withoutAmount }) : null,
    withoutProbability > 0 ? t('pipeline.withoutProbability', { count: withoutProbability }) : null,
    unmapped > 0 ? t('pipeline.unmapped', { count: unmapped }) : null,
  ].flatMap((note) => note ?? []);
  return (
    <li className="card pipeline-quarter">
      <div className="card-head">
        <h2>{periodWords(t, period)}</h2>
        <dl className="money-line">
          {weighted.map(({ currency, amount, weighted: likely }) => (
            <div key={currency}><dt>{t('pipeline.weighted')}</dt><dd>{format.sum(likely, currency)} <span className="small">{t('pipeline.of', { amount: format.sum(amount, currency) })}</span></dd></div>
          ))}
        </dl>
      </div>
      <table className="pipeline-stages">
        <thead className="unseen"><tr><th scope="col">{t('pipeline.stage')}</th><th scope="col">{t('pipeline.deals')}</th><th scope="col">{t('pipeline.weighted')}</th></tr></thead>
        <tbody>
          {openStages.flatMap((name) => stages.filter(({ stage }) => stage === name)).map(({ stage, deals, amounts }) => (
            <tr key={stage}>
              <th scope="row">{t(`stage.${stage}`)}</th>
              <td>{t('kpi.sales.deals', { count: deals })}</td>
              <td>
                {amounts.map(({ currency, amount, weighted: likely }) => (
                  <div key={currency} className="pipeline-amount">
                    <span className="pipeline-bar" aria-hidden="true" style={{ inlineSize: `${(pictureSize(amount) / most) * 100}%` }}>
                      <span style={{ inlineSize: `${amount === '0.00' ? 0 : (pictureSize(likely) / pictureSize(amount)) * 100}%` }} />
                    </span>
                    <span>{format.sum(likely, currency)} <span className="small">{t('pipeline.of', { amount: format.sum(amount, currency) })}</span></span>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {notes.length > 0 && <p className="kpi-gaps"><Icon name="warning" /><span>{notes.join(' ')}</span></p>}
      <div className="actions">
        <button type="button" className="button button-link" onClick={() => onOpen('pipeline')}>{t('pipeline.show')}<span className="unseen"> {periodWords(t, period)}</span></button>
        {renewals > 0 && <button type="button" className="button button-link" onClick={() => onOpen('renewals')}>{t('pipeline.renewals', { count: renewals })}</button>}
      </div>
    </li>
  );
}
