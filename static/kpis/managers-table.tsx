import type { ReactNode } from 'react';
import type { KpiSubjectView, KpiView } from '../../src/contract/kpis';
import { useKpiScreen } from './kpi-screen';
import { tileKeys, tileOf } from './tiles';

interface ManagersTableProperties {
  readonly managers: KpiView['managers'];
  readonly onChoose: (subject: KpiSubjectView) => void;
}

/** This quarter's figures of each account manager, one below the other; together they are the team's. */
export function ManagersTable({ managers, onChoose }: ManagersTableProperties): ReactNode {
  const { t, format } = useKpiScreen();
  return (
    <section className="card">
      <h2>{t('kpi.managers')}</h2>
      <div className="scroll" role="region" aria-label={t('kpi.managers')} tabIndex={0}>
        <table className="table kpi-table">
          <thead>
            <tr>
              <th scope="col">{t('kpi.manager')}</th>
              {tileKeys.map((key) => <th key={key} scope="col" className="figure">{t(`kpi.${key}.short`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {managers.map(({ manager, kpis }) => (
              <tr key={manager?.accountId ?? ''}>
                <th scope="row">
                  <button type="button" className="button button-link" onClick={() => onChoose({ kind: 'manager', manager: manager?.accountId ?? null })}>
                    {manager === null ? t('kpi.nobody') : <bdi>{manager.name || manager.accountId}</bdi>}
                  </button>
                </th>
                {tileKeys.map((key) => {
                  const { value, isReached, gaps } = tileOf(t, format, key, kpis);
                  return (
                    <td key={key} className="figure">
                      <span className={isReached === true && gaps.length === 0 ? 'kpi-yes' : undefined}>{value}</span>
                      {gaps.length > 0 && <abbr className="kpi-star" title={t('kpi.incomplete')}>*</abbr>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small">{t('kpi.star')}</p>
    </section>
  );
}
