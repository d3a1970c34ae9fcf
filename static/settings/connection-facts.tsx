import type { ReactNode } from 'react';
import { errorText } from '../shared/error-note';
import { Gauge } from './gauge';
import { HealthFact } from './health-card';
import type { HealthView } from './use-health';
import { useSettings } from './use-settings';

interface ConnectionFactsProperties {
  readonly system: 'Salesforce' | 'Tempo';
  readonly connection: NonNullable<HealthView['salesforce']>['connection'];
}

/** What is told of every system: when it last answered, when it last did not and why, and how often it fails. */
export function ConnectionFacts({ system, connection }: ConnectionFactsProperties): ReactNode {
  const { t, format, now } = useSettings();
  const { lastSuccessAt, lastFailure, paused, calls, errors } = connection;
  const failure = lastFailure === null ? null : errorText(t, { code: lastFailure.code, parameters: { system, detail: lastFailure.detail } });
  return (
    <>
      {paused !== null && Date.parse(paused.until) > now().getTime() && (
        <HealthFact label={t('health.state.paused')}>
          {t('health.paused', { system, since: format.moment(paused.since, now()), until: format.moment(paused.until, now()) })}
        </HealthFact>
      )}
      <HealthFact label={t('health.lastSuccess')}>{lastSuccessAt === null ? t('health.never') : format.moment(lastSuccessAt, now())}</HealthFact>
      <HealthFact label={t('health.lastFailure')}>
        {lastFailure === null || failure === null ? t('health.never') : (
          <>
            {format.moment(lastFailure.at, now())} · {failure.title}
            <span className="small written failure-detail">{failure.body}</span>
          </>
        )}
      </HealthFact>
      <HealthFact label={t('health.errors')}>
        {rate()}
        {calls > 0 && <Gauge part={errors} whole={calls} tone={errors === 0 ? 'good' : errors / calls >= 0.1 ? 'bad' : 'warning'} />}
      </HealthFact>
    </>
  );

  function rate(): string {
    if (calls === 0) return t('health.errors.noCalls');
    if (errors === 0) return t('health.errors.none', { count: calls });
    const share = (errors / calls) * 100;
    return t('health.errors.some', { errors, calls, rate: share < 1 ? t('health.errors.belowOne', { one: format.percent(1) }) : format.percent(share) });
  }
}
