import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { documentToText, textToDocument } from '../document-format';
import type { Issue, Project } from '../model';
import { formatInstant } from './formats';
import { issueActionRoutes } from './issue-actions';
import { IssueDetails } from './issue-details';
import { IssueTable } from './issues-page';
import { renderPage } from './layout';
import { AppFrame, AppIcon, Avatar, Breadcrumbs, localised, SectionMessage, TypeIcon } from './parts';
import { changeOverRest, PageRefusal, projectFor, type Site, type SiteContext, type SiteEnvironment, type Viewer } from './site';

/** What became of a form the person sent, told on the page. */
interface Outcome {
  readonly kind: 'error' | 'success';
  readonly title: string;
  readonly message?: string;
}

/** `/browse/KEY-1`: an issue with its transitions, the apps' panels, its comments and its history. */
export function issuePage(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();

  app.get('/browse/:key', (context) => {
    const { issue, project } = issueFor(site, context);
    const moved = context.req.query('moved') === issue.statusId ? issue.statusId : undefined;
    const { t, language } = context.get('viewer');
    const done: Outcome | undefined = moved === undefined ? undefined : { kind: 'success', title: t('statusChanged', { status: localised(site.store.workflows.status(moved).name, language) }) };
    return show(context, issue, project, done);
  });

  app.post('/browse/:key', async (context) => {
    const viewer = context.get('viewer');
    const { issue, project } = issueFor(site, context);
    const form = await context.req.parseBody();
    const path = `/rest/api/3/issue/${issue.key}`;
    if (typeof form['transition'] === 'string') {
      const refusal = await changeOverRest(site, viewer, `${path}/transitions`, { transition: { id: form['transition'] } });
      if (refusal === undefined) return context.redirect(`/browse/${issue.key}?moved=${site.store.issues.find(issue.id)?.statusId ?? ''}`, 303);
      return show(context, issue, project, { kind: 'error', title: viewer.t('refused'), message: refusal });
    }
    const comment = typeof form['comment'] === 'string' ? form['comment'].trim() : '';
    if (comment === '') return context.redirect(`/browse/${issue.key}`, 303);
    const refusal = await changeOverRest(site, viewer, `${path}/comment`, { body: textToDocument(comment) });
    if (refusal === undefined) return context.redirect(`/browse/${issue.key}#comments`, 303);
    return show(context, issue, project, { kind: 'error', title: viewer.t('notSaved'), message: refusal });
  });

  app.route('/', issueActionRoutes(site, (context, issue, project, why) => show(context, issue, project, { kind: 'error', title: context.get('viewer').t('notSaved'), message: why })));
  return app;

  function show(context: SiteContext, issue: Issue, project: Project, outcome: Outcome | undefined): Response | Promise<Response> {
    const viewer = context.get('viewer');
    return renderPage(
      context,
      site,
      { title: `[${issue.key}] ${issue.summary}`, project, current: `/projects/${project.key}/issues`, status: outcome?.kind === 'error' ? 400 : 200 },
      <IssueView site={site} viewer={viewer} issue={issue} project={project} outcome={outcome} />,
    );
  }
}

function issueFor(site: Site, context: SiteContext): { issue: Issue; project: Project } {
  const issue = site.store.issues.find(context.req.param('key') ?? '');
  if (issue === undefined) throw new PageRefusal(404);
  return { issue, project: projectFor(site, context.get('viewer'), issue.projectId) };
}

/** Another issue, if the viewer may know of it. */
function issueSeen(site: Site, viewer: Viewer, id: string): Issue | undefined {
  const issue = site.store.issues.find(id);
  return issue !== undefined && site.store.permissions.has(viewer.principal, 'BROWSE_PROJECTS', issue.projectId) ? issue : undefined;
}

interface IssueParts {
  readonly site: Site;
  readonly viewer: Viewer;
  readonly issue: Issue;
  readonly project: Project;
}

const IssueView: FC<IssueParts & { outcome: Outcome | undefined }> = ({ site, viewer, issue, project, outcome }) => {
  const { t, language } = viewer;
  const type = site.store.workflows.issueType(issue.typeId);
  const parent = issue.parentId === null ? undefined : issueSeen(site, viewer, issue.parentId);
  return (
    <article class="issue">
      <div class="issue-main">
        <Breadcrumbs
          label={t('projectSidebar')}
          steps={[
            { href: '/', text: t('projects') },
            { href: `/projects/${project.key}/issues`, text: project.name },
            ...(parent === undefined ? [] : [{ href: `/browse/${parent.key}`, text: parent.key }]),
            { href: `/browse/${issue.key}`, text: issue.key },
          ]}
        />
        <div data-refresh="head">
          <h1 class="issue-title">
            {type === undefined ? null : <TypeIcon type={type} language={language} />}
            <span>{issue.summary}</span>
          </h1>
        </div>
        {outcome === undefined ? null : (
          <SectionMessage kind={outcome.kind} title={outcome.title}>
            {outcome.message === undefined ? null : <p class="keep-lines">{outcome.message}</p>}
          </SectionMessage>
        )}
        <section data-refresh="description">
          <h2>{t('description')}</h2>
          {issue.description.trim() === '' ? <p class="subtle">{t('noDescription')}</p> : <p class="keep-lines">{issue.description}</p>}
        </section>
        <Panels site={site} viewer={viewer} issue={issue} project={project} />
        <Relations site={site} viewer={viewer} issue={issue} project={project} />
        <Comments site={site} viewer={viewer} issue={issue} project={project} />
        <History site={site} viewer={viewer} issue={issue} project={project} />
      </div>
      <IssueDetails site={site} viewer={viewer} issue={issue} project={project} parent={parent} />
    </article>
  );
};

const Panels: FC<IssueParts> = ({ site, viewer, issue, project }) => {
  const type = site.store.workflows.issueType(issue.typeId);
  const place = {
    issue: { id: issue.id, key: issue.key, type: type?.name.en ?? '', typeId: issue.typeId },
    project: { id: project.id, key: project.key, type: project.projectTypeKey },
    location: `${viewer.origin}/browse/${issue.key}`,
  };
  return (
    <>
      {site.modules.screens('jira:issuePanel', viewer.user).map((screen) => {
        const frame = site.modules.frame('jira:issuePanel', screen.key, viewer.user, viewer.origin, place, null);
        return frame === undefined ? null : (
          <section class="app-panel">
            <h2>
              <AppIcon screen={screen} viewer={viewer} />
              {screen.title}
            </h2>
            <AppFrame description={frame} title={screen.title} height={site.modules.viewportHeight(screen.key)} site={site} viewer={viewer} />
          </section>
        );
      })}
    </>
  );
};

const Relations: FC<IssueParts> = ({ site, viewer, issue }) => {
  const { t } = viewer;
  const children = site.store.issues.children(issue.id);
  const links = site.store.issues.links(issue.id).flatMap(({ id, direction, issueId }) => {
    const other = issueSeen(site, viewer, issueId);
    return other === undefined ? [] : [{ id, direction, other }];
  });
  return (
    <div data-refresh="relations">
      {children.length === 0 ? null : (
        <section>
          <h2>{t('childIssues')}</h2>
          <IssueTable site={site} viewer={viewer} issues={children} />
        </section>
      )}
      {links.length === 0 ? null : (
        <section>
          <h2>{t('linkedIssues')}</h2>
          <ul class="link-list">
            {links.map(({ id, direction, other }) => (
              <li>
                <span class="subtle">{t(direction)}</span> <a href={`/browse/${other.key}`}>{other.key}</a> {other.summary}
                {site.store.permissions.has(viewer.principal, 'LINK_ISSUES', issue.projectId) ? (
                  <form class="inline" method="post" action={`/browse/${issue.key}/unlink`}>
                    <button class="link-button" name="link" value={id} aria-label={t('unlinkIssue', { key: other.key })}>
                      ✕
                    </button>
                  </form>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};

const Comments: FC<IssueParts> = ({ site, viewer, issue }) => {
  const { t, user } = viewer;
  const comments = site.store.comments.ofIssue(issue.id);
  return (
    <section id="comments">
      <h2>{t('comments')}</h2>
      <div data-refresh="comments">
        {comments.length === 0 ? <p class="subtle">{t('noComments')}</p> : null}
        {comments.map((comment) => {
          const author = site.store.people.find(comment.author);
          return (
            <div class="comment">
              {author === undefined ? <span class="avatar avatar-medium avatar-empty" aria-hidden="true" /> : <Avatar user={author} size="medium" />}
              <div>
                <p class="comment-head">
                  <strong>{author?.displayName ?? t('theApp')}</strong> <time datetime={comment.created}>{formatInstant(comment.created, user)}</time>
                </p>
                <p class="keep-lines">{documentToText(comment.body, (accountId) => site.store.people.find(accountId)?.displayName)}</p>
              </div>
            </div>
          );
        })}
      </div>
      {site.store.permissions.has(viewer.principal, 'ADD_COMMENTS', issue.projectId) ? (
        <form class="comment-form" method="post" action={`/browse/${issue.key}`}>
          <textarea name="comment" rows={2} required aria-label={t('addComment')} placeholder={t('addComment')} />
          <button class="button">{t('save')}</button>
        </form>
      ) : null}
    </section>
  );
};

const History: FC<IssueParts> = ({ site, viewer, issue }) => {
  const { t, user } = viewer;
  const entries = site.store.issues.history(issue.id).toReversed();
  return (
    <section data-refresh="history">
      {entries.length === 0 ? null : (
        <details>
          <summary class="history-summary">{t('history')}</summary>
          <ul class="history">
            {entries.map((entry) => (
              <li>
                {t('historyLine', {
                  who: entry.author === null ? t('theApp') : (site.store.people.find(entry.author)?.displayName ?? entry.author),
                  field: entry.field === 'status' ? t('status') : entry.field,
                  from: statusName(site, viewer, entry.field, entry.from) ?? entry.fromText ?? t('none'),
                  to: statusName(site, viewer, entry.field, entry.to) ?? entry.toText ?? t('none'),
                })}{' '}
                <time class="subtle" datetime={entry.created}>
                  {formatInstant(entry.created, user)}
                </time>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

function statusName(site: Site, viewer: Viewer, field: string, id: string | null): string | undefined {
  const status = field === 'status' ? site.store.workflows.statuses().find((each) => each.id === id) : undefined;
  return status && localised(status.name, viewer.language);
}
