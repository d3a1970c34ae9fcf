import type { ReactNode } from 'react';
import { operatingMargin } from '../../../src/domain/margin';
import { useProjectScreen } from '../project-screen';
import type { Figures } from './margin-view';
import { marginWords } from '../../margin/margin-words';

/** Who worked, role by role: hours as bars, and what they cost and brought beside them. */
export function RoleBars({ figures }: { readonly figures: Figures }): ReactNode {
  const { t, format } = useProjectScreen();
  const { roles, currency, billing } = figures;
  const longest = Math.max(1, ...roles.map(({ seconds }) => seconds));
  return (
    <section className="card">
      <h2>{t('margin.roles')}</h2>
      {roles.length === 0 ? (
        <p className="subtle">{t('margin.nobody')}</p>
      ) : (
        <table className="money-table role-table">
          <thead>
            <tr>
              <th scope="col">{t('margin.role')}</th>
              <th scope="col">{t('margin.hours')}</th>
              <th scope="col">{t('margin.cost')}</th>
              {billing === 'timeAndMaterial' && <th scope="col">{t('margin.toDate')}</th>}
            </tr>
          </thead>
          <tbody>
            {roles.map(({ role, people, seconds, cost, revenue }) => (
              <tr key={role ?? ''}>
                <th scope="row">
                  <bdi>{role ?? t('margin.noRole')}</bdi> <span className="small">{t('margin.people', { count: people })}</span>
                </th>
                <td>
                  <span className="role-bar" aria-hidden="true"><span style={{ inlineSize: `${(seconds / longest) * 100}%` }} /></span>
                  {format.hours(Math.round(seconds / 60))}
                </td>
                <td>{cost === null || currency === null ? t('margin.noRate') : format.sum(cost, currency)}</td>
                {billing === 'timeAndMaterial' && <td>{marginWords(t, format, operatingMargin(revenue, cost))}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
