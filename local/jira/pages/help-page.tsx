import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { User } from '../model';
import { renderPage } from './layout';
import { Avatar, localised } from './parts';
import type { Site, SiteEnvironment, Viewer } from './site';

/** `/help`: what can be tried on this site, where Salesforce and Tempo stand, and who may do what. */
export function helpPage(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();
  app.get('/help', (context) => {
    const viewer = context.get('viewer');
    const { t } = viewer;
    return renderPage(
      context,
      site,
      { title: t('help') },
      <div class="wide help">
        <h1>{t('helpTitle')}</h1>
        <p class="lead">{t('helpLead')}</p>
        <h2>{t('helpPlaces')}</h2>
        <ul class="card-list">
          <li>
            <a href={site.links.salesforceUrl}>{t('helpSalesforce')}</a>
            <span class="subtle small block">{site.links.salesforceUrl}</span>
          </li>
          <li>
            <a href={site.links.tempoUrl}>{t('helpTempo')}</a>
            <span class="subtle small block">{site.links.tempoUrl}</span>
          </li>
          {site.modules.hasActions() && (
            <li>
              <a href="/apps/agent/actions">{t('agentActions')}</a>
            </li>
          )}
        </ul>
        <h2>{t('helpTry')}</h2>
        <ol class="steps">
          {(['helpStep1', 'helpStep2', 'helpStep3', 'helpStep4', 'helpStep5', 'helpStep6', 'helpStep7'] as const).map((step) => (
            <li>{t(step)}</li>
          ))}
        </ol>
        <h2>{t('helpPeople')}</h2>
        <form method="post" action="/session/user">
          <input type="hidden" name="returnTo" value="/" />
          <ul class="card-list">
            {site.store.people
              .all()
              .filter(({ active }) => active)
              .map((person) => (
                <PersonCard site={site} viewer={viewer} person={person} />
              ))}
          </ul>
        </form>
      </div>,
    );
  });
  return app;
}

const PersonCard: FC<{ site: Site; viewer: Viewer; person: User }> = ({ site, viewer, person }) => {
  const { t, user, language } = viewer;
  const principal = { kind: 'user', accountId: person.accountId } as const;
  const projects = site.store.projects.visibleTo(principal);
  const held = site.modules
    .permissions(user)
    .filter(({ key, global }) => (global ? site.store.permissions.has(principal, key) : projects.some(({ id }) => site.store.permissions.has(principal, key, id))));
  return (
    <li class="person-card">
      <Avatar user={person} size="medium" />
      <span class="grow">
        <strong>{person.displayName}</strong> <span class="subtle">{localised(person.jobTitle, language)}</span>
        <span class="block tags">
          {site.store.permissions.has(principal, 'ADMINISTER') ? <span class="tag">{t('administrator')}</span> : null}
          {held.map(({ name }) => (
            <span class="tag">{name}</span>
          ))}
        </span>
      </span>
      {person.accountId === user.accountId ? (
        <span class="subtle">{t('now')}</span>
      ) : (
        <button class="button" name="accountId" value={person.accountId} aria-label={t('workAs', { name: person.displayName })}>
          {t('switchPerson')}
        </button>
      )}
    </li>
  );
};
