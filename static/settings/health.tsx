import type { ReactNode } from 'react';
import type { SettingsView } from '../../src/contract/settings';
import { Note } from '../shared/note';
import { useSettings } from './use-settings';

/** The poll runs every five minutes; three missed ones are no accident. */
const lateAfter = 15 * 60_000;

/** One line on whether changes of deals reach Opiekun. */
export function Health({ settings }: { readonly settings: SettingsView }): ReactNode {
  const { t, format, now } = useSettings();
  const { salesforce, tempo, polledAt } = settings;
  if (salesforce === null || tempo === null) {
    return <Note kind="information" title={t('health.incomplete')}>{t('health.incompleteBody')}</Note>;
  }
  if (polledAt === null) return <Note kind="information" title={t('health.notYet')}>{t('health.notYetBody')}</Note>;
  const when = format.relative(polledAt, now());
  if (now().getTime() - Date.parse(polledAt) > lateAfter) {
    return <Note kind="warning" title={t('health.late', { when })}>{t('health.lateBody')}</Note>;
  }
  return <Note kind="success" title={t('health.well')}>{t('health.wellBody', { when })}</Note>;
}
