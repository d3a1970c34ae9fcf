import type { World } from '../../ports/world';

/** Where Salesforce opens a record, followed by its id; null while it is not connected. */
export async function recordsAt({ settings }: Pick<World, 'settings'>): Promise<string | null> {
  const connection = await settings.salesforce();
  return connection === undefined ? null : `https://${connection.myDomain}/`;
}
