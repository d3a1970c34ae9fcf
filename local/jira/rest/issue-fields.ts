import { blocksType } from '../issue-link-store';
import { textToDocument } from '../document-format';
import type { Issue } from '../model';
import { NotModelled } from './answers';
import {
  accountJson,
  commentJson,
  issueTypeJson,
  jiraTime,
  priorityJson,
  projectBriefJson,
  statusJson,
  versionJson,
  type Json,
  type Viewpoint,
} from './representation';

type FieldReader = (issue: Issue, viewpoint: Viewpoint) => unknown;

const readers: Readonly<Record<string, FieldReader>> = {
  summary: ({ summary }) => summary,
  description: ({ description }) => (description === '' ? null : textToDocument(description)),
  status: ({ statusId }, viewpoint) => statusJson(viewpoint.store.workflows.status(statusId), viewpoint),
  issuetype: typeOf,
  project: ({ projectId }, viewpoint) => {
    const project = viewpoint.store.projects.find(projectId);
    return project === undefined ? null : projectBriefJson(project, viewpoint);
  },
  assignee: ({ assignee }, viewpoint) => accountJson(assignee, viewpoint),
  reporter: ({ reporter }, viewpoint) => accountJson(reporter, viewpoint),
  priority: ({ priority }, viewpoint) => priorityJson(priority, viewpoint),
  parent: ({ parentId }, viewpoint) => (parentId === null ? undefined : briefById(parentId, viewpoint)),
  subtasks: ({ id }, viewpoint) => viewpoint.store.issues.children(id).filter(({ typeId }) => isSubtask(typeId, viewpoint)).map((child) => briefJson(child, viewpoint)),
  fixVersions: ({ fixVersionIds }, viewpoint) =>
    fixVersionIds.flatMap((id) => viewpoint.store.versions.find(id) ?? []).map((version) => versionJson(version, viewpoint)),
  duedate: ({ dueDate }) => dueDate,
  issuelinks: linksOf,
  created: ({ created }, viewpoint) => jiraTime(created, viewpoint),
  updated: ({ updated }, viewpoint) => jiraTime(updated, viewpoint),
  comment: ({ id }, viewpoint) => {
    const comments = viewpoint.store.comments.ofIssue(id).map((comment) => commentJson(comment, viewpoint));
    return { comments, self: `${viewpoint.api}/issue/${id}/comment`, maxResults: comments.length, total: comments.length, startAt: 0 };
  },
};

/** Fields that `*navigable` leaves out. */
const notNavigable = new Set(['comment']);

/**
 * Works out which fields an answer carries.
 * @param asked names as in Jira's `fields` parameter: `*all`, `*navigable`, a name, or `-name` to leave one out.
 * @throws NotModelled for a field that the stand-in does not hold.
 */
export function chooseFields(asked: readonly string[], otherwise: string): string[] {
  const wanted = asked.length === 0 ? [otherwise] : asked;
  const chosen = new Set<string>();
  if (wanted.every((name) => name.startsWith('-'))) addAll(chosen, otherwise);
  for (const name of wanted) {
    if (name === '*all' || name === '*navigable') addAll(chosen, name);
    else if (name.startsWith('-')) chosen.delete(name.slice(1));
    else if (name === 'id' || name === 'key') continue;
    else if (Object.hasOwn(readers, name)) chosen.add(name);
    else throw new NotModelled(`issue field '${name}'`);
  }
  return [...chosen];
}

function addAll(chosen: Set<string>, which: string): void {
  for (const name of Object.keys(readers)) {
    if (which === '*all' || (which === '*navigable' && !notNavigable.has(name))) chosen.add(name);
  }
}

export function issueJson(issue: Issue, fields: readonly string[], viewpoint: Viewpoint): Json {
  const values: Json = {};
  for (const name of fields) {
    const value = readers[name]?.(issue, viewpoint);
    if (value !== undefined) values[name] = value;
  }
  return { expand: 'changelog,transitions', id: issue.id, self: `${viewpoint.api}/issue/${issue.id}`, key: issue.key, fields: values };
}

function briefJson(issue: Issue, viewpoint: Viewpoint): Json {
  const { expand, ...brief } = issueJson(issue, ['summary', 'status', 'priority', 'issuetype'], viewpoint);
  return brief;
}

function briefById(id: string, viewpoint: Viewpoint): Json | undefined {
  const issue = viewpoint.store.issues.find(id);
  return issue === undefined ? undefined : briefJson(issue, viewpoint);
}

function typeOf({ typeId }: Issue, viewpoint: Viewpoint): Json | null {
  const type = viewpoint.store.workflows.issueType(typeId);
  return type === undefined ? null : issueTypeJson(type, viewpoint);
}

function isSubtask(typeId: string, { store }: Viewpoint): boolean {
  return store.workflows.issueType(typeId)?.subtask === true;
}

/** A link to an issue that the caller may not browse is left out. */
function linksOf({ id }: Issue, viewpoint: Viewpoint): Json[] {
  const { store, api, caller } = viewpoint;
  return store.issues.links(id).flatMap((link) => {
    const other = store.issues.find(link.issueId);
    if (other === undefined || !store.permissions.has(caller.principal, 'BROWSE_PROJECTS', other.projectId)) return [];
    const side = link.direction === 'blocks' ? 'outwardIssue' : 'inwardIssue';
    return {
      id: link.id,
      self: `${api}/issueLink/${link.id}`,
      type: { ...blocksType, self: `${api}/issueLinkType/${blocksType.id}` },
      [side]: briefJson(other, viewpoint),
    };
  });
}
