import type { JiraStore } from '../store';
import type { JiraContext } from './access';
import type { Viewpoint } from './representation';

/** The caller's viewpoint of this request; `self` links begin with the address the caller used. */
export function viewpointOf(context: JiraContext, store: JiraStore): Viewpoint {
  return { store, caller: context.get('caller'), api: `${new URL(context.req.url).origin}/rest/api/3` };
}
