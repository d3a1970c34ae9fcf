import type { MonthView } from '../../../src/contract/reports';
import type { ClientId } from '../../../src/domain/ids';

type Line = Pick<MonthView['clients'][number], 'client' | 'state'>;

export const progressOf = (lines: readonly Line[]): { readonly stored: number; readonly all: number } => ({ stored: lines.filter(({ state }) => state === 'stored').length, all: lines.length });

/** The next client behind the opened one whose report is not in Salesforce, going round; undefined when there is no other. */
export function nextWaiting(lines: readonly Line[], opened: ClientId | null): ClientId | undefined {
  const at = lines.findIndex(({ client }) => client.id === opened);
  const round = [...lines.slice(at + 1), ...lines.slice(0, Math.max(0, at))];
  return round.find(({ state }) => state !== 'stored')?.client.id;
}
