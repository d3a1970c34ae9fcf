import type { DeliverableId } from './deliverable';
import type { GateState } from './gate';

/** What `deliveryGate("…")` may ask for in Jira's search: a state by its name. */
export type FilterWord = Exclude<GateState, 'none'>;

/** Each word, as it is suggested to whoever typed another. */
export const filterWords = ['waiting', 'go', 'conditionalGo', 'noGo', 'lapsed'] as const satisfies readonly FilterWord[];

/** One use of the function in a search. */
export interface FilterClause {
  readonly isNegated: boolean;
  readonly arguments: readonly string[];
}

/** What Jira puts in the function's place, or what it says to whoever searched. */
export type FilterAnswer = { readonly jql: string } | { readonly error: string };

/** Case does not matter in JQL, and so not here. */
export const filterWord = (text: string): FilterWord | undefined => filterWords.find((word) => word.toLowerCase() === text.trim().toLowerCase());

/** Jira takes at most so many values in one list. */
export const mostFound = 1_000;

/**
 * The JQL that stands for the function: issues by their own gate, and those of versions.
 * In JQL a negation leaves out issues where the field is empty, so `not in` is written out.
 * @param deliverables at most `mostFound`.
 * @param isNegated for `not in`.
 */
export function filterJql(deliverables: readonly DeliverableId[], isNegated: boolean): string {
  const [issues, versions] = [idsOf(deliverables, 'issue'), idsOf(deliverables, 'version')];
  if (isNegated) {
    const parts = [...issues.map((list) => `issue not in (${list})`), ...versions.map((list) => `(fixVersion not in (${list}) OR fixVersion is EMPTY)`)];
    return parts.length === 0 ? 'project is not EMPTY' : parts.join(' AND ');
  }
  const parts = [...issues.map((list) => `issue in (${list})`), ...versions.map((list) => `fixVersion in (${list})`)];
  // Every issue has a project, so this finds none.
  return parts.length === 0 ? 'project is EMPTY' : parts.join(' OR ');
}

/** One list, or none where there is nothing to list. */
function idsOf(deliverables: readonly DeliverableId[], kind: 'issue' | 'version'): readonly string[] {
  const ids = deliverables.flatMap((id) => (id.startsWith(`${kind}:`) ? [id.slice(kind.length + 1)] : []));
  return ids.length === 0 ? [] : [ids.join(', ')];
}
