import type { ProjectRole } from './contact-structure';
import type { Language } from './person';

const roles: Readonly<Record<Language, Readonly<Record<ProjectRole, string>>>> = {
  pl: { decisionMaker: 'Decyzje', product: 'Produkt', finance: 'Finanse', escalation: 'Eskalacja', technical: 'Technika' },
  en: { decisionMaker: 'Decisions', product: 'Product', finance: 'Finance', escalation: 'Escalation', technical: 'Technical' },
};

/** Whom at the client's one turns to, on one line of a text that is not written for one reader. */
export const contactLine = (person: { readonly roles: readonly ProjectRole[]; readonly name: string; readonly title: string | null }, language: Language): string =>
  `${person.roles.map((role) => roles[language][role]).join(', ')}: ${[person.name, person.title ?? ''].filter((part) => part !== '').join(', ')}`;
