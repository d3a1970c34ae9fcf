import { randomUUID } from 'node:crypto';
import { renderPage } from './layout';
import { PageRefusal, type Site, type SiteContext } from './site';
import type { TextKey } from './texts';

/** Answers a page that cannot be shown. An unknown failure is logged under a number, and only the number is shown. */
export function errorPage(context: SiteContext, site: Site, error: Error, log: (line: string) => void): Response | Promise<Response> {
  if (error instanceof PageRefusal) return error.status === 404 ? notFoundPage(context, site) : refusalPage(context, site, 403, 'forbidden', 'forbiddenHint');
  const id = randomUUID().slice(0, 8);
  log(`site ${id}: ${context.req.method} ${new URL(context.req.url).pathname}: ${error.stack ?? error.message}`);
  if (!hasViewer(context)) return context.text(`Error ${id}`, 500);
  return refusalPage(context, site, 500, 'failed', 'failedHint', { id });
}

/** A failure before the session is known has nobody to make a page for. */
function hasViewer(context: SiteContext): boolean {
  return 'viewer' in context.var;
}

export function notFoundPage(context: SiteContext, site: Site): Response | Promise<Response> {
  return refusalPage(context, site, 404, 'notFound', 'notFoundHint');
}

function refusalPage(context: SiteContext, site: Site, status: 403 | 404 | 500, title: TextKey, hint: TextKey, values: Readonly<Record<string, string>> = {}): Response | Promise<Response> {
  const { t } = context.get('viewer');
  return renderPage(
    context,
    site,
    { title: t(title), status },
    <div class="error-page">
      <p class="error-number" aria-hidden="true">
        {status}
      </p>
      <h1>{t(title)}</h1>
      <p>{t(hint, values)}</p>
      <a class="button button-primary" href="/">
        {t('backHome')}
      </a>
    </div>,
  );
}
