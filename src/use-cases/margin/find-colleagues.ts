import type { World } from '../../ports/world';
import type { SiteCall } from '../call';

/** People who can be given a role in the company. */
export async function findColleagues({ tracker }: World, _call: SiteCall, { text }: { readonly text: string }) {
  const wanted = text.trim();
  // Jira takes an empty text for every person of the site.
  return { people: wanted === '' ? [] : await tracker.myFindColleagues(wanted) };
}
