import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { PermissionGrant, Project, User } from '../model';
import type { AppPermissionView } from './app-modules';
import { renderPage } from './layout';
import { Avatar, localised, SectionMessage } from './parts';
import { PageRefusal, requireAdministrator, type Site, type SiteEnvironment, type Viewer } from './site';

/** `/settings/people?project=KEY`: who holds which of the app's permissions; an administrator grants and takes them here. */
export function peoplePage(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();

  app.get('/settings/people', (context) => {
    const viewer = context.get('viewer');
    const { t } = viewer;
    const project = scopeOf(site, viewer, context.req.query('project'));
    const permissions = site.modules.permissions(viewer.user);
    return renderPage(
      context,
      site,
      { title: t('people') },
      <div class="wide">
        <h1>{t('people')}</h1>
        <p class="lead">{t('peopleLead')}</p>
        {context.req.query('saved') === undefined ? null : <SectionMessage kind="success" title={t('saved')} />}
        <form class="filter" method="get" action="/settings/people">
          <label>
            {t('scope')}{' '}
            <select name="project" data-submit>
              <option value="">{t('everyProject')}</option>
              {site.store.projects.visibleTo(viewer.principal).map(({ id, key, name }) => (
                <option value={key} selected={id === project?.id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button class="button">{t('show')}</button>
        </form>
        <form method="post" action="/settings/people">
          <input type="hidden" name="project" value={project?.key ?? ''} />
          <div class="table-scroll">
            <table class="table grant-table">
              <thead>
                <tr>
                  <th scope="col">{t('person')}</th>
                  {permissions.map(({ name, description, global }) => (
                    <th scope="col" title={description}>
                      {name}
                      {global ? <span class="subtle small block">{t('globalPermission')}</span> : null}
                    </th>
                  ))}
                  <th scope="col">{t('administrator')}</th>
                </tr>
              </thead>
              <tbody>
                {site.store.people.all().map((person) => (
                  <PersonRow site={site} viewer={viewer} person={person} project={project} permissions={permissions} />
                ))}
              </tbody>
            </table>
          </div>
          {viewer.administrator ? <button class="button button-primary">{t('save')}</button> : null}
        </form>
      </div>,
    );
  });

  app.post('/settings/people', async (context) => {
    const viewer = context.get('viewer');
    requireAdministrator(viewer);
    const form = await context.req.parseBody({ all: true });
    const project = scopeOf(site, viewer, typeof form['project'] === 'string' ? form['project'] : undefined);
    const wanted = new Set([form['grant'] ?? []].flat().map(String));
    for (const permission of site.modules.permissions(viewer.user)) {
      if (permission.global && project !== undefined) continue;
      for (const person of site.store.people.all()) setGrant(site, permission, person, project, wanted.has(`${permission.key} ${person.accountId}`));
    }
    return context.redirect(`/settings/people?${new URLSearchParams({ saved: '1', project: project?.key ?? '' }).toString()}`, 303);
  });

  return app;
}

function scopeOf(site: Site, viewer: Viewer, key: string | undefined): Project | undefined {
  if (key === undefined || key === '') return undefined;
  const project = site.store.projects.find(key);
  if (project === undefined || !site.store.permissions.has(viewer.principal, 'BROWSE_PROJECTS', project.id)) throw new PageRefusal(404);
  return project;
}

/** The grant made to the person by name in exactly this scope. */
function ownGrant(site: Site, permissionKey: string, person: User, project: Project | undefined): PermissionGrant | undefined {
  return site.store.permissions
    .grants(project?.id)
    .find(
      (grant) =>
        grant.permissionKey === permissionKey && grant.holder.type === 'user' && grant.holder.accountId === person.accountId && grant.projectId === (project?.id ?? null),
    );
}

function setGrant(site: Site, permission: AppPermissionView, person: User, project: Project | undefined, wanted: boolean): void {
  const own = ownGrant(site, permission.key, person, project);
  if (wanted && own === undefined) {
    site.store.permissions.addGrant({ permissionKey: permission.key, holder: { type: 'user', accountId: person.accountId }, projectId: project?.id ?? null });
  }
  if (!wanted && own !== undefined) site.store.permissions.removeGrant(own.id);
}

interface RowParts {
  readonly site: Site;
  readonly viewer: Viewer;
  readonly person: User;
  readonly project: Project | undefined;
}

const PersonRow: FC<RowParts & { permissions: readonly AppPermissionView[] }> = ({ site, viewer, person, project, permissions }) => {
  const { t, language } = viewer;
  return (
    <tr>
      <th scope="row">
        <span class="person">
          <Avatar user={person} />
          <span>
            {person.displayName}
            <span class="subtle small block">
              {localised(person.jobTitle, language)}
              {person.active ? '' : ` · ${t('inactive')}`}
            </span>
          </span>
        </span>
      </th>
      {permissions.map((permission) => (
        <GrantCell site={site} viewer={viewer} person={person} project={project} permission={permission} />
      ))}
      <td>{site.store.permissions.has({ kind: 'user', accountId: person.accountId }, 'ADMINISTER') ? <span class="tick">✓</span> : null}</td>
    </tr>
  );
};

const GrantCell: FC<RowParts & { permission: AppPermissionView }> = ({ site, viewer, person, project, permission }) => {
  const { t } = viewer;
  const own = ownGrant(site, permission.key, person, project) !== undefined;
  const sources = otherSources(site, viewer, person, project, permission);
  const fixed = !viewer.administrator || (permission.global && project !== undefined);
  return (
    <td>
      <label class="grant">
        <input
          type="checkbox"
          name="grant"
          value={`${permission.key} ${person.accountId}`}
          checked={own}
          disabled={fixed}
          aria-label={t('grantFor', { permission: permission.name, name: person.displayName })}
        />
        {sources.length === 0 ? null : (
          <span class="small subtle">
            <span class="tick">✓</span> {t('through', { source: sources.join(', ') })}
          </span>
        )}
      </label>
    </td>
  );
};

/** Why the person holds the permission other than by a grant of their own in this scope. */
function otherSources(site: Site, viewer: Viewer, person: User, project: Project | undefined, permission: AppPermissionView): string[] {
  const groups = site.store.people.groupsOf(person.accountId);
  const roles = project === undefined ? [] : site.store.people.rolesOf(person.accountId, project.id);
  return site.store.permissions
    .grants(project?.id)
    .filter((grant) => grant.permissionKey === permission.key && (grant.projectId === null || grant.projectId === project?.id))
    .flatMap(({ holder, projectId }) => {
      switch (holder.type) {
        case 'anyUser':
          return [viewer.t('otherGrant')];
        case 'group':
          return groups.filter(({ id }) => id === holder.groupId).map(({ name }) => name);
        case 'projectRole':
          return roles.filter(({ id }) => id === holder.roleId).map(({ name }) => localised(name, viewer.language));
        case 'user':
          return holder.accountId === person.accountId && project !== undefined && projectId === null ? [viewer.t('otherGrant')] : [];
      }
    });
}
