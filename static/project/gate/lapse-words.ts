import type { GateDecision } from '../../../src/domain/gate';
import type { Aftermath } from '../../gate/gate-view';
import type { Format } from '../../shared/format';
import type { ProjectTranslate } from '../project-screen';

/** Why a go no longer opens the gate; null while it does. */
export function lapseWords(t: ProjectTranslate, format: Format, { lapse, blocked }: Pick<Aftermath, 'lapse' | 'blocked'>, { validUntil }: Pick<GateDecision, 'validUntil'>): string | null {
  switch (lapse) {
    case null:
      return null;
    case 'blockerAdded':
      return blocked === null ? t('lapse.blocker') : t('lapse.blockerAdded', { issue: blocked.issueKey, when: format.instant(blocked.at) });
    case 'expired':
      return t('lapse.expired', { date: validUntil === null ? '' : format.date(validUntil) });
    case 'guidelinesChanged':
    case 'conditionOverdue':
    case 'moved':
      return t(`lapse.${lapse}`);
  }
}
