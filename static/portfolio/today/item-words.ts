import { satisfactionScales } from '../../../src/domain/relation';
import { firstDayOf } from '../../../src/domain/month';
import { upToHalfHours } from '../../shared/half-hours';
import type { Item, TodayFormat, TodayTranslate } from './today-screen';

/** What is settled is named by what it was about, for its sentence is not true any more. */
export const settledWords = (t: TodayTranslate, { what, about }: Pick<Item, 'what' | 'about'>): string => `${t(`today.kind.${what.kind}`)}, ${about.name}`;

/** What waits, in one sentence. */
export function itemWords(t: TodayTranslate, format: TodayFormat, what: Item['what']): string {
  switch (what.kind) {
    case 'gateReview':
      return what.recipient === '' ? t('today.what.gateReview', { deliverable: what.deliverable }) : t('today.what.gateReviewFor', { deliverable: what.deliverable, recipient: what.recipient });
    case 'gateLapsed':
      return t(`today.what.gateLapsed.${what.lapse}`, { deliverable: what.deliverable });
    case 'marginThreat':
      return t(`today.what.marginThreat.${what.state}`, { reasons: what.reasons.map((reason) => t(`today.reason.${reason}`)).join(', ') });
    case 'syncFailed':
      return t('today.what.syncFailed', { deal: what.deal, failure: t(`today.failure.${what.failure}`) });
    case 'drifted':
      return t('today.what.drifted', { deal: what.deal, count: what.entries });
    case 'stageUnmapped':
      return t('today.what.stageUnmapped', { deal: what.deal, stage: what.stageName });
    case 'staffing': {
      const first = t('today.what.staffing', { deal: what.deal, role: what.role, hours: format.hours(upToHalfHours(what.minutes)), from: format.date(what.from) });
      return what.more === 0 ? first : `${first}, ${t('today.what.staffingMore', { count: what.more })}`;
    }
    case 'guidelinesMissing':
      return t('today.what.guidelinesMissing', { deal: what.deal, stage: t(`stage.${what.stage}`) });
    case 'guidelinesUnread':
      return t('today.what.guidelinesUnread', { version: what.version });
    case 'payment':
      return t(`today.what.payment.${what.document}`, { number: what.number });
    case 'scopeChange':
      return t(`today.what.scopeChange.${what.state}`, { title: what.title });
    case 'documentsMissing':
      return t('today.what.documentsMissing', { count: what.count, percent: format.percent(what.percent) });
    case 'renewal':
      return t('today.what.renewal', { document: t(`document.${what.requirement}`), day: format.date(what.until) });
    case 'relation':
      return relationWords(t, what.alarm);
    case 'contacts':
      return what.noDecisionMaker ? t('today.what.noDecisionMaker') : t('today.what.contacts', { count: what.gaps });
    case 'records':
      return t('today.what.records', { count: what.missing + what.stale });
    case 'accountPlan':
      return t('today.what.accountPlan', { year: String(what.year), name: what.submittedBy.name });
    case 'report':
      return t(`today.what.report.${what.state}`, { month: format.month(firstDayOf(what.month)) });
  }
}

function relationWords(t: TodayTranslate, alarm: Extract<Item['what'], { readonly kind: 'relation' }>['alarm']): string {
  if (alarm.kind === 'needOpen') return t('today.what.needOpen', { count: alarm.days });
  if (alarm.kind === 'unsatisfied') return t('today.what.unsatisfied', { value: alarm.score.value, most: satisfactionScales[alarm.score.scale].most });
  return alarm.days === null ? t('today.what.neverContact') : t('today.what.noContact', { count: alarm.days });
}
