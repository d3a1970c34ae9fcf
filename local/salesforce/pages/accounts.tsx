import { Hono } from 'hono';
import type { Context } from 'hono';
import { canonicalId } from '../record-ids';
import { NoSuchRecordError } from '../store/record-errors';
import type { AccountProfile } from '../store/account-profiles';
import { AccountList } from './account-list';
import { AccountPage } from './account-page';
import { readContact } from './contact-fields';
import { ContactPage } from './contact-page';
import { fileActions } from './file-actions';
import { languageOf } from './language';
import { show } from './page';
import type { Form, PageParts } from './page';
import { recordActions } from './record-actions';

/** The pages of clients, their contacts, and the text of their files. */
export function accountPages({ store, orgName }: PageParts): Hono {
  const app = new Hono();
  const ownerOf = (accountId: string): string => {
    const account = store.accounts.find(accountId);
    if (!account || account.deleted) throw new NoSuchRecordError(`client ${accountId}`);
    return account.ownerId;
  };
  const nameOf = (userId: string): string => store.people.find(userId)?.name ?? '';
  const unknown = (context: Context, reason: string): Response | Promise<Response> => {
    const { texts } = languageOf(context);
    return show(context, orgName, texts.accounts, 'accounts', <p><a href="/accounts">{texts.allAccounts}</a></p>, reason);
  };

  app.get('/accounts', (context) => {
    const language = languageOf(context);
    const accounts = store.accounts.all().map((account) => {
      const { industry, billingCity: city } = store.accountProfiles.of(account.id);
      return { account, industry, city, owner: nameOf(account.ownerId), contacts: store.contacts.of(account.id).filter(({ deleted }) => !deleted).length, files: store.files.of(account.id).length };
    });
    return show(context, orgName, language.texts.accounts, 'accounts', <AccountList language={language} accounts={accounts} />);
  });

  const showAccount = (context: Context, id: string, refusal?: string): Response | Promise<Response> => {
    const language = languageOf(context);
    const account = store.accounts.find(id);
    if (!account) return unknown(context, language.texts.accountNotFound);
    return show(context, orgName, account.name, 'accounts',
      <AccountPage language={language} account={account} profile={store.accountProfiles.of(id)} owner={nameOf(account.ownerId)} contacts={store.contacts.of(id)} files={store.files.of(id)} />, refusal);
  };
  app.get('/accounts/:id', (context) => showAccount(context, context.req.param('id')));
  const actOnAccount = recordActions(app, '/accounts', showAccount);
  actOnAccount('', (id, form) => store.batch(() => {
    ownerOf(id);
    if (form('name') !== store.accounts.find(id)?.name) store.accounts.rename(id, form('name'));
    store.accountProfiles.replace(id, readProfile(form));
  }));
  actOnAccount('/contacts', (id, form) => {
    store.contacts.create({ ...readContact(form), accountId: id, ownerId: ownerOf(id) });
  });
  fileActions(actOnAccount, store, ownerOf);

  const showContact = (context: Context, id: string, refusal?: string): Response | Promise<Response> => {
    const language = languageOf(context);
    const contact = store.contacts.find(id);
    if (!contact) return unknown(context, language.texts.contactNotFound);
    const { accountId } = contact;
    const superiors = accountId === undefined ? [] : store.contacts.of(accountId).filter((one) => one.id !== id && (!one.deleted || one.id === contact.reportsToId));
    return show(context, orgName, contact.name, 'accounts',
      <ContactPage language={language} contact={contact} client={accountId === undefined ? undefined : store.accounts.find(accountId)} superiors={superiors} />, refusal);
  };
  app.get('/contacts/:id', (context) => showContact(context, context.req.param('id')));
  const actOnContact = recordActions(app, '/contacts', showContact);
  actOnContact('', (id, form) => {
    store.contacts.change(id, readContact(form));
  });
  actOnContact('/delete', (id) => store.contacts.delete(id));
  actOnContact('/undelete', (id) => store.contacts.undelete(id));

  // As text whatever it is: the files of this org are a line or two, and a page must not run what was uploaded.
  app.get('/files/:id', (context) => {
    const data = store.files.dataOf(context.req.param('id'));
    return data === undefined ? unknown(context, languageOf(context).texts.fileNotFound) : context.body(new Uint8Array(data).buffer, 200, { 'Content-Type': 'text/plain; charset=utf-8' });
  });

  // The addresses under which people know a record in Salesforce.
  for (const [object, prefix, page] of [['Account', '001', '/accounts'], ['Contact', '003', '/contacts']] as const) {
    app.get(`/lightning/r/${object}/:id/view`, (context) => context.redirect(`${page}/${canonicalId(context.req.param('id')) ?? 'unknown'}`));
    app.get(`/:id{${prefix}[0-9A-Za-z]{12,15}}`, (context) => context.redirect(`${page}/${canonicalId(context.req.param('id')) ?? 'unknown'}`));
  }
  app.get('/lightning/r/ContentDocument/:id/view', (context) => {
    const latest = store.files.versionsOf(canonicalId(context.req.param('id')) ?? '')[0];
    return context.redirect(`/files/${latest?.id ?? 'unknown'}`);
  });
  return app;
}

function readProfile(form: Form): AccountProfile {
  const employees = form('numberOfEmployees').trim();
  return {
    type: form('type'), industry: form('industry'), phone: form('phone'), website: form('website'), billingStreet: form('billingStreet'), billingCity: form('billingCity'),
    billingPostalCode: form('billingPostalCode'), billingCountry: form('billingCountry'), numberOfEmployees: employees === '' ? undefined : Number(employees), description: form('description'),
  };
}
