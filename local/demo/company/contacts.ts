import type { STANDARD_CONTACT_ROLES } from '../../salesforce/store/contact-roles';
import type { ClientName } from './clients';
import type { DealName } from './deals';

export interface DemoContact {
  readonly client: ClientName;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string;
  readonly department?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly mobilePhone?: string;
  /** Days from today on which somebody last looked after these fields. */
  readonly checked: number;
  /** Is not there any more: deleted in Salesforce, and still named on a deal. */
  readonly left?: true;
}

/** People at the clients: some without an address, some not looked after for a year, one who has left. */
export const contacts = {
  konarska: { client: 'baltyk', firstName: 'Ewa', lastName: 'Konarska', title: 'Prezeska zarządu', department: 'Zarząd', email: 'ewa.konarska@baltyk-logistyka.example', phone: '+48 58 555 01 10', checked: -21 },
  pietrzyk: { client: 'baltyk', firstName: 'Adam', lastName: 'Pietrzyk', title: 'Dyrektor IT', department: 'IT', email: 'adam.pietrzyk@baltyk-logistyka.example', mobilePhone: '+48 601 555 112', checked: -9 },
  rybak: { client: 'baltyk', firstName: 'Monika', lastName: 'Rybak', title: 'Kierowniczka obsługi klienta', department: 'Obsługa klienta', email: 'monika.rybak@baltyk-logistyka.example', phone: '+48 58 555 01 24', checked: -64 },
  falkowski: { client: 'baltyk', firstName: 'Grzegorz', lastName: 'Falkowski', title: 'Dyrektor finansowy', department: 'Finanse', email: 'grzegorz.falkowski@baltyk-logistyka.example', checked: -210 },
  wojcik: { client: 'baltyk', firstName: 'Robert', lastName: 'Wójcik', title: 'Kierownik projektu', department: 'IT', email: 'robert.wojcik@baltyk-logistyka.example', checked: -40, left: true },

  olszewska: { client: 'zdrovia', firstName: 'Hanna', lastName: 'Olszewska', title: 'Dyrektorka medyczna', email: 'hanna.olszewska@zdrovia.example', phone: '+48 22 555 02 01', checked: -12 },
  mroz: { client: 'zdrovia', firstName: 'Sebastian', lastName: 'Mróz', title: 'Kierownik IT', department: 'IT', email: 'sebastian.mroz@zdrovia.example', mobilePhone: '+48 602 555 203', checked: -30 },
  gajda: { client: 'zdrovia', firstName: 'Iwona', lastName: 'Gajda', title: 'Specjalistka ds. zakupów', department: 'Zakupy', email: 'iwona.gajda@zdrovia.example', checked: -95 },

  mazur: { client: 'mazur', firstName: 'Leszek', lastName: 'Mazur', title: 'Prezes zarządu', email: 'leszek.mazur@mazur-energia.example', phone: '+48 89 555 03 01', checked: -150 },
  wilk: { client: 'mazur', firstName: 'Patrycja', lastName: 'Wilk', title: 'Dyrektorka ds. danych', department: 'Dane i prognozy', email: 'patrycja.wilk@mazur-energia.example', mobilePhone: '+48 603 555 304', checked: -17 },
  krupa: { client: 'mazur', firstName: 'Tadeusz', lastName: 'Krupa', title: 'Główny księgowy', phone: '+48 89 555 03 15', checked: -420 },

  hajduk: { client: 'stalmet', firstName: 'Zbigniew', lastName: 'Hajduk', title: 'Właściciel', mobilePhone: '+48 604 555 401', checked: -380 },
  pytel: { client: 'stalmet', firstName: 'Karolina', lastName: 'Pytel', title: 'Kierowniczka e-commerce', email: 'karolina.pytel@stalmet.example', phone: '+48 32 555 04 07', checked: -15 },

  vogel: { client: 'nordhaus', firstName: 'Katrin', lastName: 'Vogel', title: 'Geschäftsführerin', email: 'katrin.vogel@nordhaus-moebel.example', phone: '+49 30 555 0501', checked: -33 },
  albrecht: { client: 'nordhaus', firstName: 'Jürgen', lastName: 'Albrecht', title: 'Leiter Digitalvertrieb', department: 'Vertrieb', email: 'juergen.albrecht@nordhaus-moebel.example', checked: -18 },
  koehler: { client: 'nordhaus', firstName: 'Sabine', lastName: 'Köhler', title: 'Einkauf', department: 'Einkauf', email: 'sabine.koehler@nordhaus-moebel.example', checked: -260 },

  kwiatkowska: { client: 'kwiatkowscy', firstName: 'Barbara', lastName: 'Kwiatkowska', title: 'Wspólniczka zarządzająca', email: 'barbara.kwiatkowska@kwiatkowscy.example', phone: '+48 12 555 06 01', checked: -11 },
  kwiatkowski: { client: 'kwiatkowscy', firstName: 'Tomasz', lastName: 'Kwiatkowski', title: 'Wspólnik', checked: -300 },

  stolarczyk: { client: 'tatra', firstName: 'Marek', lastName: 'Stolarczyk', title: 'Dyrektor likwidacji szkód', email: 'marek.stolarczyk@tatra-ubezpieczenia.example', phone: '+48 18 555 07 02', checked: -25 },
  bednarz: { client: 'tatra', firstName: 'Alicja', lastName: 'Bednarz', title: 'Kierowniczka zakupów IT', department: 'Zakupy', email: 'alicja.bednarz@tatra-ubezpieczenia.example', checked: -39 },

  koziol: { client: 'piast', firstName: 'Janina', lastName: 'Kozioł', title: 'Prezeska zarządu', email: 'janina.koziol@piast-bank.example', phone: '+48 61 555 08 01', checked: -55 },
  rutkowski: { client: 'piast', firstName: 'Dawid', lastName: 'Rutkowski', title: 'Dyrektor bankowości cyfrowej', department: 'Bankowość cyfrowa', email: 'dawid.rutkowski@piast-bank.example', mobilePhone: '+48 605 555 802', checked: -19 },
  sroka: { client: 'piast', firstName: 'Beata', lastName: 'Sroka', title: 'Inspektorka ochrony danych', email: 'beata.sroka@piast-bank.example', checked: -70 },
} as const satisfies Readonly<Record<string, DemoContact>>;

export type ContactName = keyof typeof contacts;

/** Whom a contact reports to. */
export const superiors: Partial<Readonly<Record<ContactName, ContactName>>> = {
  pietrzyk: 'konarska', rybak: 'konarska', falkowski: 'konarska', wojcik: 'pietrzyk', mroz: 'olszewska', gajda: 'olszewska', wilk: 'mazur', krupa: 'mazur',
  pytel: 'hajduk', albrecht: 'vogel', koehler: 'vogel', bednarz: 'stolarczyk', rutkowski: 'koziol', sroka: 'koziol',
};

export interface DemoContactRole {
  readonly contact: ContactName;
  readonly role?: (typeof STANDARD_CONTACT_ROLES)[number];
  readonly primary?: true;
}

/** Who plays which part on the deals. Some have nobody who decides, some nobody at all, and one names the person who has left. */
export const contactRoles: Partial<Readonly<Record<DealName, readonly DemoContactRole[]>>> = {
  portal: [{ contact: 'pietrzyk', role: 'Technical Buyer', primary: true }, { contact: 'konarska', role: 'Decision Maker' }, { contact: 'falkowski', role: 'Economic Buyer' }, { contact: 'wojcik', role: 'Business User' }],
  portalMobile: [{ contact: 'pietrzyk', role: 'Technical Buyer', primary: true }, { contact: 'rybak', role: 'Business User' }],
  ehealth: [{ contact: 'olszewska', role: 'Decision Maker', primary: true }, { contact: 'mroz', role: 'Technical Buyer' }, { contact: 'gajda', role: 'Economic Buyer' }],
  audit: [{ contact: 'mroz', role: 'Decision Maker', primary: true }],
  telemedicine: [{ contact: 'mroz', role: 'Evaluator', primary: true }],
  warehouse: [{ contact: 'mazur', role: 'Decision Maker', primary: true }, { contact: 'wilk', role: 'Business User' }, { contact: 'krupa', role: 'Economic Buyer' }],
  forecasts: [{ contact: 'wilk', role: 'Influencer' }],
  meters: [{ contact: 'wilk', role: 'Evaluator', primary: true }],
  shop: [{ contact: 'pytel', role: 'Evaluator', primary: true }],
  invoices: [{ contact: 'hajduk', role: 'Decision Maker', primary: true }],
  configurator: [{ contact: 'vogel', role: 'Economic Decision Maker', primary: true }, { contact: 'albrecht', role: 'Evaluator' }],
  showroom: [{ contact: 'albrecht' }],
  files: [{ contact: 'kwiatkowska', role: 'Decision Maker', primary: true }],
  registry: [{ contact: 'kwiatkowska', role: 'Decision Maker', primary: true }],
  claims: [{ contact: 'stolarczyk', role: 'Executive Sponsor', primary: true }, { contact: 'bednarz', role: 'Economic Buyer' }],
  broker: [{ contact: 'stolarczyk', role: 'Decision Maker', primary: true }],
  lending: [{ contact: 'rutkowski', role: 'Business User', primary: true }, { contact: 'sroka', role: 'Influencer' }, { contact: 'koziol', role: 'Economic Decision Maker' }],
  cards: [{ contact: 'rutkowski', role: 'Decision Maker' }],
  branch: [{ contact: 'koziol', role: 'Decision Maker', primary: true }],
};
