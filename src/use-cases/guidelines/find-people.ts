import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';

/** People that a staffing line can name. */
export async function findPeople({ tracker }: World, { projectId }: ProjectCall, { text }: { readonly text: string }) {
  return { people: await tracker.myFindPeople(projectId, text.trim()) };
}
