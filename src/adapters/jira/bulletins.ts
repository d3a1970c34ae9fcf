import type { Bulletins } from '../../ports/bulletins';
import type { Http } from '../http/http';
import { expectStatus, send } from './client';

/** As manifest.yml declares it for search. */
const propertyKey = 'opiekun-delivery-gate';

/** What the app tells in Jira by itself (Jira Cloud platform REST API v3, "Set issue property", "Add comment"). */
export function createBulletins({ app }: { readonly app: Http }): Bulletins {
  return {
    async setGateProperty(id, property) {
      const url = `/rest/api/3/issue/${id}/properties/${propertyKey}`;
      const answer = await (property === undefined ? send(app, 'DELETE', url, undefined, true) : send(app, 'PUT', url, property, true));
      expectStatus(answer, 200, 201, 204, 404);
    },

    async comment(id, { mentions, lines }) {
      const paragraphs = lines.map((text, at) => ({
        type: 'paragraph',
        content: [
          ...(at === 0 ? mentions.flatMap((accountId) => [{ type: 'mention', attrs: { id: accountId } }, { type: 'text', text: ' ' }]) : []),
          { type: 'text', text },
        ],
      }));
      // A comment that was written and not answered would stand there twice, so it is sent once.
      const answer = await send(app, 'POST', `/rest/api/3/issue/${id}/comment`, { body: { type: 'doc', version: 1, content: paragraphs } }, false);
      expectStatus(answer, 200, 201, 403, 404);
    },
  };
}
