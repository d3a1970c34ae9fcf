import { blocksType } from '../issue-link-store';
import type { LocalisedText, Principal, StatusCategory } from '../model';
import type { JiraStore } from '../store';
import { JiraRefusal } from './answers';
import { unknownFunction } from './jql-names';
import type { JqlCall } from './jql-parser';

/** Whose eyes a search looks with. */
export interface Searcher {
  readonly store: JiraStore;
  readonly principal: Principal;
}

/** What an app's function may be declared for ("JQL function", types). */
export type JqlFieldType = 'issue' | 'project' | 'version' | 'status' | 'status_category' | 'issue_type' | 'date' | 'number' | 'text' | 'user';

/** A field whose values are ids. */
export interface IdField {
  readonly kind: 'ids';
  readonly type: JqlFieldType;
  /** SQL that is true when the field has one of the ids of a JSON array, which fills the `?`. */
  readonly matches: string;
  /** SQL that is true when the field has a value; undefined when Jira does not let one ask for EMPTY. */
  readonly present: string | undefined;
  /** Jira compares it with `<` and `>`, which the stand-in does not. */
  readonly isOrdered: boolean;
  /** The ids that a value in the query stands for, as far as the searcher may see them. */
  readonly ids: (value: string, searcher: Searcher) => readonly string[];
  /** What Jira says of a value that stands for none. */
  readonly missing: (value: string, field: string) => string;
  readonly call: (call: JqlCall, searcher: Searcher) => readonly string[];
}

/** A field that is a moment; `form` is how it is kept. */
export interface DateField {
  readonly kind: 'date';
  readonly type: 'date';
  readonly value: string;
  readonly present: string;
  readonly form: 'instant' | 'local';
}

const among = 'IN (SELECT value FROM json_each(?))';
const plain = {
  kind: 'ids',
  isOrdered: false,
  missing: (value: string, field: string) => `The value '${value}' does not exist for the field '${field}'.`,
  call: (call: JqlCall) => {
    throw unknownFunction(call);
  },
} as const;

const project: IdField = {
  ...plain,
  type: 'project',
  matches: `issue.projectId ${among}`,
  present: 'TRUE',
  ids: (value, { store, principal }) =>
    store.projects
      .visibleTo(principal)
      .filter(({ id, key, name }) => id === value || key === value.toUpperCase() || sameText(name, value))
      .map(({ id }) => id),
};
const status: IdField = {
  ...plain,
  type: 'status',
  matches: `issue.statusId ${among}`,
  present: 'TRUE',
  ids: (value, { store }) => store.workflows.statuses().filter(({ id, name }) => id === value || named(name, value)).map(({ id }) => id),
};
const categoryNames: Readonly<Record<string, StatusCategory>> = {
  new: 'new', 'to do': 'new', 'do zrobienia': 'new', '2': 'new',
  indeterminate: 'indeterminate', 'in progress': 'indeterminate', 'w toku': 'indeterminate', '4': 'indeterminate',
  done: 'done', gotowe: 'done', '3': 'done',
};
const statusCategory: IdField = {
  ...status,
  type: 'status_category',
  ids: (value, { store }) => {
    const wanted = categoryNames[value.toLowerCase()];
    return store.workflows.statuses().filter(({ category }) => category === wanted).map(({ id }) => id);
  },
};
const issueType: IdField = {
  ...plain,
  type: 'issue_type',
  matches: `issue.typeId ${among}`,
  present: 'TRUE',
  ids: (value, { store }) => store.workflows.issueTypes().filter(({ id, name }) => id === value || named(name, value)).map(({ id }) => id),
};
const issue = {
  ...plain,
  type: 'issue',
  ids: (value: string, searcher: Searcher) => {
    const found = visible(value, searcher);
    return found === undefined ? [] : [found];
  },
  missing: (value: string, field: string) =>
    /^\d+$/u.test(value) ? `A value with ID '${value}' does not exist for the field '${field}'.` : `An issue with key '${value}' does not exist for field '${field}'.`,
} as const;
const key: IdField = { ...issue, isOrdered: true, matches: `issue.id ${among}`, present: undefined, call: linkedIssues };
const parent: IdField = { ...issue, matches: `issue.parentId ${among}`, present: 'issue.parentId IS NOT NULL' };
const fixVersion: IdField = {
  ...plain,
  type: 'version',
  isOrdered: true,
  matches: `issue.id IN (SELECT issueId FROM issue_fix_version WHERE versionId ${among})`,
  present: 'issue.id IN (SELECT issueId FROM issue_fix_version)',
  ids: (value, { store, principal }) =>
    store.projects
      .visibleTo(principal)
      .flatMap(({ id }) => store.versions.ofProject(id))
      .filter(({ id, name }) => id === value || sameText(name, value))
      .map(({ id }) => id),
};
const assignee: IdField = {
  ...plain,
  type: 'user',
  matches: `issue.assignee ${among}`,
  present: 'issue.assignee IS NOT NULL',
  ids: (value, { store }) => store.people.all().filter(({ accountId }) => accountId === value).map(({ accountId }) => accountId),
};
const instant = (column: string): DateField => ({ kind: 'date', type: 'date', value: `issue.${column}`, present: 'TRUE', form: 'instant' });
const due: DateField = { kind: 'date', type: 'date', value: "(issue.dueDate || 'T00:00')", present: 'issue.dueDate IS NOT NULL', form: 'local' };

const fields: Readonly<Record<string, IdField | DateField>> = {
  project, status, statuscategory: statusCategory, issuetype: issueType, type: issueType,
  assignee, key, issuekey: key, issue: key, id: key, parent, fixversion: fixVersion,
  created: instant('created'), createddate: instant('created'), updated: instant('updated'), updateddate: instant('updated'), due, duedate: due,
};

/** Jira's own field of that name, in any letter case. */
export function systemField(name: string): IdField | DateField | undefined {
  const small = name.toLowerCase();
  return Object.hasOwn(fields, small) ? fields[small] : undefined;
}

const orderColumns: Readonly<Record<string, readonly string[]>> = {
  key: ['issue.projectId', 'issue.number'],
  issuekey: ['issue.projectId', 'issue.number'],
  issue: ['issue.projectId', 'issue.number'],
  project: ['(SELECT project.key FROM project WHERE project.id = issue.projectId)'],
  summary: ['issue.summary COLLATE NOCASE'],
  created: ['issue.created'],
  createddate: ['issue.created'],
  updated: ['issue.updated'],
  updateddate: ['issue.updated'],
  duedate: ['issue.dueDate'],
  due: ['issue.dueDate'],
  priority: ['issue.priority'],
};

/** What stands for one of Jira's own fields in ORDER BY. */
export function systemOrder(name: string): readonly string[] | undefined {
  const small = name.toLowerCase();
  return Object.hasOwn(orderColumns, small) ? orderColumns[small] : undefined;
}

/** The issues linked to one, by any link or by those that it describes as one of the given texts, whose letter case matters. */
function linkedIssues(call: JqlCall, searcher: Searcher): string[] {
  const [given, ...descriptions] = call.arguments;
  if (call.name.toLowerCase() !== 'linkedissues') throw unknownFunction(call);
  if (given === undefined) throw new JiraRefusal(400, ["Incorrect number of arguments for function 'linkedIssues'. Usage: 'linkedIssues ( issuekey [, linkDescription ]* )'."]);
  const id = visible(given, searcher);
  if (id === undefined) throw new JiraRefusal(400, [`Issue '${given}' could not be found in function 'linkedIssues'.`]);
  const unknown = descriptions.find((text) => text !== blocksType.outward && text !== blocksType.inward);
  if (unknown !== undefined) throw new JiraRefusal(400, [`Issue link type '${unknown}' could not be found in function 'linkedIssues'.`]);
  return searcher.store.issues
    .links(id)
    .filter(({ direction }) => descriptions.length === 0 || descriptions.includes(direction === 'blocks' ? blocksType.outward : blocksType.inward))
    .map(({ issueId }) => issueId);
}

function visible(idOrKey: string, { store, principal }: Searcher): string | undefined {
  const found = store.issues.find(idOrKey);
  return found !== undefined && store.permissions.has(principal, 'BROWSE_PROJECTS', found.projectId) ? found.id : undefined;
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function named(name: LocalisedText, value: string): boolean {
  return sameText(name.pl, value) || sameText(name.en, value);
}
