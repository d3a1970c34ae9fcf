import { Hono } from 'hono';
import { IssueTable } from './issues-page';
import { formatDate } from './formats';
import { renderPage } from './layout';
import { SectionMessage } from './parts';
import { administers, changeOverRest, field, PageRefusal, projectFor, type Site, type SiteContext, type SiteEnvironment } from './site';

/** `/projects/KEY/versions/ID`, as Jira's own address is: a version, its issues, and what an administrator of the project does with it. */
export function versionPage(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();
  app.get('/projects/:key/versions/:id', (context) => show(context, undefined));
  app.post('/projects/:key/versions/:id', async (context) => {
    const viewer = context.get('viewer');
    const { version, project } = found(context);
    const form = await context.req.parseBody();
    const path = `/rest/api/3/version/${version.id}`;
    if (field(form, 'delete') !== '') {
      const why = await changeOverRest(site, viewer, `${path}/removeAndSwap`, {});
      return why === undefined ? context.redirect(`/projects/${project.key}/releases`, 303) : show(context, why);
    }
    const released = field(form, 'released');
    const change = released === '' ? { name: field(form, 'name') } : { released: released === 'true' };
    return show(context, (await changeOverRest(site, viewer, path, change, 'PUT')) ?? 'done');
  });
  return app;

  function found(context: SiteContext) {
    const project = projectFor(site, context.get('viewer'), context.req.param('key') ?? '');
    const version = site.store.versions.find(context.req.param('id') ?? '');
    if (version?.projectId !== project.id) throw new PageRefusal(404);
    return { project, version };
  }

  function show(context: SiteContext, outcome: string | undefined): Response | Promise<Response> {
    const viewer = context.get('viewer');
    const { t, user } = viewer;
    const { project, version } = found(context);
    const path = `/projects/${project.key}/versions/${version.id}`;
    const issues = site.store.issues.ofProject(project.id, { startAt: 0, maxResults: 200 }, { fixVersionId: version.id }).values;
    return renderPage(
      context,
      site,
      { title: `${version.name}: ${project.name}`, project, current: `/projects/${project.key}/releases`, status: outcome === undefined || outcome === 'done' ? 200 : 400 },
      <>
        <h1>{version.name}</h1>
        <p>
          <span class={`lozenge lozenge-${version.released ? 'done' : 'new'}`}>{t(version.released ? 'released' : 'unreleased')}</span>{' '}
          {version.releaseDate === null ? null : formatDate(version.releaseDate, user)}
        </p>
        {outcome === undefined ? null : outcome === 'done' ? <SectionMessage kind="success" title={t('saved')} /> : <SectionMessage kind="error" title={t('notSaved')}><p>{outcome}</p></SectionMessage>}
        {administers(site, viewer, project) ? (
          <>
            <form class="filter" method="post" action={path}>
              <input name="name" required value={version.name} aria-label={t('name')} />
              <button class="button">{t('save')}</button>
            </form>
            <form class="filter" method="post" action={path}>
              <button class="button" name="released" value={String(!version.released)}>
                → {t(version.released ? 'unreleased' : 'released')}
              </button>
              <button class="button button-danger" name="delete" value="1">
                {t('deleteVersion')}
              </button>
            </form>
          </>
        ) : null}
        {issues.length === 0 ? <p class="empty">{t('noIssues')}</p> : <IssueTable site={site} viewer={viewer} issues={issues} />}
      </>,
    );
  }
}
