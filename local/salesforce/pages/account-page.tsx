import type { KnownAccountProfile } from '../store/account-profiles';
import type { Account } from '../store/accounts';
import type { Contact } from '../store/contacts';
import type { FileVersion } from '../store/files';
import { ContactInputs } from './contact-fields';
import { FilesSection } from './files-section';
import type { Language } from './language';

interface AccountPageProps {
  readonly language: Language;
  readonly account: Account;
  readonly profile: KnownAccountProfile;
  readonly owner: string;
  readonly contacts: readonly Contact[];
  readonly files: readonly FileVersion[];
}

/** One client: what is known of it, its people, its files. */
export function AccountPage(props: AccountPageProps) {
  const { language, account, files } = props;
  const { texts } = language;
  return (
    <>
      <p><a href="/accounts">{texts.allAccounts}</a> · <a href={`/?${new URLSearchParams({ q: account.name }).toString()}`}>{texts.deals}</a></p>
      {account.deleted ? <p class="note">{texts.clientMerged}</p> : <AccountFields {...props} />}
      <Contacts {...props} />
      {!account.deleted && <FilesSection language={language} page={`/accounts/${account.id}`} files={files} />}
    </>
  );
}

function AccountFields({ language: { texts, instant }, account, profile, owner }: AccountPageProps) {
  return (
    <section aria-labelledby="fields">
      <h2 id="fields">{texts.accountFields}</h2>
      <form class="row" method="post" action={`/accounts/${account.id}`}>
        <label>{texts.accountName}<input name="name" required maxlength={255} value={account.name} /></label>
        <label>{texts.type}<input name="type" maxlength={255} value={profile.type ?? ''} /></label>
        <label>{texts.industry}<input name="industry" maxlength={255} value={profile.industry ?? ''} /></label>
        <label>{texts.phone}<input type="tel" name="phone" maxlength={40} value={profile.phone ?? ''} /></label>
        <label>{texts.website}<input name="website" maxlength={255} value={profile.website ?? ''} /></label>
        <label>{texts.street}<input name="billingStreet" maxlength={255} value={profile.billingStreet ?? ''} /></label>
        <label>{texts.postalCode}<input class="short" name="billingPostalCode" maxlength={20} value={profile.billingPostalCode ?? ''} /></label>
        <label>{texts.city}<input name="billingCity" maxlength={40} value={profile.billingCity ?? ''} /></label>
        <label>{texts.country}<input name="billingCountry" maxlength={80} value={profile.billingCountry ?? ''} /></label>
        <label>{texts.employees}<input class="short" type="number" min="0" max="99999999" step="1" name="numberOfEmployees" value={profile.numberOfEmployees === undefined ? '' : String(profile.numberOfEmployees)} /></label>
        <label>{texts.description}<input class="wide" name="description" maxlength={32_000} value={profile.description ?? ''} /></label>
        <button class="main" type="submit">{texts.save}</button>
      </form>
      <dl>
        <div><dt>{texts.owner}</dt><dd>{owner}</dd></div>
        <div><dt>{texts.changed}</dt><dd>{instant(profile.lastModifiedDate)}</dd></div>
        <div><dt>{texts.id}</dt><dd><code>{account.id}</code></dd></div>
      </dl>
    </section>
  );
}

function Contacts({ language, account, contacts }: AccountPageProps) {
  const { texts, instant } = language;
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">{texts.contacts}</h2>
      {contacts.length === 0 ? <p class="quiet">{texts.noContacts}</p> : (
        <div class="scroll">
          <table class="cards">
            <thead>
              <tr>
                <th scope="col">{texts.fullName}</th><th scope="col">{texts.jobTitle}</th><th scope="col">{texts.email}</th><th scope="col">{texts.phone}</th><th scope="col">{texts.changed}</th>
              </tr>
            </thead>
            <tbody>
              {contacts.map((contact) => (
                <tr>
                  <td data-label={texts.fullName}><a href={`/contacts/${contact.id}`}>{contact.name}</a>{contact.deleted && <span>{' '}<span class="badge bad">{texts.left}</span></span>}</td>
                  <td data-label={texts.jobTitle}>{contact.title ?? '–'}</td>
                  <td data-label={texts.email}>{contact.email ?? '–'}</td>
                  <td data-label={texts.phone} class="nowrap">{contact.phone ?? contact.mobilePhone ?? '–'}</td>
                  <td data-label={texts.changed} class="nowrap quiet">{instant(contact.lastModifiedDate)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!account.deleted && (
        <>
          <h3>{texts.addContact}</h3>
          <form class="row" method="post" action={`/accounts/${account.id}/contacts`}>
            <ContactInputs language={language} superiors={contacts.filter(({ deleted }) => !deleted)} />
            <button class="main" type="submit">{texts.add}</button>
          </form>
        </>
      )}
    </section>
  );
}
