import type { DeliverableWork, WorkItem } from '../../domain/deliverable';
import { mostItems } from '../../domain/deliverable';
import { isProjectId, type IssueId, type VersionId } from '../../domain/ids';
import type { ChangedIssue, IssueInTransition, TrackedVersion, Tracker } from '../../ports/tracker';
import type { Http } from '../http/http';
import * as answers from './answers';
import { blockingLink, isHighest } from './assumptions';
import { get, read, send } from './client';

type Deliverables = Pick<Tracker, 'issueByKey' | 'issueById' | 'version' | 'myVersions' | 'myVersion' | 'myIssueWork' | 'myVersionWork'>;

const transitionFields = 'summary,project,status,priority,fixVersions,issuelinks';
/** Jira gives no more to a page where fields are asked for. */
const page = 100;

/** What is handed over: issues and versions with what belongs to them and what is in their way. */
export function createDeliverables({ user, app }: { readonly user: Http; readonly app: Http }): Deliverables {
  const found = async (idOrKey: string): Promise<answers.FoundIssue | undefined> => {
    const answer = await get(app, `/rest/api/3/issue/${idOrKey}?fields=${transitionFields}`);
    return answer.status === 404 ? undefined : read(answers.issueInTransition(), answer);
  };

  /** Every issue that the query finds, or undefined where there are too many. */
  const search = async (jql: string): Promise<readonly answers.FoundItem[] | undefined> => {
    const items: answers.FoundItem[] = [];
    let nextPageToken: string | undefined;
    do {
      const body = { jql, fields: ['summary', 'status', 'priority'], maxResults: page, ...(nextPageToken === undefined ? {} : { nextPageToken }) };
      const answer = read(answers.itemPage(), await send(user, 'POST', '/rest/api/3/search/jql', body, true));
      items.push(...answer.issues);
      if (items.length > mostItems) return undefined;
      nextPageToken = answer.nextPageToken ?? undefined;
    } while (nextPageToken !== undefined);
    return items;
  };

  return {
    async issueByKey(key) {
      const issue = await found(encodeURIComponent(key));
      return issue && inTransition(issue);
    },

    async issueById(id) {
      const issue = await found(id);
      return issue && changed(issue);
    },

    version: (id) => versionOf(app, id),

    async myVersions(projectId) {
      const answer = await get(user, `/rest/api/3/project/${projectId}/versions`);
      return answer.status === 404 ? [] : read(answers.versions(), answer).flatMap((one) => tracked(one) ?? []);
    },

    myVersion: (id) => versionOf(user, id),

    async myIssueWork(id) {
      const answer = await get(user, `/rest/api/3/issue/${id}?fields=status,duedate,issuelinks`);
      if (answer.status === 404) return undefined;
      const { key, fields } = read(answers.issueWithLinks(), answer);
      const items = await search(`parent = ${key} ORDER BY key ASC`);
      if (items === undefined) return 'tooLarge';
      return { status: fields.status.name, items: items.map(workItem), blockers: unresolvedBlockers(fields.issuelinks), dueOn: fields.duedate ?? null } satisfies DeliverableWork;
    },

    async myVersionWork(id) {
      const [answer, items] = await Promise.all([get(user, `/rest/api/3/version/${id}`), search(`fixVersion = ${id} ORDER BY key ASC`)]);
      if (answer.status === 404) return undefined;
      if (items === undefined) return 'tooLarge';
      const urgent = items.filter((one) => progressOf(one.fields.status) !== 'done' && one.fields.priority != null && isHighest(one.fields.priority));
      return { status: null, items: items.map(workItem), blockers: urgent.map(workItem), dueOn: read(answers.version(), answer).releaseDate ?? null } satisfies DeliverableWork;
    },
  };
}

async function versionOf(http: Http, id: VersionId): Promise<TrackedVersion | undefined> {
  const answer = await get(http, `/rest/api/3/version/${id}`);
  return answer.status === 404 ? undefined : tracked(read(answers.version(), answer));
}

function inTransition({ id, key, fields }: answers.FoundIssue): IssueInTransition {
  return {
    id,
    key,
    summary: fields.summary,
    projectId: fields.project.id,
    statusId: fields.status.id ?? '',
    versionIds: fields.fixVersions.map((version) => version.id),
    blockers: unresolvedBlockers(fields.issuelinks).map(({ issueId, issueKey }) => ({ issueId, issueKey })),
  };
}

function changed(issue: answers.FoundIssue): ChangedIssue {
  const { status, priority, issuelinks } = issue.fields;
  const isDone = progressOf(status) === 'done';
  return { ...inTransition(issue), isDone, isUrgent: !isDone && priority != null && isHighest(priority), blocks: blocked(issuelinks) };
}

/** The inward end of a blocking link is what blocks. */
const unresolvedBlockers = (links: readonly answers.IssueLink[]): readonly WorkItem[] =>
  links.flatMap(({ type, inwardIssue }) => (type.name === blockingLink && inwardIssue !== undefined ? [workItem(inwardIssue)] : [])).filter(({ progress }) => progress !== 'done');

const blocked = (links: readonly answers.IssueLink[]): readonly IssueId[] =>
  links.flatMap(({ type, outwardIssue }) => (type.name === blockingLink && outwardIssue !== undefined ? [outwardIssue.id] : []));

const workItem = ({ id, key, fields }: answers.LinkedIssue): WorkItem => ({ issueId: id, issueKey: key, summary: fields.summary, status: fields.status.name, progress: progressOf(fields.status) });

/** Status categories have these keys in every organisation (Jira Cloud platform REST API v3, "Workflow status categories"). */
function progressOf({ statusCategory }: { readonly statusCategory: { readonly key: string } }): WorkItem['progress'] {
  return statusCategory.key === 'done' ? 'done' : statusCategory.key === 'indeterminate' ? 'inProgress' : 'toDo';
}

function tracked({ id, name, projectId, releaseDate, released, archived }: answers.FoundVersion): TrackedVersion | undefined {
  return isProjectId(projectId) ? { id, projectId, name, releasesOn: releaseDate ?? null, state: archived ? 'archived' : released ? 'released' : 'open' } : undefined;
}
