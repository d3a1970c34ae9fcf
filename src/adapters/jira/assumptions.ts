/**
 * What this client takes for granted of Jira without having read it at a source.
 *
 * - The link type by which one issue blocks another has the name below in every organisation: it is there from the start,
 *   and its name can be changed by an administrator. Then nothing is known of blockers but a version's urgent issues.
 * - A plain task has one of the names below in Jira's own templates, whatever language they were made in; where no type has,
 *   a kick-off is of the first type that stands by itself.
 * - The app's own account administers every project as far as its scopes go, and so may write a project's property.
 * - Jira's search knows a project's new property at once for all its issues, and automation's JQL is that search.
 */
export const blockingLink = 'Blocks';

/** The highest priority, by its id or by its names in a scheme of the organisation's own. */
export const isHighest = ({ id, name }: { readonly id: string; readonly name: string }): boolean => id === '1' || ['blocker', 'highest'].includes(name.toLowerCase());

/** In small letters. */
export const taskNames: readonly string[] = ['task', 'zadanie'];
