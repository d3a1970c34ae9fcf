import { Hono } from 'hono';
import type { Child, FC } from 'hono/jsx';
import type { Project } from '../model';
import { renderPage } from './layout';
import { SectionMessage } from './parts';
import { administers, PageRefusal, projectFor, type Site, type SiteContext, type SiteEnvironment, type Viewer } from './site';
import type { TextKey } from './texts';

/** `/projects/KEY/settings`: rename, archive, trash, restore and delete a project; each tells the apps as Jira does. */
export function projectSettingsPage(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();

  app.get('/projects/:key/settings', (context) => {
    const project = administered(site, context);
    return show(context, project, context.req.query('saved') === undefined ? undefined : { kind: 'success', text: 'saved' });
  });

  app.post('/projects/:key/settings', async (context) => {
    const viewer = context.get('viewer');
    const project = administered(site, context);
    const form = await context.req.parseBody();
    const actor = viewer.user.accountId;
    switch (form['action']) {
      case 'rename': {
        const name = typeof form['name'] === 'string' ? form['name'].trim() : '';
        if (name === '') return show(context, project, { kind: 'error', text: 'nameNeeded' });
        site.store.projects.update(project.id, { name });
        break;
      }
      case 'archive':
        site.store.projects.archive(project.id, actor);
        break;
      case 'trash':
        site.store.projects.moveToTrash(project.id, actor);
        break;
      case 'restore':
        site.store.projects.restore(project.id, actor);
        break;
      case 'delete':
        if (form['confirm'] !== project.key) return show(context, project, { kind: 'error', text: 'wrongKey' });
        site.store.projects.deleteForGood(project.id);
        return context.redirect('/', 303);
      default:
        throw new PageRefusal(404);
    }
    // Only administrators of the site still see a project that is out of use.
    const stillSeen = site.store.permissions.has(viewer.principal, 'BROWSE_PROJECTS', project.id);
    return context.redirect(stillSeen ? `/projects/${project.key}/settings?saved=1` : '/', 303);
  });

  return app;

  function show(context: SiteContext, project: Project, message: { kind: 'success' | 'error'; text: TextKey } | undefined): Response | Promise<Response> {
    const viewer = context.get('viewer');
    const { t } = viewer;
    return renderPage(
      context,
      site,
      { title: `${t('projectSettings')}: ${project.name}`, project, current: `/projects/${project.key}/settings`, status: message?.kind === 'error' ? 400 : 200 },
      <div class="settings">
        <h1>{t('projectSettings')}</h1>
        {message === undefined ? null : <SectionMessage kind={message.kind} title={t(message.text)} />}
        {project.state === 'live' ? null : <SectionMessage kind="warning" title={t(project.state === 'archived' ? 'archived' : 'deleted')} />}
        <Actions viewer={viewer} project={project} />
      </div>,
    );
  }
}

function administered(site: Site, context: SiteContext): Project {
  const viewer = context.get('viewer');
  const project = projectFor(site, viewer, context.req.param('key') ?? '');
  if (!administers(site, viewer, project)) throw new PageRefusal(403);
  return project;
}

const Actions: FC<{ viewer: Viewer; project: Project }> = ({ viewer: { t }, project }) => {
  const action = (name: string, label: TextKey, hint: TextKey | undefined, kind: string, extra?: Child): Child => (
    <form class="setting" method="post" action={`/projects/${project.key}/settings`}>
      <input type="hidden" name="action" value={name} />
      {hint === undefined ? null : <p class="subtle">{t(hint)}</p>}
      {extra}
      <button class={`button ${kind}`}>{t(label)}</button>
    </form>
  );
  if (project.state === 'live') {
    return (
      <>
        {action(
          'rename',
          'save',
          undefined,
          'button-primary',
          <label class="block">
            {t('renameProject')}
            <input class="block" type="text" name="name" value={project.name} required maxlength={80} />
          </label>,
        )}
        {action('archive', 'archiveProject', 'archiveHint', '')}
        {action('trash', 'trashProject', 'trashHint', 'button-danger')}
      </>
    );
  }
  return (
    <>
      {action('restore', 'restoreProject', 'restoreHint', 'button-primary')}
      {project.state === 'deleted'
        ? action(
            'delete',
            'deleteForGood',
            'deleteHint',
            'button-danger',
            <label class="block">
              {t('confirmKey')}
              <input class="block" type="text" name="confirm" required autocomplete="off" />
            </label>,
          )
        : null}
    </>
  );
};
