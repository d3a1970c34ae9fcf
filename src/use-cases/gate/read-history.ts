import type { AccountId } from '../../domain/ids';
import { syncReasons } from '../../domain/signal';
import type { AuditRecord } from '../../ports/audit';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';

const page = 50;

/** What happened at the project's gate, newest first, with the names that people have now. */
export async function readHistory({ audit, tracker }: World, { projectId }: ProjectCall, { before }: { readonly before: string | null }) {
  const { records, next } = await audit.read(`project:${projectId}`, page, before);
  const ofGate = records.filter(({ event }) => event.startsWith('gate.'));
  const people = [...new Set(ofGate.flatMap(({ by }) => (isPerson(by) ? [by] : [])))];
  const names = new Map((people.length === 0 ? [] : await tracker.people(people)).map(({ accountId, name }) => [accountId, name]));
  return {
    events: ofGate.map(({ at, event, by, details }) => ({ at, event, by: isPerson(by) ? { accountId: by, name: names.get(by) ?? null } : null, details })),
    next,
  };
}

/** What the app did by itself carries the name of what made it do so. */
const isPerson = (by: AuditRecord['by']): by is AccountId => !syncReasons.some((reason) => reason === by);
