import type { ReactNode } from 'react';
import type { SettingsView } from '../../src/contract/settings';
import { Note } from '../shared/note';
import { healthState } from './health-state';
import type { HealthView } from './use-health';
import { useSettings } from './use-settings';

/** A poll may wait for its turn; after three of the usual intervals it is no accident. */
const lateAfter = 15 * 60_000;

interface HealthNoteProperties {
  readonly settings: SettingsView;
  /** null until it is known. */
  readonly health: HealthView | null;
}

/** One line on whether changes of deals reach Opiekun. */
export function HealthNote({ settings, health }: HealthNoteProperties): ReactNode {
  const { t, format, now } = useSettings();
  const { salesforce, tempo } = settings;
  if (salesforce === null || tempo === null) {
    return <Note kind="information" title={t('health.incomplete')}>{t('health.incompleteBody')}</Note>;
  }
  const troubled = inTrouble(health, now());
  if (troubled.length > 0) return <Note kind="warning" title={t('health.trouble', { systems: troubled.join(', ') })}>{t('health.troubleBody')}</Note>;
  const polledAt = health?.salesforce?.polledAt ?? settings.polledAt;
  if (polledAt === null) return <Note kind="information" title={t('health.notYet')}>{t('health.notYetBody')}</Note>;
  const when = format.relative(polledAt, now());
  // While the budget is short the next poll is due later than usual.
  const due = health?.salesforce?.nextPollAt ?? polledAt;
  if (now().getTime() - Date.parse(due) > lateAfter) {
    // Whether it is late cannot be told before it is known when the poll was due.
    if (health === null) return null;
    return <Note kind="warning" title={t('health.late', { when })}>{t('health.lateBody')}</Note>;
  }
  return <Note kind="success" title={t('health.well')}>{t('health.wellBody', { when })}</Note>;
}

function inTrouble(health: HealthView | null, now: Date): readonly string[] {
  if (health === null) return [];
  const systems = [
    { name: 'Salesforce', of: health.salesforce },
    { name: 'Tempo', of: health.tempo },
  ];
  return systems.filter(({ of }) => ['paused', 'failing'].includes(healthState(of?.connection ?? null, now))).map(({ name }) => name);
}
