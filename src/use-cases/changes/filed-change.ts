import type { LineId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import type { Instant } from '../../domain/plain-date';
import { isOpen, type ChangeState, type ScopeChange } from '../../domain/scope-change';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { UseCaseError } from '../use-case-error';

const listOf = (change: ScopeChange): string => (isOpen(change) ? 'open' : 'closed');

export const newlyProposed = (change: ScopeChange): Filed<ScopeChange> => ({ owner: change.projectId, id: change.id, list: listOf(change), at: change.proposedAt, revision: 1, content: change });

/** As its next revision, with what was done to it in its history. */
export function changedTo(filed: Filed<ScopeChange>, state: ChangeState, by: Person, at: Instant): Filed<ScopeChange> {
  const before = filed.content;
  // Beginning the same thing again is no news.
  const isNews = before.state.kind !== state.kind;
  const content: ScopeChange = { ...before, state, history: isNews ? [...before.history, { at, by, what: state.kind }] : before.history };
  return { ...filed, list: listOf(content), revision: filed.revision + 1, content };
}

/** @throws UseCaseError `notFound` for a change that is not the project's. */
export async function requireChange({ changes }: Pick<World, 'changes'>, { projectId }: ProjectCall, id: LineId): Promise<Filed<ScopeChange>> {
  const filed = await changes.one(projectId, id);
  if (filed === undefined) throw new UseCaseError('notFound');
  return filed;
}
