import type { ReactNode } from 'react';
import { Note } from '../../shared/note';
import { useProjectScreen } from '../project-screen';
import type { BurnView } from './margin-view';

/** For whoever may not see costs: how much of budget and time is used, and who worked. */
export function BurnFigures({ view }: { readonly view: BurnView }): ReactNode {
  const { t, format } = useProjectScreen();
  const { spentPercent, elapsedPercent, roles } = view;
  const bar = (name: string, percent: number | null): ReactNode => (
    <div className="used-bar">
      <span>{name}</span>
      <strong>{percent === null ? t('margin.unknown') : format.percent(percent)}</strong>
      <span className="role-bar" aria-hidden="true"><span style={{ inlineSize: `${Math.max(0, Math.min(100, percent ?? 0))}%` }} /></span>
    </div>
  );
  return (
    <>
      <Note kind="information" title={t('margin.burn.title')}>{t('margin.burn.body')}</Note>
      <section className="card">
        <h2>{t('margin.used')}</h2>
        {bar(t('margin.usedBudget'), spentPercent)}
        {bar(t('margin.usedTime'), elapsedPercent)}
      </section>
      <section className="card">
        <h2>{t('margin.roles')}</h2>
        {roles.length === 0 ? (
          <p className="subtle">{t('margin.nobody')}</p>
        ) : (
          <ul className="burn-roles">
            {roles.map(({ role, people, seconds }) => (
              <li key={role ?? ''}><bdi>{role ?? t('margin.noRole')}</bdi>: {format.hours(Math.round(seconds / 60))} <span className="small">{t('margin.people', { count: people })}</span></li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
