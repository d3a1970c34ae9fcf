import type { ReactNode } from 'react';
import { ConnectionFacts } from './connection-facts';
import { Gauge } from './gauge';
import { HealthCard, HealthFact, HealthLozenge } from './health-card';
import { healthState } from './health-state';
import type { HealthView } from './use-health';
import { useSettings } from './use-settings';

/** From here on Salesforce is asked more seldom; the same share at which the server slows down. */
const slowsAt = 0.8;
const almostAll = 0.95;

/** How Salesforce fares: the connection, what is left of the organisation's API calls, and when it is asked. */
export function SalesforceHealth({ salesforce }: Pick<HealthView, 'salesforce'>): ReactNode {
  const { t, format, now } = useSettings();
  const state = healthState(salesforce?.connection ?? null, now());
  if (salesforce === null) return <HealthCard title="Salesforce" state={<HealthLozenge state={state} />} />;
  const { connection, budget, polledAt, nextPollAt, slowed } = salesforce;
  const used = budget === null || budget.allowed === 0 ? 0 : budget.used / budget.allowed;
  return (
    <HealthCard title="Salesforce" state={<HealthLozenge state={state} />}>
      <dl className="health-facts">
        <ConnectionFacts system="Salesforce" connection={connection} />
        <HealthFact label={t('health.budget')}>
          {budget === null ? t('health.budget.unknown') : (
            <>
              {t('health.budget.used', { used: budget.used, allowed: budget.allowed, share: format.percent(used * 100) })}
              <Gauge part={budget.used} whole={budget.allowed} mark={slowsAt} tone={used >= almostAll ? 'bad' : used >= slowsAt ? 'warning' : 'plain'} />
              <span className="small">{t('health.budget.read', { when: format.moment(budget.at, now()) })}</span>
            </>
          )}
        </HealthFact>
        <HealthFact label={t('health.poll')}>
          {polledAt === null ? t('health.poll.notYet') : format.moment(polledAt, now())}
          {nextPollAt !== null && ` · ${t('health.poll.next', { when: format.moment(nextPollAt, now()) })}`}
          {slowed && <span className="warned">{t('health.poll.slowed')}</span>}
        </HealthFact>
      </dl>
    </HealthCard>
  );
}
