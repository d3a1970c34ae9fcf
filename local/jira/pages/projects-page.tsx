import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { Project } from '../model';
import { ProjectMark, renderPage } from './layout';
import { Person } from './parts';
import type { Site, SiteEnvironment, Viewer } from './site';

/** `/`: the projects the person may browse; administrators also see those out of use. */
export function projectsPage(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();
  app.get('/', (context) => {
    const viewer = context.get('viewer');
    const { t } = viewer;
    const live = site.store.projects.visibleTo(viewer.principal);
    const outOfUse = viewer.administrator ? site.store.projects.all(['archived', 'deleted']) : [];
    return renderPage(
      context,
      site,
      { title: t('projects') },
      <div class="wide">
        <h1>{t('projects')}</h1>
        {live.length === 0 ? <p class="empty">{t('noProjects')}</p> : <ProjectTable site={site} viewer={viewer} projects={live} />}
        {outOfUse.length === 0 ? null : (
          <section>
            <h2>{t('outOfUse')}</h2>
            <ProjectTable site={site} viewer={viewer} projects={outOfUse} />
          </section>
        )}
      </div>,
    );
  });
  return app;
}

const ProjectTable: FC<{ site: Site; viewer: Viewer; projects: readonly Project[] }> = ({ site, viewer, projects }) => {
  const { t } = viewer;
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col" class="narrow-away">
            {t('key')}
          </th>
          <th scope="col" class="narrow-away">
            {t('lead')}
          </th>
          <th scope="col">{t('status')}</th>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <tr>
            <td>
              <span class="person">
                <ProjectMark project={project} />
                <a href={`/projects/${project.key}/${project.state === 'live' ? 'issues' : 'settings'}`}>{project.name}</a>
              </span>
            </td>
            <td class="narrow-away">{project.key}</td>
            <td class="narrow-away">
              <Person user={site.store.people.find(project.leadAccountId)} fallback={t('none')} />
            </td>
            <td>
              {project.state === 'live' ? <a href={`/projects/${project.key}/issues`}>{t('issues')}</a> : <span class="lozenge lozenge-removed">{t(project.state === 'archived' ? 'archived' : 'deleted')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
