import { errorCodes } from '../../../src/contract/answer';
import type { TrailRecordView } from '../../../src/contract/planner';
import { dealStages } from '../../../src/domain/deal';
import { isPlainDate } from '../../../src/domain/plain-date';
import { errorText } from '../../shared/error-note';
import type { Format } from '../../shared/format';
import type { IconName } from '../../shared/icon';
import type { ProjectTranslate } from '../project-screen';

type Details = TrailRecordView['details'];
type Look = 'good' | 'plain' | 'warning' | 'bad';

interface KnownEvent {
  readonly icon: IconName;
  readonly look: Look;
}

/** What the trail of a deal can tell; each has its words under `trail.` and its name. */
export const trailEvents = {
  'deal.linked': { icon: 'plus', look: 'plain' },
  'deal.unlinked': { icon: 'minus', look: 'plain' },
  'deal.stageSeen': { icon: 'flag', look: 'plain' },
  'deal.gone': { icon: 'warning', look: 'warning' },
  'deal.back': { icon: 'check', look: 'good' },
  'entries.planned': { icon: 'information', look: 'plain' },
  'entry.created': { icon: 'plus', look: 'good' },
  'entry.updated': { icon: 'arrow', look: 'plain' },
  'entry.ended': { icon: 'minus', look: 'plain' },
  'entry.deleted': { icon: 'cross', look: 'plain' },
  'entry.adopted': { icon: 'check', look: 'plain' },
  'entry.forgotten': { icon: 'minus', look: 'plain' },
  'entry.left': { icon: 'information', look: 'plain' },
  'entry.unanswered': { icon: 'warning', look: 'warning' },
  'entry.refused': { icon: 'error', look: 'bad' },
  'entries.drifted': { icon: 'warning', look: 'warning' },
  'drift.takeTheirs': { icon: 'check', look: 'plain' },
  'drift.putOursBack': { icon: 'lapsed', look: 'plain' },
  'drift.overwritten': { icon: 'warning', look: 'warning' },
  'release.undone': { icon: 'lapsed', look: 'plain' },
  'release.redone': { icon: 'minus', look: 'plain' },
  'sync.failed': { icon: 'error', look: 'bad' },
  'sync.recovered': { icon: 'check', look: 'good' },
  'plan.changeSeen': { icon: 'information', look: 'plain' },
  'project.closed': { icon: 'minus', look: 'plain' },
  'project.opened': { icon: 'check', look: 'plain' },
} as const satisfies Readonly<Record<string, KnownEvent>>;

type EventName = keyof typeof trailEvents;
const isKnown = (event: string): event is EventName => Object.hasOwn(trailEvents, event);

export interface TrailWords extends KnownEvent {
  readonly words: string;
  /** What is said in smaller letters below; null when there is no more. */
  readonly more: string | null;
}

/** A record of the trail in the reader's words; an event that is not known shows its name and all it carries. */
export function trailWords(t: ProjectTranslate, format: Format, { event, details }: Pick<TrailRecordView, 'event' | 'details'>): TrailWords {
  if (!isKnown(event)) return { icon: 'dot', look: 'plain', words: event, more: listed(details) };
  return { ...trailEvents[event], words: wordsFor(t, format, event, details), more: moreFor(t, event, details) };
}

function wordsFor(t: ProjectTranslate, format: Format, event: EventName, details: Details): string {
  const at = (name: string): string => details[name] ?? '';
  const stage = (name: string): string => stageName(t, at(name));
  const day = (name: string): string => dayOf(format, at(name));
  const role = at('role') === '' ? t('timeline.unnamed') : at('role');
  switch (event) {
    case 'deal.stageSeen':
      return at('from') === '' ? t('trail.deal.stageSeenFirst', { to: stage('to') }) : t('trail.deal.stageSeen', { from: stage('from'), to: stage('to') });
    case 'entries.planned':
      return t('trail.entries.planned', { stage: stage('stage'), created: at('created') || '0', changed: at('changed') || '0', released: at('released') || '0' });
    case 'entry.created': {
      const words = t('trail.entry.created', { role, period: period(format, details) });
      const firmness = firmnesses.find((one) => one === at('firmness'));
      return firmness === undefined ? words : `${words} · ${t(`firmness.${firmness}`)}`;
    }
    case 'entry.updated':
      return t('trail.entry.updated', { role, period: period(format, details) });
    case 'entry.ended':
      return t('trail.entry.ended', { role, date: day('on') });
    case 'entry.deleted':
    case 'entry.adopted':
    case 'entry.forgotten':
    case 'entry.left':
    case 'entry.unanswered':
    case 'entry.refused':
    case 'drift.takeTheirs':
    case 'drift.putOursBack':
      return t(`trail.${event}`, { role });
    case 'drift.overwritten':
      return at('from') === '' ? t('trail.drift.overwrittenOther', { role }) : t('trail.drift.overwritten', { role, period: period(format, details) });
    case 'entries.drifted':
      return t('trail.entries.drifted', { count: Number(at('entries')) || 0 });
    case 'release.undone':
      return t('trail.release.undone', { stage: stage('stage') });
    case 'sync.failed': {
      const code = errorCodes.find((one) => one === at('code'));
      return t('trail.sync.failed', { why: code === undefined ? at('code') : errorText(t, { code, parameters: { system: at('system') } }).title });
    }
    default:
      return t(`trail.${event}`);
  }
}

function moreFor(t: ProjectTranslate, event: EventName, details: Details): string | null {
  const detail = event === 'entry.refused' || event === 'sync.failed' ? details['detail'] : undefined;
  const plan = details['plan'];
  const parts = [detail, plan === undefined || plan === '' ? undefined : t('trail.plan', { plan })].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? null : parts.join(' · ');
}

const firmnesses = ['tentative', 'firm', 'confirmed'] as const;

/** One of our five stages by its word; the organisation's own name as it is. */
function stageName(t: ProjectTranslate, text: string): string {
  const known = dealStages.find((one) => one === text);
  return known === undefined ? text : t(`stage.${known}`);
}

const dayOf = (format: Format, text: string): string => (isPlainDate(text) ? format.date(text) : text);

function period(format: Format, details: Details): string {
  const [from, to] = [details['from'] ?? '', details['to'] ?? ''];
  return isPlainDate(from) && isPlainDate(to) && from <= to ? format.dateRange(from, to) : [from, to].filter((part) => part !== '').map((part) => dayOf(format, part)).join(' – ');
}

function listed(details: Details): string | null {
  const parts = Object.entries(details).map(([name, value]) => `${name}: ${value}`);
  return parts.length === 0 ? null : parts.join(' · ');
}
