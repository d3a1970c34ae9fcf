import { addSeconds } from '../../domain/calendar';
import type { SignalRefusal, SignalWay } from '../../domain/signal';
import type { World } from '../../ports';

/** Seconds: strangers who send rubbish make no more than one write a minute. */
const rarely = 60;

/** Keeps for the administrator why a signal was not taken. */
export async function noteRefusal({ settings, clock }: Pick<World, 'settings' | 'clock'>, via: SignalWay, why: SignalRefusal): Promise<void> {
  const now = clock.now();
  const { refused } = await settings.lastSignals();
  if (refused === null || refused.at <= addSeconds(now, -rarely)) await settings.saveRefusedSignal({ at: now, via, why });
}
