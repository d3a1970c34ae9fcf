import type { Account } from '../store/accounts';
import type { Contact } from '../store/contacts';
import { ContactInputs } from './contact-fields';
import type { Language } from './language';

interface ContactPageProps {
  readonly language: Language;
  readonly contact: Contact;
  readonly client: Account | undefined;
  readonly superiors: readonly Contact[];
}

/** One contact: to edit, to delete, to restore. */
export function ContactPage({ language, contact, client, superiors }: ContactPageProps) {
  const { texts, instant } = language;
  return (
    <>
      {client && <p><a href={`/accounts/${client.id}`}>{client.name}</a></p>}
      <section>
        {contact.deleted ? <form method="post" action={`/contacts/${contact.id}/undelete`}><p class="note">{texts.markLeftHint}</p><button class="main" type="submit">{texts.restoreContact}</button></form> : (
          <form class="row" method="post" action={`/contacts/${contact.id}`}>
            <ContactInputs language={language} contact={contact} superiors={superiors} />
            <button class="main" type="submit">{texts.save}</button>
            <button class="danger" type="submit" formaction={`/contacts/${contact.id}/delete`} formnovalidate title={texts.markLeftHint}>{texts.markLeft}</button>
          </form>
        )}
        <dl>
          <div><dt>{texts.changed}</dt><dd>{instant(contact.lastModifiedDate)}</dd></div>
          <div><dt>{texts.id}</dt><dd><code>{contact.id}</code></dd></div>
        </dl>
      </section>
    </>
  );
}
