import type { World } from '../../ports';

/** What the settings page shows: no secret is among it. */
export async function readSettings({ settings, signalAddress }: Pick<World, 'settings' | 'signalAddress'>) {
  const [salesforce, tempo, company, watermark, secretSetAt, lastSignalAt, url] = await Promise.all([
    settings.salesforce(),
    settings.tempo(),
    settings.company(),
    settings.watermark(),
    settings.signalSecretSetAt(),
    settings.lastSignalAt(),
    signalAddress.salesforceUrl(),
  ]);
  return {
    salesforce: salesforce ?? null,
    tempo: tempo ?? null,
    signals: { url, secretSetAt: secretSetAt ?? null, lastSignalAt: lastSignalAt ?? null },
    polledAt: watermark?.polledAt ?? null,
    company,
  };
}
