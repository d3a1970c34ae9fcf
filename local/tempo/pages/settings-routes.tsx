import { Hono, type Context } from 'hono';
import type { Surroundings } from '../api/environment';
import { MissingPage } from './layout';
import { frameOf } from './page-frame';
import { SettingsPage, type SettingsPageProps } from './settings';
import { readFault, readNewToken, readSettings } from './settings-input';

const DELIVERIES_SHOWN = 10;

/** Settings of the customer, tokens, webhooks, people, and faults. */
export function settingsRoutes({ store, clock, webhooks }: Surroundings, jiraUrl: string | undefined): Hono {
  const routes = new Hono();

  const show = (context: Context, outcome: Pick<SettingsPageProps, 'newSecret' | 'refused'>) =>
    context.html(
      <SettingsPage
        frame={frameOf(context, jiraUrl)}
        settings={store.settings.get()}
        people={store.people.all()}
        tokens={store.tokens.all()}
        subscriptions={webhooks.subscriptions()}
        deliveries={webhooks.deliveries(DELIVERIES_SHOWN)}
        faults={store.faults.all()}
        calls={store.calls()}
        now={clock.now().toISOString()}
        newSecret={outcome.newSecret}
        refused={outcome.refused}
      />,
      outcome.refused === undefined ? 200 : 400,
    );
  const done = (context: Context, anchor = ''): Response => context.redirect(`/settings${anchor}`, 303);
  const missing = (context: Context) => context.html(<MissingPage frame={frameOf(context, jiraUrl)} />, 404);

  const subscriptionOf = (id: string) => webhooks.subscriptions().find((each) => each.id === Number(id));

  routes.get('/', (context) => show(context, {}));

  routes.post('/', async (context) => {
    store.settings.set(readSettings(await context.req.formData()));
    return done(context);
  });

  routes.post('/tokens', async (context) => {
    const request = readNewToken(await context.req.formData(), (accountId) => store.people.find(accountId) !== undefined);
    if (request === undefined) return show(context, { refused: 'token' });
    context.header('Cache-Control', 'no-store');
    return show(context, { newSecret: store.tokens.create(request).secret });
  });

  routes.post('/tokens/:id/revoke', (context) =>
    store.tokens.revoke(Number(context.req.param('id'))) ? done(context, '#tokens') : missing(context),
  );

  routes.post('/webhooks/:id/refresh', async (context) => {
    const subscription = subscriptionOf(context.req.param('id'));
    if (subscription === undefined) return missing(context);
    await webhooks.refresh(subscription.id);
    return done(context, '#webhooks');
  });

  routes.post('/webhooks/:id/delete', (context) => {
    const subscription = subscriptionOf(context.req.param('id'));
    if (subscription === undefined) return missing(context);
    webhooks.unsubscribe(subscription.id);
    return done(context, '#webhooks');
  });

  routes.post('/people/:accountId', async (context) => {
    const active = (await context.req.formData()).get('active') === 'yes';
    return store.people.setActive(context.req.param('accountId'), active) ? done(context) : missing(context);
  });

  routes.post('/faults', async (context) => {
    const fault = readFault(await context.req.formData());
    if (fault === undefined) return show(context, { refused: 'fault' });
    store.faults.add(fault);
    return done(context, '#faults');
  });

  routes.post('/faults/clear', (context) => {
    store.faults.clear();
    return done(context, '#faults');
  });

  return routes;
}
