import type { FC } from 'hono/jsx';
import { appAccountId, type Issue, type Project } from '../model';
import { formatDate, formatInstant } from './formats';
import { IssueActions } from './issue-actions';
import { IssueContexts } from './issue-context';
import { localised, Person, Priority, StatusLozenge } from './parts';
import type { Site, Viewer } from './site';

/** The column beside an issue: its status with the transitions out of it, and its fields. */
export const IssueDetails: FC<{ site: Site; viewer: Viewer; issue: Issue; project: Project; parent: Issue | undefined }> = ({ site, viewer, issue, project, parent }) => {
  const { t, user, language } = viewer;
  const person = (accountId: string | null) => (accountId === null ? undefined : site.store.people.find(accountId));
  const versions = issue.fixVersionIds.flatMap((id) => site.store.versions.find(id) ?? []);
  return (
    <aside class="issue-side">
      <div data-refresh="details">
      <StatusMenu site={site} viewer={viewer} issue={issue} />
      <h2 class="only-read">{t('details')}</h2>
      <dl class="fields">
        <dt>{t('assignee')}</dt>
        <dd>
          <Person user={person(issue.assignee)} fallback={t('unassigned')} />
        </dd>
        <dt>{t('reporter')}</dt>
        <dd>
          <Person user={person(issue.reporter)} fallback={issue.reporter === appAccountId ? 'Opiekun' : t('none')} />
        </dd>
        <dt>{t('priority')}</dt>
        <dd>
          <Priority priority={issue.priority} language={language} />
        </dd>
        <dt>{t('fixVersions')}</dt>
        <dd>{versions.length === 0 ? <span class="subtle">{t('none')}</span> : versions.map(({ name }) => <span class="tag">{name}</span>)}</dd>
        <dt>{t('dueDate')}</dt>
        <dd>{issue.dueDate === null ? <span class="subtle">{t('none')}</span> : formatDate(issue.dueDate, user)}</dd>
        {parent === undefined ? null : (
          <>
            <dt>{t('parent')}</dt>
            <dd>
              <a href={`/browse/${parent.key}`}>{parent.key}</a> {parent.summary}
            </dd>
          </>
        )}
      </dl>
      <p class="subtle small">
        {t('created')} <time datetime={issue.created}>{formatInstant(issue.created, user)}</time>
        <br />
        {t('updated')} <time datetime={issue.updated}>{formatInstant(issue.updated, user)}</time>
      </p>
      </div>
      <IssueActions site={site} viewer={viewer} issue={issue} project={project} />
      <IssueContexts site={site} viewer={viewer} issue={issue} project={project} />
    </aside>
  );
};

const StatusMenu: FC<{ site: Site; viewer: Viewer; issue: Issue }> = ({ site, viewer, issue }) => {
  const { t, language } = viewer;
  const status = site.store.workflows.status(issue.statusId);
  const name = localised(status.name, language);
  const transitions = site.workflow.available(issue, viewer.principal);
  if (transitions.length === 0) {
    return (
      <p class="status-fixed">
        <StatusLozenge status={status} language={language} /> <span class="subtle small">{t('noTransitions')}</span>
      </p>
    );
  }
  return (
    <details class="menu status-menu">
      <summary class={`status-button status-button-${status.category}`} aria-label={t('changeStatus', { status: name })}>
        {name}
      </summary>
      <form class="menu-panel" method="post" action={`/browse/${issue.key}`}>
        {transitions.map((transition) => (
          <button class="menu-item" name="transition" value={transition.id}>
            <span class="grow">{localised(transition.name, language)}</span>
            <span aria-hidden="true">→</span>
            <StatusLozenge status={site.store.workflows.status(transition.to)} language={language} />
          </button>
        ))}
      </form>
    </details>
  );
};
