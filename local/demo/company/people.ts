import type { LocalisedText, ThemePreference } from '../../jira/model';

export type Department = 'sales' | 'administration' | 'delivery' | 'engineering' | 'design' | 'quality';

/** Somebody who works for the company, in Jira and where it concerns them in Salesforce and Tempo. */
export interface Person {
  /** Jira's account id; Tempo's too. */
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly department: Department;
  readonly jobTitle: LocalisedText;
  readonly avatarColour: string;
  readonly theme: ThemePreference;
  /** Hours of a full working day. */
  readonly hoursPerDay: number;
  readonly active: boolean;
}

export const companyName = 'Pracownia Łąkowa';
export const companyMailDomain = 'pracownia-lakowa.example';

interface Entry {
  readonly number: number;
  readonly name: string;
  readonly department: Department;
  readonly pl: string;
  readonly en: string;
  readonly colour: string;
  readonly hoursPerDay?: number;
  readonly active?: boolean;
}

function person({ number, name, department, pl, en, colour, hoursPerDay = 8, active = true }: Entry): Person {
  return {
    accountId: `712020:5f3c9a10-7b1e-4c52-9d0a-${String(number).padStart(12, '0')}`,
    name,
    email: `${plainLetters(name).replace(/ /gu, '.')}@${companyMailDomain}`,
    department,
    jobTitle: { pl, en },
    avatarColour: colour,
    theme: 'light',
    hoursPerDay,
    active,
  };
}

/** A name as an address spells it: lower case, without Polish letters. */
function plainLetters(name: string): string {
  return name.toLowerCase().replace(/ł/gu, 'l').normalize('NFD').replace(/\p{M}/gu, '');
}

const accountManager = { department: 'sales', pl: 'Opiekunka klienta', en: 'Account manager' } as const;
const productOwner = { department: 'delivery', pl: 'Właścicielka produktu', en: 'Product owner' } as const;
const projectManager = { department: 'delivery', pl: 'Kierownik projektu', en: 'Project manager' } as const;

/** Everyone in the company, by what they are called in its data. */
export const people = {
  zofia: person({ number: 101, name: 'Zofia Błaszczyk', ...accountManager, colour: '#1F6F5C' }),
  tomasz: person({ number: 102, name: 'Tomasz Wróbel', ...accountManager, pl: 'Opiekun klienta', colour: '#8A4B08' }),
  malgorzata: person({ number: 103, name: 'Małgorzata Świątek', ...accountManager, colour: '#5B3B8C' }),
  andrzej: person({ number: 104, name: 'Andrzej Jaśkiewicz', department: 'sales', pl: 'Dyrektor sprzedaży', en: 'Head of sales', colour: '#0B4F8A' }),
  ewa: person({ number: 105, name: 'Ewa Górska', department: 'administration', pl: 'Administratorka Jiry', en: 'Jira administrator', colour: '#A12F4B' }),
  kinga: person({ number: 201, name: 'Kinga Łęcka', ...productOwner, colour: '#2E6B1F' }),
  pawel: person({ number: 202, name: 'Paweł Żurawski', ...productOwner, pl: 'Właściciel produktu', colour: '#6B4A1F' }),
  agnieszka: person({ number: 203, name: 'Agnieszka Dąbek', ...productOwner, colour: '#1F5F6B' }),
  marcin: person({ number: 211, name: 'Marcin Sęk', ...projectManager, colour: '#6B1F5F' }),
  joanna: person({ number: 212, name: 'Joanna Kwaśniewicz', ...projectManager, pl: 'Kierowniczka projektu', colour: '#3B4C8C' }),
  rafal: person({ number: 213, name: 'Rafał Ostrowski', ...projectManager, colour: '#7A3E1D' }),
  krzysztof: person({ number: 301, name: 'Krzysztof Bąk', department: 'engineering', pl: 'Starszy programista', en: 'Senior developer', colour: '#14532D' }),
  natalia: person({ number: 302, name: 'Natalia Śliwa', department: 'engineering', pl: 'Programistka', en: 'Developer', colour: '#7C2D6B' }),
  michal: person({ number: 303, name: 'Michał Gołąb', department: 'engineering', pl: 'Programista', en: 'Developer', colour: '#1D4E7A' }),
  piotr: person({ number: 304, name: 'Piotr Żak', department: 'engineering', pl: 'Programista mobilny', en: 'Mobile developer', colour: '#5C4A00' }),
  oliwia: person({ number: 305, name: 'Oliwia Cieślak', department: 'engineering', pl: 'Programistka', en: 'Developer', colour: '#00566B', hoursPerDay: 6 }),
  dominika: person({ number: 311, name: 'Dominika Pająk', department: 'design', pl: 'Projektantka UX', en: 'UX designer', colour: '#8C3B3B' }),
  jakub: person({ number: 312, name: 'Jakub Wiśnia', department: 'design', pl: 'Projektant interfejsów', en: 'UI designer', colour: '#44631F' }),
  beata: person({ number: 321, name: 'Beata Źródlak', department: 'quality', pl: 'Testerka', en: 'Tester', colour: '#4A2D7A' }),
  lukasz: person({ number: 322, name: 'Łukasz Ćwik', department: 'quality', pl: 'Starszy tester', en: 'Senior tester', colour: '#2D5C4A' }),
  henryk: person({ number: 399, name: 'Henryk Maślak', department: 'engineering', pl: 'Programista (odszedł z firmy)', en: 'Developer (left the company)', colour: '#5A5A5A', active: false }),
} as const satisfies Readonly<Record<string, Person>>;

export type PersonName = keyof typeof people;

export const everyone: readonly Person[] = Object.values(people);
