import type { ReactNode } from 'react';
import type { GuidelinesAtAGlance } from '../../src/contract/panel';
import { Filled } from '../shared/filled';
import { Schedule } from './schedule';
import { usePanel } from './use-panel';

/** The published guidelines, as much of them as somebody at work on an issue needs. */
export function Glance({ guidelines }: { readonly guidelines: GuidelinesAtAGlance }): ReactNode {
  const { t, format, now } = usePanel();
  const { budget, goal, priorities, version, publishedBy, publishedAt } = guidelines;
  return (
    <section className="section" aria-labelledby="glance-heading">
      <h2 id="glance-heading">{t('glance.heading')}</h2>
      <dl className="facts">
        <Fact name={t('field.budget.amount')}>{format.money(budget.amount)}</Fact>
        <Fact name={t('field.budget.hours')}>{format.hours(budget.hours * 60)}</Fact>
        <Fact name={t('field.budget.targetMargin')}>{format.percent(budget.targetMargin)}</Fact>
      </dl>
      <Schedule start={guidelines.start} end={guidelines.end} milestones={guidelines.milestones} />
      <h3>{t('glance.goal')}</h3>
      <p className="written">{goal}</p>
      <h3>{t('glance.priorities')}</h3>
      {priorities.length === 0 && <p className="subtle">{t('glance.noPriorities')}</p>}
      {priorities.length > 0 && (
        <ol className="priorities">
          {priorities.map((priority, place) => (
            <li key={place}>
              <span className="written">{priority}</span>
            </li>
          ))}
        </ol>
      )}
      <p className="small">
        <Filled text={t('glance.published', { version })} values={{ person: publishedBy.name, when: format.relative(publishedAt, now()) }} />
      </p>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
