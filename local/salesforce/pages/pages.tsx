import { Hono } from 'hono';
import type { Context } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { canonicalId } from '../record-ids';
import { RecordRuleError } from '../store/record-errors';
import { accountPages } from './accounts';
import { DealList, DEALS_PER_PAGE } from './deal-list';
import { DealPage } from './deal-page';
import { fileActions } from './file-actions';
import { languageOf } from './language';
import { show } from './page';
import type { PageParts } from './page';
import { recordActions } from './record-actions';
import { setupPages } from './setup';
import { styleSheet } from './style';

/** The pages for people: deals, clients, and the org's settings. Server-rendered, without scripts. */
export function pages(parts: PageParts): Hono {
  const { store, orgName } = parts;
  const app = new Hono();
  // The API under /services comes from servers and has no pages' headers.
  app.use('*', csrf(), secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'self'"], imgSrc: ['data:'], formAction: ["'self'"], baseUri: ["'none'"] },
    xFrameOptions: false,
  }));
  app.get('/style.css', (context) => context.body(styleSheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }));

  app.get('/', (context) => {
    const language = languageOf(context);
    const text = context.req.query('q') ?? '';
    const stageName = context.req.query('stage') ?? '';
    const deleted = context.req.query('deleted') === '1';
    const page = Math.min(100_000, Math.max(1, Math.trunc(Number(context.req.query('page') ?? '1')) || 1));
    const { deals, total } = store.list({ text, stageName, deleted, offset: (page - 1) * DEALS_PER_PAGE, limit: DEALS_PER_PAGE });
    return show(context, orgName, language.texts.deals, 'deals',
      <DealList language={language} deals={deals} total={total} page={page} stages={store.stages.all()} text={text} stageName={stageName} deleted={deleted} />);
  });

  const showDeal = (context: Context, id: string, refusal?: string): Response | Promise<Response> => {
    const language = languageOf(context);
    const deal = store.opportunities.find(id);
    if (!deal) return show(context, orgName, language.texts.deals, 'deals', <p><a href="/">{language.texts.back}</a></p>, language.texts.notFound);
    const client = deal.accountId === undefined ? undefined : store.accounts.find(deal.accountId);
    return show(context, orgName, deal.name, 'deals',
      <DealPage language={language} deal={deal} client={client} owner={store.people.find(deal.ownerId)?.name ?? ''} stages={store.stages.all()}
        history={store.histories.of(id)} details={store.dealDetails.of(id)} files={store.files.of(id)}
        roles={store.contactRoles.of(id).map((role) => ({ role, contact: store.contacts.required(role.contactId) }))}
        contacts={client === undefined ? [] : store.contacts.of(client.id).filter(({ deleted }) => !deleted)}
        otherClients={store.accounts.all().filter((account) => account.id !== client?.id)} />, refusal);
  };
  app.get('/deals/:id', (context) => showDeal(context, context.req.param('id')));

  // The addresses under which people know a record in Salesforce.
  app.get('/lightning/r/Opportunity/:id/view', (context) => context.redirect(`/deals/${canonicalId(context.req.param('id')) ?? 'unknown'}`));
  app.get('/:id{006[0-9A-Za-z]{12,15}}', (context) => context.redirect(`/deals/${canonicalId(context.req.param('id')) ?? 'unknown'}`));

  const act = recordActions(app, '/deals', showDeal);
  const ownerOf = (id: string): string => store.opportunities.required(id).ownerId;
  act('/stage', (id, form) => {
    store.moveStage(id, form('stage'), ownerOf(id));
  });
  act('/delete', (id) => store.opportunities.delete(id));
  act('/undelete', (id) => store.opportunities.undelete(id));
  act('', (id, form) => store.batch(() => {
    const amount = form('amount').trim().replace(',', '.');
    const byUserId = ownerOf(id);
    store.changeOpportunity(id, { name: form('name'), closeDate: form('closeDate'), amount: amount === '' ? undefined : amount, byUserId });
    store.dealDetails.change(id, { nextStep: form('nextStep') }, { byUserId });
  }));
  act('/roles', (id, form) => {
    store.contactRoles.create({ opportunityId: id, contactId: form('contact'), role: form('name'), primary: form('primary') === '1' });
  });
  act('/roles/primary', (_id, form) => {
    store.contactRoles.change(form('role'), { primary: true });
  });
  act('/roles/delete', (_id, form) => store.contactRoles.delete(form('role')));
  fileActions(act, store, ownerOf);
  act('/merge-client', (id, form) => {
    const { accountId } = store.opportunities.required(id);
    if (accountId === undefined) throw new RecordRuleError('AccountId', 'This deal has no client.');
    store.accounts.merge(form('into'), accountId);
  });

  app.route('/', accountPages(parts));
  app.route('/setup', setupPages(parts));
  return app;
}
