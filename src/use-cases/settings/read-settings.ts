import type { SignalWay } from '../../domain/signal';
import type { World } from '../../ports/world';

type Reading = Pick<World, 'settings' | 'signalAddress' | 'states' | 'clock'>;

/** What the settings page shows: no secret is among it. */
export async function readSettings(world: Reading) {
  const { settings, states } = world;
  const [salesforce, tempo, company, poll, flow, outboundMessage, last] = await Promise.all([
    settings.salesforce(),
    settings.tempo(),
    settings.company(),
    states.poll(),
    readWay(world, 'flow'),
    readWay(world, 'outboundMessage'),
    settings.lastSignals(),
  ]);
  return {
    salesforce: salesforce ?? null,
    tempo: tempo ?? null,
    signals: { flow, outboundMessage, lastAccepted: last.accepted, lastRefused: last.refused },
    polledAt: poll.polledAt,
    company,
  };
}

async function readWay({ settings, signalAddress, clock }: Reading, way: SignalWay) {
  const [url, dates] = await Promise.all([signalAddress.salesforceUrl(way), settings.signalSecretDates(way)]);
  const previous = dates?.previousGoodUntil ?? null;
  return { url, secretSetAt: dates?.setAt ?? null, previousGoodUntil: previous !== null && previous > clock.now() ? previous : null };
}
