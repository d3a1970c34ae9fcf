import type { ReactNode } from 'react';
import type { Guidelines } from '../../../src/domain/guidelines';
import { useProjectScreen } from '../project-screen';
import type { NamedDeal } from '../../shared/named-deal';
import { Schedule } from './schedule';
import { StaffingTable } from './staffing-table';

interface GuidelinesContentProperties {
  readonly guidelines: Guidelines;
  readonly deals: readonly NamedDeal[];
}

/** One version of the guidelines, to read. */
export function GuidelinesContent({ guidelines, deals }: GuidelinesContentProperties): ReactNode {
  const { t, format } = useProjectScreen();
  const { budget, scope, priorities } = guidelines;
  return (
    <div className="content">
      <section className="card goal">
        <h2>{t('field.scope.goal')}</h2>
        <p className="written">{scope.goal}</p>
      </section>
      <dl className="figures">
        <div>
          <dt>{t('field.budget.amount')}</dt>
          <dd>{format.money(budget.amount)}</dd>
        </div>
        <div>
          <dt>{t('field.budget.hours')}</dt>
          <dd>{format.hours(budget.hours * 60)}</dd>
        </div>
        <div>
          <dt>{t('field.budget.targetMargin')}</dt>
          <dd>{format.percent(budget.targetMargin)}</dd>
        </div>
        <div className="figure-text">
          <dt>{t('field.budget.billable')}</dt>
          <dd className="written">{budget.billable === '' ? t('content.notSaid') : budget.billable}</dd>
        </div>
      </dl>
      <Schedule schedule={guidelines.schedule} />
      <div className="pair">
        <section className="card">
          <h2>{t('field.scope.inScope')}</h2>
          <p className={scope.inScope === '' ? 'subtle' : 'written'}>{scope.inScope === '' ? t('content.notSaid') : scope.inScope}</p>
        </section>
        <section className="card">
          <h2>{t('field.scope.outOfScope')}</h2>
          <p className={scope.outOfScope === '' ? 'subtle' : 'written'}>{scope.outOfScope === '' ? t('content.notSaid') : scope.outOfScope}</p>
        </section>
      </div>
      <section className="card">
        <h2>{t('content.priorities')}</h2>
        {priorities.length === 0 ? (
          <p className="subtle">{t('content.notSaid')}</p>
        ) : (
          <ol className="priorities">
            {priorities.map((priority) => (
              <li key={priority.id}><span className="written">{priority.text}</span></li>
            ))}
          </ol>
        )}
      </section>
      <StaffingTable lines={guidelines.staffing} deals={deals} />
    </div>
  );
}
