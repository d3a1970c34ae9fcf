import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { BulkOutcome } from '../bulk-task-store';
import { accountOf, type Issue, type Principal } from '../model';
import type { JiraStore } from '../store';
import type { IssueWorkflow } from '../workflow';
import { inLocale, needs, visibleIssue, type JiraContext, type JiraEnvironment } from './access';
import { JiraRefusal, NotModelled } from './answers';
import { accountJson } from './representation';
import { listOf, onlyQuery, readBody } from './request';
import { viewpointOf } from './viewpoint';

/** Jira's limit for one bulk operation. */
const mostIssues = 1_000;

const transitionRequest = z.looseObject({
  bulkTransitionInputs: z.array(z.object({ selectedIssueIdsOrKeys: z.array(z.string()), transitionId: z.string() })),
  sendBulkNotification: z.optional(z.nullable(z.boolean())),
});
const moveRequest = z.looseObject({
  targetToSourcesMapping: z.record(z.string(), z.looseObject({
    issueIdsOrKeys: z.array(z.string()),
    inferClassificationDefaults: z.optional(z.boolean()),
    inferFieldDefaults: z.optional(z.boolean()),
    inferStatusDefaults: z.optional(z.boolean()),
    inferSubtaskTypeDefault: z.optional(z.boolean()),
    targetStatus: z.optional(z.array(z.object({ statuses: z.record(z.string(), z.array(z.string())) }))),
  })),
  sendBulkNotification: z.optional(z.nullable(z.boolean())),
});

/** Jira Cloud REST API v3, group "Issue bulk operations": transitions and moves, issue by issue through what a single one goes through. */
export function bulkRoutes(store: JiraStore, workflow: IssueWorkflow): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();

  routes.get('/bulk/issues/transition', needs('read:jira-work'), (context) => {
    onlyQuery(context, 'issueIdsOrKeys');
    const { principal, locale } = context.get('caller');
    const issues = listOf(context, 'issueIdsOrKeys').map((idOrKey) => visibleIssue(store, idOrKey, principal));
    const workflowOf = ({ projectId }: Issue): string => store.projects.find(projectId)?.workflowId ?? '';
    const availableTransitions = [...new Set(issues.map(workflowOf))].map((workflowId) => {
      const group = issues.filter((issue) => workflowOf(issue) === workflowId);
      const lists = group.map((issue) => workflow.available(issue, principal));
      const common = (lists[0] ?? []).filter(({ id }) => lists.every((list) => list.some((one) => one.id === id)));
      const transitions = common.map(({ id, name, to }) => {
        const status = store.workflows.status(to);
        return { transitionId: Number(id), transitionName: inLocale(name, locale), to: { statusId: Number(to), statusName: inLocale(status.name, locale) } };
      });
      return { issues: group.map(({ key }) => key), isTransitionsFiltered: common.length < (lists[0]?.length ?? 0), transitions };
    });
    return context.json({ availableTransitions });
  });

  routes.post('/bulk/issues/transition', needs('write:jira-work'), async (context) => {
    onlyQuery(context);
    const { bulkTransitionInputs, sendBulkNotification: _told, ...rest } = await readBody(context, transitionRequest);
    for (const name of Object.keys(rest)) throw new NotModelled(`'${name}' in a bulk transition`);
    const wanted = bulkTransitionInputs.flatMap(({ selectedIssueIdsOrKeys, transitionId }) => selectedIssueIdsOrKeys.map((idOrKey) => ({ idOrKey, transitionId })));
    const { principal } = context.get('caller');
    return submitted(context, store, wanted, async ({ transitionId }, issue) => {
      const outcome = await workflow.execute(issue, transitionId, principal);
      if (outcome.kind === 'moved') return undefined;
      return outcome.kind === 'refused' ? outcome.message : `Transition id '${transitionId}' is not valid for this issue.`;
    });
  });

  routes.post('/bulk/issues/move', needs('write:jira-work'), async (context) => {
    onlyQuery(context);
    const { targetToSourcesMapping, sendBulkNotification: _told, ...rest } = await readBody(context, moveRequest);
    for (const name of Object.keys(rest)) throw new NotModelled(`'${name}' in a bulk move`);
    const wanted = Object.entries(targetToSourcesMapping).flatMap(([target, { issueIdsOrKeys, targetStatus = [] }]) => {
      const statuses = targetStatus.flatMap((one) => Object.entries(one.statuses));
      return issueIdsOrKeys.map((idOrKey) => ({ idOrKey, target, statuses }));
    });
    return submitted(context, store, wanted, async ({ target, statuses }, issue) => move(store, context.get('caller').principal, issue, target, statuses));
  });

  routes.get('/bulk/queue/:taskId', needs('read:jira-work'), (context) => {
    onlyQuery(context);
    const task = store.bulkTasks.find(context.req.param('taskId'));
    const { principal } = context.get('caller');
    if (task?.submittedBy !== accountOf(principal)) throw new JiraRefusal(404, ['The task was not found.']);
    const at = Date.parse(task.submittedAt);
    const { processed, failed, invalid } = task.outcome;
    return context.json({
      taskId: task.id,
      status: 'COMPLETE',
      progressPercent: 100,
      submittedBy: accountJson(task.submittedBy, viewpointOf(context, store)),
      created: at,
      started: at,
      updated: at,
      totalIssueCount: processed.length + Object.keys(failed).length + invalid,
      processedAccessibleIssues: processed.map(Number),
      failedAccessibleIssues: failed,
      invalidOrInaccessibleIssueCount: invalid,
    });
  });

  return routes;
}

/** Does it for each issue that the person may see, and answers with the task. @param act says why it was not done, or nothing. */
async function submitted<Wanted extends { readonly idOrKey: string }>(
  context: JiraContext,
  store: JiraStore,
  wanted: readonly Wanted[],
  act: (wanted: Wanted, issue: Issue) => Promise<string | undefined>,
): Promise<Response> {
  const { principal } = context.get('caller');
  if (wanted.length === 0 || wanted.length > mostIssues) throw new JiraRefusal(400, [`A bulk operation is for 1 to ${mostIssues} issues.`]);
  const outcome: BulkOutcome = { processed: [], failed: {}, invalid: 0 };
  for (const one of wanted) {
    const issue = seen(store, one.idOrKey, principal);
    if (issue === undefined) {
      outcome.invalid += 1;
      continue;
    }
    const why = await act(one, issue);
    if (why === undefined) outcome.processed.push(issue.id);
    else outcome.failed[issue.id] = [why];
  }
  return context.json({ taskId: store.bulkTasks.add(accountOf(principal), outcome) }, 201);
}

function seen(store: JiraStore, idOrKey: string, principal: Principal): Issue | undefined {
  const issue = store.issues.find(idOrKey);
  return issue !== undefined && store.permissions.has(principal, 'BROWSE_PROJECTS', issue.projectId) ? issue : undefined;
}

/** @param target `PROJECTKEY,issueTypeId`, or with a parent behind it, which is not modelled. */
function move(store: JiraStore, principal: Principal, issue: Issue, target: string, statuses: readonly (readonly [string, readonly string[]])[]): string | undefined {
  const [projectIdOrKey = '', typeId = '', parent] = target.split(',');
  if (parent !== undefined) throw new NotModelled('a parent in a bulk move');
  const project = store.projects.find(projectIdOrKey);
  const type = store.workflows.issueType(typeId);
  if (project === undefined || type === undefined || type.subtask) return 'The target of the move does not exist.';
  if (!store.permissions.has(principal, 'MOVE_ISSUES', issue.projectId) || !store.permissions.has(principal, 'CREATE_ISSUES', project.id)) return 'You do not have permission to move this issue.';
  const statusId = statuses.find(([, from]) => from.includes(issue.statusId))?.[0];
  if (statusId !== undefined && !store.relocation.knows(project.workflowId, statusId)) return 'The target status is not in the workflow of the target.';
  store.relocation.move(issue, { project, typeId: type.id, statusId }, principal);
  return undefined;
}
