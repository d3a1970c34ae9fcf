import { Hono } from 'hono';
import type { Issue, Page } from '../model';
import { JiraRefusal, NotModelled } from '../rest/answers';
import { IssueTable, Paging } from './issues-page';
import { JqlForm } from './jql-form';
import { renderPage } from './layout';
import { SectionMessage } from './parts';
import type { Site, SiteEnvironment, Viewer } from './site';
import type { TextKey } from './texts';

const pageSize = 25;

type Outcome =
  | { readonly kind: 'found'; readonly issues: Page<Issue> }
  | { readonly kind: 'refused'; readonly status: 400 | 501; readonly title: TextKey; readonly words: readonly string[] };

/** `/issues?jql=&startAt=`: what JQL finds in all projects that the viewer may browse, or why Jira does not take it. */
export function jqlSearchPage(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();
  app.get('/issues', async (context) => {
    const viewer = context.get('viewer');
    const { t } = viewer;
    const jql = context.req.query('jql') ?? '';
    const startAt = Number(/^\d{1,9}$/u.exec(context.req.query('startAt') ?? '')?.[0] ?? 0);
    const outcome = jql.trim() === '' ? undefined : await search(site, viewer, jql, startAt);
    return renderPage(
      context,
      site,
      { title: t('jqlSearch'), status: outcome?.kind === 'refused' ? outcome.status : 200 },
      <>
        <h1>{t('jqlSearch')}</h1>
        <JqlForm viewer={viewer} jql={jql} invalid={outcome?.kind === 'refused'} />
        {outcome === undefined ? <p class="empty">{t('jqlHint')}</p> : null}
        {outcome?.kind === 'refused' ? (
          <SectionMessage kind="error" title={t(outcome.title)}>
            <div id="jql-refused" lang="en">
              {outcome.words.map((each) => (
                <p>{each}</p>
              ))}
            </div>
          </SectionMessage>
        ) : null}
        {outcome?.kind === 'found' ? (
          <>
            {outcome.issues.values.length === 0 ? <p class="empty">{t('noIssues')}</p> : <IssueTable site={site} viewer={viewer} issues={outcome.issues.values} />}
            <Paging page={outcome.issues} viewer={viewer} at={(start) => `/issues?${new URLSearchParams({ jql, startAt: String(start) }).toString()}`} />
          </>
        ) : null}
      </>,
    );
  });
  return app;
}

async function search(site: Site, { principal }: Viewer, jql: string, startAt: number): Promise<Outcome> {
  try {
    const condition = await site.search.condition(jql, principal);
    return { kind: 'found', issues: site.store.issues.select(condition, { startAt, maxResults: pageSize }) };
  } catch (error) {
    if (error instanceof JiraRefusal) return { kind: 'refused', status: 400, title: 'jqlRefused', words: error.errorMessages };
    if (error instanceof NotModelled) return { kind: 'refused', status: 501, title: 'jqlNotModelled', words: [error.missing] };
    throw error;
  }
}
