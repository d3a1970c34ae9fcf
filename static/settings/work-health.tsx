import type { ReactNode } from 'react';
import { Lozenge } from '../shared/lozenge';
import { Gauge } from './gauge';
import { HealthCard } from './health-card';
import type { HealthView } from './use-health';
import { useSettings } from './use-settings';

/** The server counts no further than this. */
const countedUpTo = 1_000;

/** How many deals wait for their turn. */
export function QueueHealth({ queue }: Pick<HealthView, 'queue'>): ReactNode {
  const { t, format, now } = useSettings();
  const { length, oldestDueAt, working } = queue;
  // What failed is put off, and waits for a time that is still to come.
  const isAhead = (at: string): boolean => Date.parse(at) > now().getTime();
  const state = working
    ? <Lozenge tone="information" icon="clock">{t('health.queue.working')}</Lozenge>
    : <Lozenge tone="neutral">{t('health.queue.resting')}</Lozenge>;
  return (
    <HealthCard title={t('health.queue')} state={state}>
      <p className="health-figure">{length === 0 ? t('health.queue.empty') : t(length >= countedUpTo ? 'health.queue.many' : 'health.queue.waiting', { count: length })}</p>
      {length > 0 && oldestDueAt !== null && <p className="small">{t(isAhead(oldestDueAt) ? 'health.queue.next' : 'health.queue.oldest', { when: format.moment(oldestDueAt, now()) })}</p>}
    </HealthCard>
  );
}

/** How far the regular comparison of every deal has come. */
export function ReconcileHealth({ reconcile }: Pick<HealthView, 'reconcile'>): ReactNode {
  const { t, format, now } = useSettings();
  const words = (): string => {
    if (reconcile === null) return t('health.reconcile.notYet');
    if (reconcile.deals === null) return t('health.reconcile.uncounted', { count: reconcile.covered });
    return t('health.reconcile.covered', { covered: reconcile.covered, deals: reconcile.deals });
  };
  return (
    <HealthCard title={t('health.reconcile')}>
      <p className="health-figure">{words()}</p>
      {reconcile !== null && <Gauge part={reconcile.covered} whole={reconcile.deals ?? 0} tone="plain" />}
      {reconcile !== null && <p className="small">{t('health.reconcile.since', { when: format.moment(reconcile.since, now()) })}</p>}
      <p className="small">{t('health.reconcile.body')}</p>
    </HealthCard>
  );
}
