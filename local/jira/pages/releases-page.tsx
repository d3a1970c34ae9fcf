import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { Version } from '../model';
import { formatDate } from './formats';
import { renderPage } from './layout';
import { administers, field, PageRefusal, projectFor, type Site, type SiteEnvironment, type Viewer } from './site';

/** `/projects/KEY/releases`: the project's versions and how far each is. */
export function releasesPage(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();
  app.get('/projects/:key/releases', (context) => {
    const viewer = context.get('viewer');
    const { t } = viewer;
    const project = projectFor(site, viewer, context.req.param('key'));
    const versions = site.store.versions.ofProject(project.id);
    const path = `/projects/${project.key}/releases`;
    return renderPage(
      context,
      site,
      { title: `${t('releases')}: ${project.name}`, project, current: path },
      <>
        <h1>{t('releases')}</h1>
        {versions.length === 0 ? (
          <p class="empty">{t('noVersions')}</p>
        ) : (
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{t('version')}</th>
                <th scope="col">{t('status')}</th>
                <th scope="col">{t('progress')}</th>
                <th scope="col" class="narrow-away">
                  {t('startDate')}
                </th>
                <th scope="col" class="narrow-away">
                  {t('releaseDate')}
                </th>
              </tr>
            </thead>
            <tbody>
              {versions.map((version) => (
                <VersionRow site={site} viewer={viewer} version={version} action={administers(site, viewer, project) ? path : undefined} />
              ))}
            </tbody>
          </table>
        )}
      </>,
    );
  });
  app.post('/projects/:key/releases', async (context) => {
    const viewer = context.get('viewer');
    const project = projectFor(site, viewer, context.req.param('key'));
    if (!administers(site, viewer, project)) throw new PageRefusal(403);
    const form = await context.req.parseBody();
    const version = site.store.versions.find(field(form, 'version'));
    if (version?.projectId !== project.id) throw new PageRefusal(404);
    site.store.versions.update(version, { released: form['released'] === 'true' });
    return context.redirect(`/projects/${project.key}/releases`, 303);
  });
  return app;
}

const VersionRow: FC<{ site: Site; viewer: Viewer; version: Version; action: string | undefined }> = ({ site, viewer, version, action }) => {
  const { t, user } = viewer;
  const { toDo, inProgress, done } = site.store.versions.progress(version.id);
  const total = toDo + inProgress + done;
  const share = (part: number): string => `width:${total === 0 ? 0 : (100 * part) / total}%`;
  return (
    <tr>
      <td>
        <strong>
          <a href={`/projects/${site.store.projects.find(version.projectId)?.key ?? ''}/versions/${version.id}`}>{version.name}</a>
        </strong>
        {version.description === '' ? null : <span class="subtle block">{version.description}</span>}
      </td>
      <td>
        <span class={`lozenge lozenge-${version.released ? 'done' : 'new'}`}>{t(version.released ? 'released' : 'unreleased')}</span>
        {action === undefined ? null : (
          <form class="inline" method="post" action={action}>
            <input type="hidden" name="version" value={version.id} />
            <button class="link-button" name="released" value={String(!version.released)}>
              → {t(version.released ? 'unreleased' : 'released')}
            </button>
          </form>
        )}
      </td>
      <td class="cell-progress">
        <span class="progress" aria-hidden="true">
          <span class="progress-done" style={share(done)} />
          <span class="progress-doing" style={share(inProgress)} />
        </span>
        <span class="small subtle">{t('progressLine', { done, total })}</span>
      </td>
      <td class="narrow-away">{version.startDate === null ? '–' : formatDate(version.startDate, user)}</td>
      <td class="narrow-away">{version.releaseDate === null ? '–' : formatDate(version.releaseDate, user)}</td>
    </tr>
  );
};
