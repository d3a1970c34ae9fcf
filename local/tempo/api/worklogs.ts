import { Hono } from 'hono';
import { notFound } from '../errors';
import type { Worklog } from '../model';
import { requires } from './access';
import { publicUrl, type ApiEnvironment, type Surroundings } from './environment';
import { pagedList, readPage } from './paging';
import { readQuery } from './query-fields';

/** /4/worklogs (Tempo REST API 4.0, "Worklogs"), as far as a project's are read. */
export function worklogsApi({ store, jira }: Surroundings): Hono<ApiEnvironment> {
  const api = new Hono<ApiEnvironment>();

  api.get('/project/:projectId', requires('worklogs', 'view'), (context) => {
    const projectId = context.req.param('projectId');
    if (jira.projectName(projectId) === undefined) throw notFound('Project');
    const fields = readQuery(context.req, { integers: ['offset', 'limit'] });
    const [from, to] = [fields.date('from'), fields.date('to')];
    const page = readPage(fields);
    fields.finish();
    const found = store.worklogs.ofProject({ projectId, from, to }, { ...page, limit: page.limit + 1 });
    const { origin } = publicUrl(context);
    return context.json(pagedList(publicUrl(context), page, found.map((worklog) => worklogAnswer(origin, worklog))));
  });

  return api;
}

/** Schema Worklog of the same. */
function worklogAnswer(origin: string, { id, issueId, authorId, day, seconds, billableSeconds, description, createdAt, updatedAt }: Worklog): object {
  return {
    self: `${origin}/4/worklogs/${id}`,
    tempoWorklogId: id,
    issue: { self: `${origin}/rest/api/2/issue/${issueId}`, id: Number(issueId) },
    timeSpentSeconds: seconds,
    billableSeconds,
    startDate: day,
    startTime: '09:00:00',
    description,
    createdAt: createdAt.slice(0, 19) + 'Z',
    updatedAt: updatedAt.slice(0, 19) + 'Z',
    author: { self: `${origin}/rest/api/2/user?accountId=${encodeURIComponent(authorId)}`, accountId: authorId },
    attributes: { self: `${origin}/4/worklogs/${id}/work-attribute-values`, values: [] },
  };
}
