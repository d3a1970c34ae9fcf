import * as z from 'zod/mini';
import type { ProjectId } from '../../domain/ids';
import type { Block } from '../../domain/kickoff-text';
import { whenFirstUsed } from '../../domain/when-first-used';
import { OutsideError } from '../../ports/errors';
import type { KickoffIssue, KickoffIssues } from '../../ports/kickoff-issues';
import type { Http } from '../http/http';
import { parseAnswer } from '../http/parse-answer';
import { issueId } from './answers';
import { taskNames } from './assumptions';
import { expectStatus, get, read, send } from './client';

/** As manifest.yml declares it for search. */
const propertyKey = 'opiekun-kickoff';
const searchAlias = 'opiekunKickoff';

/** Issues made by the app (Jira Cloud platform REST API v3, "Create issue", "Get create metadata issue types for a project", "Search for issues using JQL enhanced search"). */
export function createKickoffIssues({ app }: { readonly app: Http }): KickoffIssues {
  /** A plain task where there is one, else the first type that is neither an epic nor a part of another issue. */
  async function typeFor(projectId: ProjectId): Promise<string> {
    const { issueTypes } = read(typesAnswer(), await get(app, `/rest/api/3/issue/createmeta/${projectId}/issuetypes?maxResults=200`));
    const plain = issueTypes.filter(({ subtask, hierarchyLevel }) => !subtask && (hierarchyLevel ?? 0) === 0);
    const type = plain.find(({ name }) => taskNames.includes(name.toLowerCase())) ?? plain[0];
    if (type === undefined) throw new OutsideError('jira', 'rejected', 'the project has no type of issue that the app may create');
    return type.id;
  }

  return {
    async create({ projectId, token, summary, body }) {
      const fields = { project: { id: projectId }, issuetype: { id: await typeFor(projectId) }, summary, description: { type: 'doc', version: 1, content: body.map(nodeOf) } };
      // One that was created and not answered would be there twice, so it is sent once.
      const answer = await send(app, 'POST', '/rest/api/3/issue', { fields, properties: [{ key: propertyKey, value: { token } }] }, false);
      expectStatus(answer, 201);
      const { id, key } = parseAnswer('jira', createdAnswer(), answer.text);
      return { issueId: id, issueKey: key };
    },

    async find(projectId, token): Promise<KickoffIssue | undefined> {
      if (!/^[a-z0-9]{4,32}$/.test(token)) throw new RangeError('no token of ours');
      const query = new URLSearchParams({ jql: `project = ${projectId} AND ${searchAlias} = "${token}" ORDER BY created ASC`, fields: 'summary', maxResults: '1' });
      const [found] = read(foundAnswer(), await get(app, `/rest/api/3/search/jql?${query}`)).issues;
      return found && { issueId: found.id, issueKey: found.key };
    },
  };
}

const textNode = (text: string) => ({ type: 'text', text });
const paragraph = (text: string) => ({ type: 'paragraph', content: text === '' ? [] : [textNode(text)] });

/** Atlassian Document Format, whose text nodes are never empty. */
function nodeOf(block: Block): unknown {
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', attrs: { level: 3 }, content: [textNode(block.text)] };
    case 'paragraph':
      return paragraph(block.text);
    case 'list':
      return { type: 'bulletList', content: block.items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })) };
  }
}

const typesAnswer = whenFirstUsed(() => z.object({ issueTypes: z.array(z.object({ id: z.string(), name: z.string(), subtask: z.boolean(), hierarchyLevel: z.optional(z.number()) })) }));
const createdAnswer = whenFirstUsed(() => z.object({ id: issueId(), key: z.string() }));
const foundAnswer = whenFirstUsed(() => z.object({ issues: z.array(z.object({ id: issueId(), key: z.string() })) }));
