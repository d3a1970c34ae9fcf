import { renewalUrgency, type DocumentState } from '../../../src/domain/formal-document';
import type { PlainDate } from '../../../src/domain/plain-date';
import type { IconName } from '../../shared/icon';
import type { Tone } from '../../shared/lozenge';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}

const looks: Readonly<Record<Exclude<DocumentState, 'expiring'> | 'unknown', Look>> = {
  missing: { tone: 'danger', icon: 'error' },
  draft: { tone: 'warning', icon: 'warning' },
  signed: { tone: 'success', icon: 'check' },
  expired: { tone: 'danger', icon: 'lapsed' },
  notNeeded: { tone: 'neutral', icon: 'minus' },
  unknown: { tone: 'neutral', icon: 'information' },
};

/** How long there is left to renew it: within 30 days it is as urgent as what is missing. */
export const renewalLook = (until: PlainDate, today: PlainDate): Look => {
  const urgency = renewalUrgency(until, today);
  if (urgency === 4) return looks.expired;
  return { tone: urgency === 3 ? 'danger' : urgency === 2 ? 'warning' : 'information', icon: 'clock' };
};

/** What is not required cannot be missed. */
export function documentLook({ state, until, isRequired }: { readonly state: DocumentState | null; readonly until: PlainDate | null; readonly isRequired: boolean }, today: PlainDate): Look {
  if (state === 'missing' && !isRequired) return looks.notNeeded;
  if (state === 'expiring' && until !== null) return renewalLook(until, today);
  return looks[state === null || state === 'expiring' ? 'unknown' : state];
}
