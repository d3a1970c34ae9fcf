import { addSeconds } from '../../domain/calendar';
import type { SignalWay } from '../../domain/signal';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { readSettings } from './read-settings';

/** Seconds that the earlier secret stays good: an administrator has a week to change Salesforce. */
const exchange = 7 * 86_400;

/** Keeps a secret that Salesforce's signals are checked with, beside the one before it. It is never sent back. */
export async function setSignalSecret(world: World, _call: SiteCall, { via, secret }: { readonly via: SignalWay; readonly secret: string }) {
  const { secrets, settings, clock } = world;
  const now = clock.now();
  const before = await secrets.signalSecrets(via);
  const isNew = before?.current !== secret;
  const previous = before === undefined ? null : isNew ? { secret: before.current, goodUntil: addSeconds(now, exchange) } : before.previous;
  await secrets.saveSignalSecrets(via, { current: secret, previous });
  await settings.saveSignalSecretDates(via, { setAt: now, previousGoodUntil: previous?.goodUntil ?? null });
  return readSettings(world);
}

/** Ends the earlier secret now. */
export async function retireSignalSecret(world: World, _call: SiteCall, { via }: { readonly via: SignalWay }) {
  const { secrets, settings, clock } = world;
  const known = await secrets.signalSecrets(via);
  if (known !== undefined) {
    await secrets.saveSignalSecrets(via, { ...known, previous: null });
    const dates = await settings.signalSecretDates(via);
    await settings.saveSignalSecretDates(via, { setAt: dates?.setAt ?? clock.now(), previousGoodUntil: null });
  }
  return readSettings(world);
}
