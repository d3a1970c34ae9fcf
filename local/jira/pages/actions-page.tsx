import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { FunctionHost } from '../../forge/function-host';
import type { ForgeManifest } from '../../forge/manifest';
import type { ModuleTexts } from '../../forge/translations';
import { InvocationFailure } from '../../forge/worker/pool';
import { renderPage } from './layout';
import { SectionMessage } from './parts';
import { field, type Site, type SiteContext, type SiteEnvironment } from './site';
import { localeTag } from './texts';

const definition = z.looseObject({
  key: z.string(),
  name: z.union([z.string(), z.strictObject({ i18n: z.string() })]),
  description: z.string(),
  inputs: z.record(z.string(), z.looseObject({ title: z.string() })),
});

interface Actions extends Pick<FunctionHost, 'runAction'> {
  readonly manifest: ForgeManifest;
}

/** `/apps/agent/actions`: asks the app's actions as Rovo would for whoever is signed in. There is no Rovo here to choose among them. */
export function actionsPage(site: Site, host: Actions, texts: ModuleTexts): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();
  const actions = host.manifest.modules.filter(({ type }) => type === 'action').map((module) => definition.parse(module.definition));
  app.get('/apps/agent/actions', (context) => show(context, undefined));
  app.post('/apps/agent/actions', async (context) => {
    const form = await context.req.parseBody();
    const action = actions.find(({ key }) => key === field(form, 'action'));
    if (action === undefined) return context.notFound();
    const inputs = Object.fromEntries(Object.keys(action.inputs).map((name) => [name, field(form, name)]));
    try {
      return await show(context, JSON.stringify(await host.runAction(action.key, inputs, context.get('viewer').user.accountId), undefined, 2));
    } catch (error) {
      if (!(error instanceof InvocationFailure)) throw error;
      return show(context, error.message);
    }
  });
  return app;

  function show(context: SiteContext, answer: string | undefined): Response | Promise<Response> {
    const { t, user } = context.get('viewer');
    return renderPage(
      context,
      site,
      { title: t('agentActions') },
      <>
        <h1>{t('agentActions')}</h1>
        <p class="lead">{t('agentActionsLead')}</p>
        {answer === undefined ? null : (
          <SectionMessage kind="success" title={t('agentAnswered')}>
            <pre class="keep-lines">{answer}</pre>
          </SectionMessage>
        )}
        {actions.map(({ key, name, description, inputs }) => (
          <form class="filter" method="post" action="/apps/agent/actions">
            <input type="hidden" name="action" value={key} />
            <p>{description}</p>
            {Object.entries(inputs).map(([input, { title }]) => (
              <input name={input} required placeholder={title} aria-label={title} />
            ))}
            <button class="button">{texts.text(name, localeTag(user.locale))}</button>
          </form>
        ))}
      </>,
    );
  }
}
