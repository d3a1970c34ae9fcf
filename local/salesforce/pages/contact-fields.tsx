import type { Contact, ContactFields } from '../store/contacts';
import type { Language } from './language';
import type { Form } from './page';

interface ContactInputsProps {
  readonly language: Language;
  readonly contact?: Contact;
  /** Who may be the contact's superior. */
  readonly superiors: readonly Contact[];
}

/** The inputs for what a person can write of a contact. */
export function ContactInputs({ language: { texts }, contact, superiors }: ContactInputsProps) {
  return (
    <>
      <label>{texts.firstName}<input name="firstName" maxlength={40} value={contact?.firstName ?? ''} /></label>
      <label>{texts.lastName}<input name="lastName" required maxlength={80} value={contact?.lastName ?? ''} /></label>
      <label>{texts.jobTitle}<input name="title" maxlength={128} value={contact?.title ?? ''} /></label>
      <label>{texts.department}<input name="department" maxlength={80} value={contact?.department ?? ''} /></label>
      <label>{texts.email}<input type="email" name="email" maxlength={80} value={contact?.email ?? ''} /></label>
      <label>{texts.phone}<input type="tel" name="phone" maxlength={40} value={contact?.phone ?? ''} /></label>
      <label>{texts.mobilePhone}<input type="tel" name="mobilePhone" maxlength={40} value={contact?.mobilePhone ?? ''} /></label>
      <label>{texts.reportsTo}
        <select name="reportsToId">
          <option value="">{texts.none}</option>
          {superiors.map(({ id, name }) => <option value={id} selected={id === contact?.reportsToId}>{name}</option>)}
        </select>
      </label>
    </>
  );
}

/** What was written into those inputs. */
export function readContact(form: Form): ContactFields {
  return {
    firstName: form('firstName'), lastName: form('lastName'), title: form('title'), department: form('department'), email: form('email'), phone: form('phone'),
    mobilePhone: form('mobilePhone'), reportsToId: form('reportsToId'),
  };
}
