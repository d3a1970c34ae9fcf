import { addSeconds } from '../../domain/calendar';
import type { SignalRefusal, SignalWay } from '../../domain/signal';
import type { World } from '../../ports/world';

/** Seconds: strangers who send rubbish make no more than one write a minute. */
const rarely = 60;

/** Keeps for the administrator why a signal was not taken. */
export async function noteRefusal({ settings, clock }: Pick<World, 'settings' | 'clock'>, via: SignalWay, why: SignalRefusal): Promise<void> {
  const now = clock.now();
  const { accepted, refused } = await settings.lastSignals();
  // A good signal in between made the earlier refusal look settled.
  const isSettled = refused === null || (accepted !== null && accepted.at > refused.at);
  if (isSettled || refused.at <= addSeconds(now, -rarely)) await settings.saveRefusedSignal({ at: now, via, why });
}
