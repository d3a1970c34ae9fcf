import { STANDARD_CONTACT_ROLES } from '../store/contact-roles';
import type { ContactRole } from '../store/contact-roles';
import type { Contact } from '../store/contacts';
import type { Opportunity } from '../store/opportunities';
import { fill } from './language';
import type { Language } from './language';

export interface ListedRole {
  readonly role: ContactRole;
  readonly contact: Contact;
}

interface ContactRolesSectionProps {
  readonly language: Language;
  readonly deal: Opportunity;
  readonly roles: readonly ListedRole[];
  /** Who can be given a role. */
  readonly contacts: readonly Contact[];
}

/** Who plays which part on a deal. */
export function ContactRolesSection({ language: { texts }, deal, roles, contacts }: ContactRolesSectionProps) {
  const named = (contact: Contact, action: string): string => fill(texts.contactRoleOf, { contact: contact.name, action });
  return (
    <section aria-labelledby="contact-roles">
      <h2 id="contact-roles">{texts.contactRoles}</h2>
      {roles.length === 0 ? <p class="quiet">{texts.noRoles}</p> : (
        <div class="scroll">
          <table class="cards">
            <thead><tr><th scope="col">{texts.contact}</th><th scope="col">{texts.jobTitle}</th><th scope="col">{texts.role}</th><th scope="col">{texts.primary}</th><th scope="col">{texts.remove}</th></tr></thead>
            <tbody>
              {roles.map(({ role, contact }) => (
                <tr>
                  <td data-label={texts.contact}><a href={`/contacts/${contact.id}`}>{contact.name}</a>{contact.deleted && <span>{' '}<span class="badge bad">{texts.left}</span></span>}</td>
                  <td data-label={texts.jobTitle}>{contact.title ?? '–'}</td>
                  <td data-label={texts.role}>{role.role ?? <span class="quiet">{texts.noRole}</span>}</td>
                  <td data-label={texts.primary}>
                    {role.primary ? <span class="good">{texts.primaryYes}</span> : (
                      <form class="inline" method="post" action={`/deals/${deal.id}/roles/primary`}>
                        <button type="submit" name="role" value={role.id} aria-label={named(contact, texts.makePrimary)}>{texts.makePrimary}</button>
                      </form>
                    )}
                  </td>
                  <td data-label={texts.remove}>
                    <form class="inline" method="post" action={`/deals/${deal.id}/roles/delete`}>
                      <button class="danger" type="submit" name="role" value={role.id} aria-label={named(contact, texts.remove)}>{texts.remove}</button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {contacts.length > 0 && !deal.deleted && (
        <form class="row" method="post" action={`/deals/${deal.id}/roles`}>
          <label>{texts.contact}<select name="contact">{contacts.map(({ id, name }) => <option value={id}>{name}</option>)}</select></label>
          <label>{texts.role}<select name="name"><option value="">{texts.noRole}</option>{STANDARD_CONTACT_ROLES.map((name) => <option value={name}>{name}</option>)}</select></label>
          <label class="check"><input type="checkbox" name="primary" value="1" />{texts.primary}</label>
          <button class="main" type="submit">{texts.addRole}</button>
        </form>
      )}
    </section>
  );
}
