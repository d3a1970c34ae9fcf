import type { IssueCondition } from '../issue-store';
import type { LocalisedText, Principal, StatusCategory } from '../model';
import type { JiraStore } from '../store';
import { JiraRefusal, NotModelled } from './answers';
import type { JqlClause, JqlQuery } from './jql-parser';

/** How a field is found in table `issue`: a condition on a list of ids, and whether the field has a value at all. */
interface FieldMapping {
  /** SQL that is true when the field has one of the ids; `?` list to be filled in. */
  readonly matches: (placeholders: string) => string;
  readonly present: string;
  readonly mayBeEmpty: boolean;
  /** The ids that a value in the query stands for. */
  readonly ids: (value: string, store: JiraStore, principal: Principal) => readonly string[];
}

const column = (name: string) => (placeholders: string): string => `issue.${name} IN (${placeholders})`;

const project: FieldMapping = {
  matches: column('projectId'),
  present: 'TRUE',
  mayBeEmpty: false,
  ids: (value, store, principal) =>
    store.projects
      .visibleTo(principal)
      .filter(({ id, key, name }) => id === value || key === value.toUpperCase() || sameText(name, value))
      .map(({ id }) => id),
};
const status: FieldMapping = {
  matches: column('statusId'),
  present: 'TRUE',
  mayBeEmpty: false,
  ids: (value, store) => store.workflows.statuses().filter(({ id, name }) => id === value || named(name, value)).map(({ id }) => id),
};
const categoryNames: Readonly<Record<string, StatusCategory>> = {
  new: 'new', 'to do': 'new', 'do zrobienia': 'new', '2': 'new',
  indeterminate: 'indeterminate', 'in progress': 'indeterminate', 'w toku': 'indeterminate', '4': 'indeterminate',
  done: 'done', gotowe: 'done', '3': 'done',
};
const statusCategory: FieldMapping = {
  ...status,
  ids: (value, store) => {
    const wanted = categoryNames[value.toLowerCase()];
    return store.workflows.statuses().filter(({ category }) => category === wanted).map(({ id }) => id);
  },
};
const issueType: FieldMapping = {
  matches: column('typeId'),
  present: 'TRUE',
  mayBeEmpty: false,
  ids: (value, store) => store.workflows.issueTypes().filter(({ id, name }) => id === value || named(name, value)).map(({ id }) => id),
};
const issueIds: FieldMapping['ids'] = (value, store, principal) => {
  const issue = store.issues.find(value);
  return issue !== undefined && store.permissions.has(principal, 'BROWSE_PROJECTS', issue.projectId) ? [issue.id] : [];
};
const key: FieldMapping = { matches: column('id'), present: 'TRUE', mayBeEmpty: false, ids: issueIds };
const parent: FieldMapping = { matches: column('parentId'), present: 'issue.parentId IS NOT NULL', mayBeEmpty: true, ids: issueIds };
const fixVersion: FieldMapping = {
  matches: (placeholders) => `issue.id IN (SELECT issueId FROM issue_fix_version WHERE versionId IN (${placeholders}))`,
  present: 'issue.id IN (SELECT issueId FROM issue_fix_version)',
  mayBeEmpty: true,
  ids: (value, store, principal) =>
    store.projects
      .visibleTo(principal)
      .flatMap(({ id }) => store.versions.ofProject(id))
      .filter(({ id, name }) => id === value || sameText(name, value))
      .map(({ id }) => id),
};

const fields: Readonly<Record<string, FieldMapping>> = {
  project, status, statuscategory: statusCategory, issuetype: issueType, type: issueType,
  key, issuekey: key, id: key, parent, fixversion: fixVersion,
};

const orderColumns: Readonly<Record<string, string>> = {
  key: 'issue.projectId, issue.number',
  issuekey: 'issue.projectId, issue.number',
  created: 'issue.created',
  updated: 'issue.updated',
  duedate: 'issue.dueDate',
  due: 'issue.dueDate',
  priority: 'issue.priority',
};

/**
 * Turns a query into a condition on issues that the caller may browse.
 * @throws JiraRefusal 400 for a value that does not exist (or is not for the caller's eyes), NotModelled for an unknown field.
 */
export function jqlCondition(query: JqlQuery, store: JiraStore, principal: Principal): IssueCondition {
  const visible = store.projects.visibleTo(principal).map(({ id }) => id);
  const where = [`issue.projectId IN (${placeholders(visible)})`];
  const values = [...visible];
  for (const clause of query.clauses) {
    const condition = clauseCondition(clause, store, principal);
    where.push(condition.where);
    values.push(...condition.values);
  }
  const order = query.order.map(({ field, descending }) => {
    const columns = orderColumns[field];
    if (columns === undefined) throw new NotModelled(`JQL ORDER BY field '${field}'`);
    return columns.split(', ').map((name) => `${name} ${descending ? 'DESC' : 'ASC'}`).join(', ');
  });
  return { where: where.join(' AND '), values, orderBy: [...order, 'CAST(issue.id AS INTEGER) DESC'].join(', ') };
}

function clauseCondition(clause: JqlClause, store: JiraStore, principal: Principal): { where: string; values: readonly string[] } {
  const { field, operator } = clause;
  const mapping = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (mapping === undefined) throw new NotModelled(`JQL field '${field}'`);
  if (operator === 'is empty' || operator === 'is not empty') {
    if (!mapping.mayBeEmpty) throw new NotModelled(`JQL '${operator.toUpperCase()}' for field '${field}'`);
    return { where: operator === 'is empty' ? `NOT (${mapping.present})` : mapping.present, values: [] };
  }
  const ids = clause.values.flatMap((value) => {
    const found = mapping.ids(value, store, principal);
    if (found.length === 0) throw new JiraRefusal(400, [`The value '${value}' does not exist for the field '${field}'.`]);
    return found;
  });
  const matches = mapping.matches(placeholders(ids));
  if (operator === '=' || operator === 'in') return { where: matches, values: ids };
  // As in Jira, "is not this" leaves out issues where the field is empty.
  return { where: `(${mapping.present} AND NOT (${matches}))`, values: ids };
}

function placeholders(values: readonly string[]): string {
  return values.map(() => '?').join(', ');
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function named(name: LocalisedText, value: string): boolean {
  return sameText(name.pl, value) || sameText(name.en, value);
}
