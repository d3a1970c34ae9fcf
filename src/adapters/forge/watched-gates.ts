import { kvs } from '@forge/kvs';
import type { GateStanding } from '../../domain/gate';
import { queryAll } from './query-all';
import { entityNames, type GateStandingRecord } from './records';

const cursorKey = 'gate:watched-up-to';

/** Standings that may still change, the next so many behind where the last look ended; behind the last one it begins again. */
export async function watchedFrom(most: number): Promise<readonly GateStanding[]> {
  const after = await kvs.get<string>(cursorKey);
  const query = { entity: entityNames.gateStanding, index: 'by-watch', partition: ['open'], ...(after === undefined ? {} : { after }) };
  const found = await queryAll<GateStandingRecord>(query, most);
  const last = found.length < most ? undefined : found.at(-1)?.deliverable;
  if (last !== undefined) await kvs.set(cursorKey, last);
  else if (after !== undefined) await kvs.delete(cursorKey);
  return found.map(({ content }) => content);
}
