import type { ReactNode } from 'react';
import { costOf } from '../../../src/domain/figures';
import type { Total } from '../../../src/domain/total';
import { MarginLozenge } from '../../margin/margin-lozenge';
import { MarginScale } from '../../margin/margin-scale';
import { Disclosure } from '../../page/disclosure';
import { useProjectScreen } from '../project-screen';
import type { Figures, Reading } from './margin-view';

/** The margin now and at the end, and the money behind it; what is unknown is said to be. */
export function MarginFigures({ figures, reading }: { readonly figures: Figures; readonly reading: Reading }): ReactNode {
  const { t, format } = useProjectScreen();
  const { toDate, forecast, state, target, spentPercent, elapsedPercent } = reading;
  const money = (sum: Total | null): string => (sum === null || figures.currency === null ? t('margin.unknown') : format.sum(sum, figures.currency));
  const figure = (name: string, value: ReactNode, more?: ReactNode): ReactNode => (
    <div className="money-figure">
      <dt>{name}</dt>
      <dd>{value}</dd>
      {more !== undefined && <dd className="small">{more}</dd>}
    </div>
  );
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t('margin.state')}</h2>
        <MarginLozenge state={state} />
      </div>
      <MarginScale toDate={toDate} atCompletion={forecast.kind === 'known' ? forecast.margin : null} target={target} />
      {forecast.kind === 'unknown' && <p className="subtle">{t('margin.noForecast')}: {t(`margin.gap.${forecast.because}`)}</p>}
      <dl className="money-figures">
        {figure(t('margin.revenue'), money(figures.revenue))}
        {figure(t('margin.cost'), money(costOf(figures)))}
        {figure(t('margin.used'), spentPercent === null ? t('margin.unknown') : format.percent(spentPercent), elapsedPercent === null ? undefined : t('margin.elapsed', { percent: format.percent(elapsedPercent) }))}
      </dl>
      {forecast.kind === 'known' && (
        <Disclosure label={t('margin.how')}>
          {() => (
            <table className="money-table">
              <thead>
                <tr>
                  <td />
                  <th scope="col">{t('margin.revenue')}</th>
                  <th scope="col">{t('margin.cost')}</th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">{t('margin.soFar')}</th>
                  <td>{money(forecast.from.actualRevenue)}</td>
                  <td>{money(forecast.from.actualCost)}</td>
                </tr>
                <tr>
                  <th scope="row">{t(figures.billing === 'fixedPrice' ? 'margin.remainingPrice' : 'margin.planned')}
                    {forecast.from.pricedBy !== figures.source && <span className="small"> {t('margin.pricedByOwn')}</span>}</th>
                  <td>{money(forecast.from.remainingRevenue)}</td>
                  <td>{money(forecast.from.remainingCost)}</td>
                </tr>
                <tr>
                  <th scope="row">{t('margin.atCompletion')}</th>
                  <td>{money(forecast.revenue)}</td>
                  <td>{money(forecast.cost)}</td>
                </tr>
              </tbody>
            </table>
          )}
        </Disclosure>
      )}
      <p className="small">{t('margin.rule', { target: format.percent(target) })}</p>
    </section>
  );
}
