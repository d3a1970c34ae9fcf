import * as z from 'zod/mini';
import { addDays } from '../plain-date';
import { KEY_PREFIX, recordId } from '../salesforce/record-ids';
import type { Site } from '../site';
import { act } from './acting';
import { clients, type ClientName } from './company/clients';
import { relations } from './company/relations';

/** As a client's account manager: notes what happened with the client. A line has the same id at every start, so none is noted twice. @param today plain date. */
export async function settleRelations(site: Site, name: ClientName, today: string): Promise<void> {
  const { number, accountManager } = clients[name];
  const clientId = recordId(KEY_PREFIX.account, number);
  for (const [place, { kind, day, text, score = 0, at = '', answered }] of (relations[name] ?? []).entries()) {
    const fact = {
      kind,
      on: addDays(today, day),
      text,
      ...(kind === 'satisfaction' ? { score: { scale: 'nps', value: score } } : {}),
      ...(kind === 'reference' ? { place: at } : {}),
      ...(kind === 'need' ? { answer: answered === undefined ? null : { on: addDays(today, answered.day), text: answered.text } } : {}),
    };
    await act(site, accountManager, { module: 'portfolio' }, 'relation.file', { clientId, id: `demo${number}${String(place).padStart(4, '0')}`, fact }, z.unknown());
  }
}
