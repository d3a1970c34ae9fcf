import Button from '@atlaskit/button/new';
import { useId, type ReactNode } from 'react';
import type { SettingsView } from '../../src/contract/settings';
import { ErrorNote } from '../shared/error-note';
import { Waiting } from '../shared/waiting';
import { HealthNote } from './health-note';
import { SalesforceHealth } from './salesforce-health';
import { TempoHealth } from './tempo-health';
import { useHealth } from './use-health';
import { useSettings } from './use-settings';
import { QueueHealth, ReconcileHealth } from './work-health';

/** How the connections fare, and what waits. It keeps its place on the page while it is read anew. */
export function HealthSection({ settings }: { readonly settings: SettingsView }): ReactNode {
  const { t, format, now } = useSettings();
  const { asked, askAgain, refresh, isRefreshing, isOld, readAt } = useHealth(settings);
  const id = useId();
  const when = readAt === null ? '' : format.moment(readAt, now());
  return (
    <section className="section" aria-labelledby={id}>
      <header className="health-head">
        <div>
          <h2 id={id}>{t('health.title')}</h2>
          <p className="subtle">{t('health.purpose')}</p>
        </div>
        <div className="buttons">
          <span className="small">{readAt !== null && t(isOld ? 'health.old' : 'health.readAt', { when })}</span>
          <Button onClick={() => void refresh()} isDisabled={asked.kind !== 'given'} isLoading={isRefreshing}>{t('health.refresh')}</Button>
        </div>
      </header>
      <HealthNote settings={settings} health={asked.kind === 'given' ? asked.data : null} />
      {asked.kind === 'waiting' && <div className="health-waiting"><Waiting /></div>}
      {asked.kind === 'refused' && <ErrorNote error={asked.error} onRetry={askAgain} />}
      {asked.kind === 'given' && (
        <div className="health-cards">
          <SalesforceHealth salesforce={asked.data.salesforce} />
          <TempoHealth tempo={asked.data.tempo} />
          {(asked.data.salesforce !== null || asked.data.tempo !== null) && (
            <>
              <QueueHealth queue={asked.data.queue} />
              <ReconcileHealth reconcile={asked.data.reconcile} />
            </>
          )}
        </div>
      )}
    </section>
  );
}
