import type { ReactNode } from 'react';
import type { ScopeEffect } from '../../src/domain/scope-change';
import { useChangesScreen } from './changes-screen';

/** What a change does, each part with its sign. */
export function ChangeEffect({ effect: { budget, hours, end, milestones = [], added, removed } }: { readonly effect: ScopeEffect }): ReactNode {
  const { t, format } = useChangesScreen();
  const sign = (isMore: boolean): string => (isMore ? '+' : '');
  return (
    <dl className="money-line change-effect">
      {budget !== null && <div><dt>{t('changes.budget')}</dt><dd>{sign(!budget.amount.startsWith('-'))}{format.sum(budget.amount, budget.currency)}</dd></div>}
      {hours !== 0 && <div><dt>{t('changes.hours')}</dt><dd>{sign(hours > 0)}{format.number(hours)} h</dd></div>}
      {end !== null && <div><dt>{t('changes.end')}</dt><dd>{format.date(end)}</dd></div>}
      {milestones.length > 0 && (
        <div className="change-words">
          <dt>{t('changes.milestones')}</dt>
          <dd>
            <ul>
              {milestones.map((one) => (
                <li key={one.id}>
                  <bdi>{one.name}</bdi>{': '}
                  {one.kind === 'new' ? t('changes.milestone.comes', { date: format.date(one.date) }) : t('changes.milestone.moves', { from: format.date(one.from), to: format.date(one.date) })}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {added !== '' && <div className="change-words"><dt>{t('changes.added')}</dt><dd dir="auto">{added}</dd></div>}
      {removed !== '' && <div className="change-words"><dt>{t('changes.removed')}</dt><dd dir="auto">{removed}</dd></div>}
    </dl>
  );
}
