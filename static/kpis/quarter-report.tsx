import type { ReactNode } from 'react';
import type { KpiView } from '../../src/contract/kpis';
import { gapWords } from './gap-words';
import { periodWords, useKpiScreen } from './kpi-screen';
import { outlookWords } from './outlook-words';
import { standingOf, tileKeys, tileOf } from './tiles';

/** The quarter's goals on one page of paper, for the head of sales: each figure beside its goal and the four quarters before. */
export function QuarterReport({ view: { quarters, subject, manager, today, outlook } }: { readonly view: KpiView }): ReactNode {
  const { t, format } = useKpiScreen();
  const now = quarters.at(-1);
  if (now === undefined) return null;
  const whose = subject.kind === 'team' ? t('kpi.team') : (manager?.name ?? t('kpi.nobody'));
  const gaps = tileKeys.flatMap((key) => tileOf(t, format, key, now).gaps.map((gap) => ({ key, text: gapWords(t, gap) })));
  return (
    <>
      <h1>{t('kpi.report.title', { whose, quarter: periodWords(t, now.quarter) })}</h1>
      <p className="small">{t('kpi.report.asOf', { date: format.date(today) })}</p>
      <p>{outlookWords(t, format, outlook)} {outlook.margin.kind === 'known' && t('outlook.margin', { percent: format.points(outlook.margin.basisPoints), target: format.percent(outlook.targetMargin) })}</p>
      <table className="table kpi-report">
        <thead>
          <tr>
            <th scope="col">{t('kpi.report.figure')}</th>
            <th scope="col" className="figure">{periodWords(t, now.quarter)}</th>
            <th scope="col" className="figure">{t('kpi.report.goal')}</th>
            {quarters.slice(0, -1).reverse().map(({ quarter }) => <th key={quarter} scope="col" className="figure">{periodWords(t, quarter)}</th>)}
          </tr>
        </thead>
        <tbody>
          {tileKeys.map((key) => {
            const tile = tileOf(t, format, key, now);
            const { value, detail, goal, gaps: missing } = tile;
            const standing = standingOf(t, key, tile);
            return (
              <tr key={key}>
                <th scope="row">{t(`kpi.${key}`)}{detail !== null && <span className="small kpi-report-detail">{detail}</span>}</th>
                <td className="figure"><strong>{value}</strong>{missing.length > 0 && ' *'}</td>
                <td className="figure">{goal ?? '–'}{standing !== null && <span className="small kpi-report-detail">{standing}</span>}</td>
                {quarters.slice(0, -1).reverse().map((kpis) => <td key={kpis.quarter} className="figure">{tileOf(t, format, key, kpis).value}</td>)}
              </tr>
            );
          })}
        </tbody>
      </table>
      {gaps.length > 0 && <div className="small"><p>* {t('kpi.incomplete')}</p><ul className="kpi-report-gaps">{gaps.map(({ key, text }) => <li key={`${key} ${text}`}>{t(`kpi.${key}`)}: {text}</li>)}</ul></div>}
    </>
  );
}
