import type { Bulletins } from '../../ports/bulletins';
import type { Http, HttpAnswer } from '../http/http';
import { expectStatus, send } from './client';

/** As manifest.yml declares them for search. */
const gateKey = 'opiekun-delivery-gate';
const projectKey = 'opiekun-project';

/** What the app tells in Jira by itself (Jira Cloud platform REST API v3, "Set issue property", "Set project property", "Add comment"). */
export function createBulletins({ app }: { readonly app: Http }): Bulletins {
  /** Undefined takes the property away. */
  const setProperty = (url: string, value: unknown): Promise<HttpAnswer> =>
    value === undefined ? send(app, 'DELETE', url, undefined, true) : send(app, 'PUT', url, value, true);

  return {
    async setGateProperty(id, property) {
      expectStatus(await setProperty(`/rest/api/3/issue/${id}/properties/${gateKey}`, property), 200, 201, 204, 404);
    },

    async setProjectStates(id, states) {
      const answer = await setProperty(`/rest/api/3/project/${id}/properties/${projectKey}`, states);
      // Of a project that is to be found by its states, "not there" is a failure.
      expectStatus(answer, ...(states === undefined ? [204, 404] : [200, 201]));
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
      return answer.status < 300;
    },
  };
}
