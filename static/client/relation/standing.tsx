import type { ReactNode } from 'react';
import { relationThresholds, scoreText } from '../../../src/domain/relation';
import { Lozenge } from '../../shared/lozenge';
import { useClientScreen } from '../client-screen';
import type { RelationLog } from './relation-view';

/** How the relation stands in one line, and what of it needs somebody. */
export function Standing({ log: { standing, alarms, today } }: { readonly log: RelationLog }): ReactNode {
  const { t, format } = useClientScreen();
  const { lastContactOn, openNeeds, lastSatisfaction } = standing;
  return (
    <section className="card">
      <dl className="relation-sums">
        <div><dt>{t('relation.lastContact')}</dt><dd>{lastContactOn === null ? t('relation.never') : <>{format.date(lastContactOn)} <span className="small">{format.distance(lastContactOn, today)}</span></>}</dd></div>
        <div><dt>{t('relation.openNeeds')}</dt><dd>{format.number(openNeeds)}</dd></div>
        <div><dt>{t('relation.satisfaction')}</dt><dd>{lastSatisfaction === null ? t('relation.notAsked') : <>{scoreText(lastSatisfaction.score)} <span className="small">{format.date(lastSatisfaction.on)}</span></>}</dd></div>
      </dl>
      {alarms.length > 0 && (
        <div className="lozenges">
          {alarms.map((alarm) => (
            <Lozenge key={alarm.kind} tone={alarm.kind === 'unsatisfied' ? 'danger' : 'warning'} icon="warning">
              {alarm.kind === 'unsatisfied' && t('relation.alarm.unsatisfied', { score: scoreText(alarm.score) })}
              {alarm.kind === 'needOpen' && t('relation.alarm.needOpen', { count: alarm.days })}
              {alarm.kind === 'noContact' && (alarm.days === null ? t('relation.alarm.never') : t('relation.alarm.noContact', { count: alarm.days }))}
            </Lozenge>
          ))}
        </div>
      )}
      <p className="small">{t('relation.thresholds', { contact: relationThresholds.contactDays, need: relationThresholds.needDays, five: relationThresholds.five, nps: relationThresholds.nps })}</p>
    </section>
  );
}
