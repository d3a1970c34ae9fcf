import * as z from 'zod/mini';
import { whenFirstUsed } from '../../domain/when-first-used';
import type { Requirement } from '../../domain/gate';
import type { GuardedTransition, Workflows } from '../../ports/workflows';
import type { Http } from '../http/http';
import { get, read, send } from './client';

/** The end of our validator's key, behind the app's and the environment's ids. */
const ruleKey = '/static/delivery-gate';
/** Jira gives at most 200 workflows to a page. */
const page = 200;

const project = whenFirstUsed(() => z.object({ issueTypes: z.array(z.object({ id: z.string() })) }));
const rule = whenFirstUsed(() => z.object({ parameters: z.optional(z.record(z.string(), z.string())) }));
const workflow = whenFirstUsed(() => z.object({ name: z.string(), transitions: z.array(z.object({ name: z.string(), toStatusReference: z.string(), validators: z.optional(z.array(rule())) })) }));
const statuses = whenFirstUsed(() => z.array(z.object({ id: z.string(), statusReference: z.string() })));
const workflows = whenFirstUsed(() => z.object({ workflows: z.array(workflow()), statuses: statuses() }));
const workflowPage = whenFirstUsed(() => z.object({ values: z.array(workflow()), statuses: statuses(), isLast: z.boolean() }));
const configuration = whenFirstUsed(() => z.object({ requirement: z.optional(z.enum(['goOnly', 'conditionalToo'])) }));

/**
 * Which transitions carry our validator (Jira Cloud platform REST API v3, "Bulk get workflows", by project and issue type, which
 * finds the workflows of company-managed and of team-managed projects).
 */
export function createWorkflows({ app }: { readonly app: Http }): Workflows {
  return {
    async guarded(projectId) {
      const { issueTypes } = read(project(), await get(app, `/rest/api/3/project/${projectId}`));
      const projectAndIssueTypes = issueTypes.map(({ id: issueTypeId }) => ({ projectId, issueTypeId }));
      const answer = read(workflows(), await send(app, 'POST', '/rest/api/3/workflows', { projectAndIssueTypes }, true));
      return guards(answer.workflows, answer.statuses);
    },

    async guardedAnywhere() {
      const found: GuardedTransition[] = [];
      for (let startAt = 0; ; startAt += page) {
        const { values, statuses: known, isLast } = read(workflowPage(), await get(app, `/rest/api/3/workflows/search?startAt=${startAt}&maxResults=${page}&expand=values.transitions`));
        found.push(...guards(values, known));
        if (isLast || values.length === 0) return found;
      }
    },
  };
}

type Found = z.infer<ReturnType<typeof workflow>>;
type Statuses = z.infer<ReturnType<typeof statuses>>;

/** One for each transition, however many of our validators it carries. */
function guards(found: readonly Found[], known: Statuses): readonly GuardedTransition[] {
  const all = found.flatMap(({ name, transitions }) =>
    transitions.flatMap(({ name: transition, toStatusReference, validators = [] }) => {
      const toStatus = known.find(({ statusReference }) => statusReference === toStatusReference)?.id ?? toStatusReference;
      return validators.flatMap(({ parameters }) => requirementOf(parameters).map((requirement) => ({ workflow: name, transition, requirement, toStatus })));
    }),
  );
  return [...new Map(all.map((one) => [`${one.workflow}\n${one.transition}`, one])).values()];
}

/** What a rule of ours requires; nothing where the rule is another's, or is switched off. */
function requirementOf(parameters: Readonly<Record<string, string>> | undefined): readonly Requirement[] {
  if (parameters?.['key']?.endsWith(ruleKey) !== true || parameters['disabled'] === 'true') return [];
  return [configuration().safeParse(parsed(parameters['config'])).data?.requirement ?? 'conditionalToo'];
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}
