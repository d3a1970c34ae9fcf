import { appAccountId, automationAccountId, type Comment, type IssueType, type PriorityId, type Project, type Status, type StatusCategory, type User, type Version } from '../model';
import type { JiraStore } from '../store';
import { inLocale, type Caller } from './access';

export type Json = Record<string, unknown>;

/** What every representation needs: whose eyes, and which address the `self` links begin with. */
export interface Viewpoint {
  readonly store: JiraStore;
  readonly caller: Caller;
  /** `http://host:port/rest/api/3` */
  readonly api: string;
}

/** An instant in the form and the time zone in which Jira shows it to the caller: `2026-05-20T10:00:00.000+0200`. */
export function jiraTime(instant: string, { store, caller }: Viewpoint): string {
  const zone = caller.principal.kind === 'user' ? store.people.find(caller.principal.accountId)?.timeZone : undefined;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone ?? 'UTC', year: 'numeric', month: '2-digit', day: '2-digit',
    hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hourCycle: 'h23', timeZoneName: 'longOffset',
  });
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const offset = part['timeZoneName']?.replace(/GMT|:/gu, '') ?? '';
  const [date, time] = [[part['year'], part['month'], part['day']], [part['hour'], part['minute'], part['second']]];
  return `${date.join('-')}T${time.join(':')}.${part['fractionalSecond']}${offset === '' ? '+0000' : offset}`;
}

export function userJson(user: User, { api }: Viewpoint): Json {
  return {
    self: `${api}/user?accountId=${encodeURIComponent(user.accountId)}`,
    accountId: user.accountId,
    accountType: 'atlassian',
    emailAddress: user.emailAddress,
    displayName: user.displayName,
    active: user.active,
    timeZone: user.timeZone,
    locale: user.locale,
  };
}

export function appJson({ api }: Viewpoint): Json {
  return {
    self: `${api}/user?accountId=${encodeURIComponent(appAccountId)}`,
    accountId: appAccountId,
    accountType: 'app',
    displayName: 'Opiekun',
    active: true,
    timeZone: 'UTC',
    locale: 'en_US',
  };
}

/** A person, or the app, by account; null for nobody. */
export function accountJson(accountId: string | null, viewpoint: Viewpoint): Json | null {
  if (accountId === null) return null;
  if (accountId === appAccountId) return appJson(viewpoint);
  if (accountId === automationAccountId) return { ...appJson(viewpoint), self: `${viewpoint.api}/user?accountId=${encodeURIComponent(accountId)}`, accountId, displayName: 'Automation for Jira' };
  const user = viewpoint.store.people.find(accountId);
  return user === undefined ? null : userJson(user, viewpoint);
}

const categories: Readonly<Record<StatusCategory, { id: number; colorName: string; pl: string; en: string }>> = {
  new: { id: 2, colorName: 'blue-gray', pl: 'Do zrobienia', en: 'To Do' },
  indeterminate: { id: 4, colorName: 'yellow', pl: 'W toku', en: 'In Progress' },
  done: { id: 3, colorName: 'green', pl: 'Gotowe', en: 'Done' },
};

export function statusJson({ id, name, category }: Status, { caller, api }: Viewpoint): Json {
  const { id: categoryId, colorName, ...text } = categories[category];
  return {
    self: `${api}/status/${id}`,
    description: '',
    name: inLocale(name, caller.locale),
    id,
    statusCategory: {
      self: `${api}/statuscategory/${categoryId}`,
      id: categoryId,
      key: category,
      colorName,
      name: inLocale(text, caller.locale),
    },
  };
}

export function issueTypeJson({ id, name, subtask, hierarchyLevel }: IssueType, { caller, api }: Viewpoint): Json {
  return { self: `${api}/issuetype/${id}`, id, description: '', name: inLocale(name, caller.locale), subtask, hierarchyLevel };
}

const priorities: Readonly<Record<PriorityId, { pl: string; en: string }>> = {
  '1': { pl: 'Najwyższy', en: 'Highest' },
  '2': { pl: 'Wysoki', en: 'High' },
  '3': { pl: 'Średni', en: 'Medium' },
  '4': { pl: 'Niski', en: 'Low' },
  '5': { pl: 'Najniższy', en: 'Lowest' },
};

export function priorityJson(id: PriorityId, { caller, api }: Viewpoint): Json {
  return { self: `${api}/priority/${id}`, name: inLocale(priorities[id], caller.locale), id };
}

/** The few fields of a project that stand inside another answer. */
export function projectBriefJson({ id, key, name, projectTypeKey, style }: Project, { api }: Viewpoint): Json {
  return { self: `${api}/project/${id}`, id, key, name, projectTypeKey, simplified: style === 'next-gen' };
}

export function projectJson(project: Project, viewpoint: Viewpoint): Json {
  const { store } = viewpoint;
  const changed = project.stateChangedAt === null ? undefined : jiraTime(project.stateChangedAt, viewpoint);
  const by = accountJson(project.stateChangedBy, viewpoint) ?? undefined;
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    ...projectBriefJson(project, viewpoint),
    description: project.description,
    lead: accountJson(project.leadAccountId, viewpoint),
    components: [],
    issueTypes: store.workflows.issueTypes().map((type) => issueTypeJson(type, viewpoint)),
    assigneeType: 'UNASSIGNED',
    versions: store.versions.ofProject(project.id).map((version) => versionJson(version, viewpoint)),
    roles: Object.fromEntries(store.people.roles().map(({ id, name }) => [inLocale(name, viewpoint.caller.locale), `${viewpoint.api}/project/${project.id}/role/${id}`])),
    style: project.style,
    isPrivate: false,
    properties: {},
    ...(project.state === 'archived' ? { archived: true, archivedDate: changed, archivedBy: by } : {}),
    ...(project.state === 'deleted' ? { deleted: true, deletedDate: changed, deletedBy: by } : {}),
  };
}

export function versionJson(version: Version, { store, api }: Viewpoint): Json {
  const today = store.clock.now().toISOString().slice(0, 10);
  return {
    self: `${api}/version/${version.id}`,
    id: version.id,
    description: version.description,
    name: version.name,
    archived: version.archived,
    released: version.released,
    ...(version.startDate === null ? {} : { startDate: version.startDate }),
    ...(version.releaseDate === null ? {} : { releaseDate: version.releaseDate }),
    ...(version.releaseDate === null || version.released ? {} : { overdue: version.releaseDate < today }),
    projectId: Number(version.projectId),
  };
}

export function commentJson(comment: Comment, viewpoint: Viewpoint): Json {
  const author = accountJson(comment.author, viewpoint);
  return {
    self: `${viewpoint.api}/issue/${comment.issueId}/comment/${comment.id}`,
    id: comment.id,
    author,
    body: comment.body,
    updateAuthor: author,
    created: jiraTime(comment.created, viewpoint),
    updated: jiraTime(comment.updated, viewpoint),
    jsdPublic: true,
  };
}
