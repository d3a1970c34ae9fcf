import type { GateEvent } from '../../../gate/gate-view';
import type { IconName } from '../../../shared/icon';
import type { ProjectTranslate } from '../../project-screen';

interface KnownEvent {
  readonly icon: IconName;
  readonly look: 'good' | 'plain' | 'warning' | 'bad';
}

/** What the gate's history can tell; each has its words under `history.` and its name. */
export const gateEvents = {
  'gate.requested': { icon: 'clock', look: 'plain' },
  'gate.takenUpAgain': { icon: 'clock', look: 'plain' },
  'gate.withdrawn': { icon: 'minus', look: 'plain' },
  'gate.go': { icon: 'check', look: 'good' },
  'gate.conditionalGo': { icon: 'conditions', look: 'warning' },
  'gate.noGo': { icon: 'cross', look: 'bad' },
  'gate.conditionMet': { icon: 'check', look: 'good' },
  'gate.conditionReopened': { icon: 'lapsed', look: 'warning' },
  'gate.lapsed': { icon: 'lapsed', look: 'warning' },
  'gate.blocked': { icon: 'warning', look: 'bad' },
  'gate.left': { icon: 'lapsed', look: 'warning' },
  'gate.bypassed': { icon: 'warning', look: 'bad' },
  'gate.unguarded': { icon: 'warning', look: 'bad' },
  'gate.reminded': { icon: 'information', look: 'plain' },
  'gate.settingsChanged': { icon: 'flag', look: 'plain' },
} as const satisfies Readonly<Record<string, KnownEvent>>;

type EventName = keyof typeof gateEvents;
const isKnown = (event: string): event is EventName => Object.hasOwn(gateEvents, event);

interface EventWords extends KnownEvent {
  readonly words: string;
  /** What it says beside that; null when nothing. */
  readonly more: string | null;
}

/** An event in words; one that this screen does not know is shown by its name. */
export function eventWords(t: ProjectTranslate, { event, details }: Pick<GateEvent, 'event' | 'details'>): EventWords {
  if (!isKnown(event)) return { icon: 'dot', look: 'plain', words: event, more: null };
  const words = t(`history.${event}`, { deliverable: details['deliverable'] ?? '', blocker: details['blocker'] ?? '' });
  return { ...gateEvents[event], words, more: details['condition'] ?? details['transition'] ?? (details['ownRequest'] === undefined ? null : t('gate.ownDecided')) };
}

/** The deliverables that events are about, in the order in which they come. */
export const deliverablesOf = (events: readonly GateEvent[]): readonly string[] => [...new Set(events.flatMap(({ details }) => details['deliverable'] ?? []))];
