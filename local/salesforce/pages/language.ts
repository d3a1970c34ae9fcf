import type { Context } from 'hono';
import { pageLanguage, type PageLanguage } from '../../page-language';
import { clientFileEnglish, clientFilePolish } from './client-file-texts';

const english = {
  ...clientFileEnglish,
  deals: 'Deals', setup: 'Setup', search: 'Search', searchHint: 'Deal, client or id', stage: 'Stage', allStages: 'All stages', show: 'Show',
  deletedDeals: 'Recycle bin', name: 'Deal', client: 'Client', amount: 'Amount', closeDate: 'Close date', probability: 'Probability', owner: 'Owner',
  changed: 'Changed', created: 'Created', none: 'none', noDeals: 'No deal matches.', noDealsYet: 'There are no deals yet.', previous: 'Previous', next: 'Next',
  range: '{from} to {to} of {total}', paging: 'Pages', standIn: 'A stand-in on this machine; nothing here reaches Salesforce.', skip: 'To the content',
  stagePath: 'Stage path', moveTo: 'Move to {stage}', currentStage: 'Current stage: {stage}', vanishedStage: 'This deal stands in {stage}, which is not an active stage any more.',
  edit: 'Edit', save: 'Save', delete: 'Delete', undelete: 'Restore from recycle bin', isDeleted: 'This deal is in the recycle bin: the API answers as if it were gone.',
  history: 'History', when: 'When', who: 'Who', merge: 'Merge this client into another', mergeHint: 'All its deals pass to the chosen client, and {client} vanishes.',
  mergeButton: 'Merge', back: 'All deals', notFound: 'There is no such deal.', saved: 'Saved.', id: 'Id', externalId: 'Number in the imported file',
  stages: 'Stages (OpportunityStage)', apiName: 'API name', label: 'Label', active: 'active', inactive: 'inactive', closedWon: 'closed, won', closedLost: 'closed, lost', open: 'open',
  addStage: 'Add a stage', add: 'Add', rename: 'Rename', renameStage: 'New name of {stage}', replaceOnDeals: 'also on its deals', deactivate: 'Deactivate', activate: 'Activate', kind: 'Kind', state: 'State', dealsIn: 'Deals',
  flow: 'Flow: tell the app of stage changes', flowHint: 'A record-triggered Flow calls this address after each change of stage, signed with the secret; it tries again after 15, 30, 60 and 120 minutes.',
  outboundMessage: 'Outbound message: tell the app of stage changes by SOAP', outboundMessageHint: 'After each change of stage, notifications go to this address in SOAP messages of up to 100; the secret is a part of the address. Without an Ack they are sent again at growing intervals of at most 2 hours, and dropped after 24 hours.',
  endpoint: 'Endpoint URL', url: 'Address of the web trigger', secret: 'Secret', secretKept: 'Leave empty to keep the secret there is.', on: 'Switched on', sendTest: 'Send a test', deliveries: 'Last deliveries', noDeliveries: 'Nothing has been sent yet.',
  deliveryState: 'State', attempts: 'Attempts', answer: 'Answer', nextTry: 'Next try', waiting: 'waiting', delivered: 'delivered', failed: 'given up', testNeedsDeal: 'A test needs at least one deal.',
  faults: 'Faults on order', faultsHint: 'To see what the app does when Salesforce is not well.', expireSessions: 'Expire all sessions', failNext: 'Let requests fail', times: 'How many', status: 'With', path: 'Where',
  everywhere: 'everywhere', query: 'queries', token: 'token endpoint', timeout: 'no answer at all', halfAnswer: 'half an answer', wrongShape: 'an answer of the wrong shape', order: 'Order', pending: 'On order', clearFaults: 'Cancel all',
  budget: 'Calls in 24 hours: {used} of {max}', useMuch: 'Set to {percent} % used', useUp: 'Use up the calls', restore: 'Give the calls back', blocked: 'The client-credentials flow is blocked.', block: 'Block the client-credentials flow', unblock: 'Allow the client-credentials flow',
  refused: 'Not done: {reason}', language: 'Polski', languageLabel: 'Język: polski',
};

export type Texts = Readonly<Record<keyof typeof english, string>>;

const polish: Texts = {
  ...clientFilePolish,
  deals: 'Szanse sprzedaży', setup: 'Ustawienia', search: 'Szukaj', searchHint: 'Szansa, klient lub id', stage: 'Etap', allStages: 'Wszystkie etapy', show: 'Pokaż',
  deletedDeals: 'Kosz', name: 'Szansa sprzedaży', client: 'Klient', amount: 'Kwota', closeDate: 'Data zamknięcia', probability: 'Prawdopodobieństwo', owner: 'Właściciel',
  changed: 'Zmieniono', created: 'Utworzono', none: 'brak', noDeals: 'Żadna szansa nie pasuje.', noDealsYet: 'Nie ma jeszcze żadnych szans sprzedaży.', previous: 'Poprzednie', next: 'Następne',
  range: '{from}–{to} z {total}', paging: 'Strony', standIn: 'Zastępczy serwer na tym komputerze; nic stąd nie trafia do Salesforce.', skip: 'Do treści',
  stagePath: 'Ścieżka etapów', moveTo: 'Przenieś do: {stage}', currentStage: 'Obecny etap: {stage}', vanishedStage: 'Ta szansa jest na etapie {stage}, który nie jest już czynny.',
  edit: 'Edycja', save: 'Zapisz', delete: 'Usuń', undelete: 'Przywróć z kosza', isDeleted: 'Ta szansa jest w koszu: API odpowiada tak, jakby jej nie było.',
  history: 'Historia', when: 'Kiedy', who: 'Kto', merge: 'Scal tego klienta z innym', mergeHint: 'Wszystkie jego szanse przejdą do wybranego klienta, a {client} zniknie.',
  mergeButton: 'Scal', back: 'Wszystkie szanse', notFound: 'Nie ma takiej szansy sprzedaży.', saved: 'Zapisano.', id: 'Id', externalId: 'Numer we wczytanym pliku',
  stages: 'Etapy (OpportunityStage)', apiName: 'Nazwa API', label: 'Etykieta', active: 'czynny', inactive: 'nieczynny', closedWon: 'zamknięty, wygrany', closedLost: 'zamknięty, przegrany', open: 'otwarty',
  addStage: 'Dodaj etap', add: 'Dodaj', rename: 'Zmień nazwę', renameStage: 'Nowa nazwa etapu {stage}', replaceOnDeals: 'także w szansach', deactivate: 'Wyłącz', activate: 'Włącz', kind: 'Rodzaj', state: 'Stan', dealsIn: 'Szanse',
  flow: 'Flow: powiadamianie aplikacji o zmianie etapu', flowHint: 'Flow wywołuje ten adres po każdej zmianie etapu i podpisuje wiadomość sekretem; ponawia po 15, 30, 60 i 120 minutach.',
  outboundMessage: 'Outbound message: powiadamianie aplikacji o zmianie etapu przez SOAP', outboundMessageHint: 'Po każdej zmianie etapu na ten adres idą powiadomienia w wiadomościach SOAP, najwyżej po 100; sekret jest częścią adresu. Bez potwierdzenia (Ack) są wysyłane ponownie w rosnących odstępach, nie dłuższych niż 2 godziny, a po 24 godzinach porzucane.',
  endpoint: 'Adres docelowy (Endpoint URL)', url: 'Adres web triggera', secret: 'Sekret', secretKept: 'Puste pole zostawia dotychczasowy sekret.', on: 'Włączone', sendTest: 'Wyślij próbę', deliveries: 'Ostatnie wysyłki', noDeliveries: 'Nic jeszcze nie wysłano.',
  deliveryState: 'Stan', attempts: 'Próby', answer: 'Odpowiedź', nextTry: 'Następna próba', waiting: 'czeka', delivered: 'dostarczono', failed: 'zaniechano', testNeedsDeal: 'Do próby potrzebna jest choć jedna szansa.',
  faults: 'Awarie na zamówienie', faultsHint: 'Aby zobaczyć, co robi aplikacja, gdy Salesforce niedomaga.', expireSessions: 'Unieważnij wszystkie sesje', failNext: 'Niech żądania zawodzą', times: 'Ile', status: 'Jak', path: 'Gdzie',
  everywhere: 'wszędzie', query: 'zapytania', token: 'wydawanie tokenów', timeout: 'brak odpowiedzi', halfAnswer: 'pół odpowiedzi', wrongShape: 'odpowiedź o złym kształcie', order: 'Zamów', pending: 'Zamówione', clearFaults: 'Odwołaj wszystkie',
  budget: 'Wywołania w 24 godziny: {used} z {max}', useMuch: 'Ustaw zużycie na {percent}%', useUp: 'Wyczerp wywołania', restore: 'Oddaj wywołania', blocked: 'Przepływ client credentials jest zablokowany.', block: 'Zablokuj przepływ client credentials', unblock: 'Odblokuj przepływ client credentials',
  refused: 'Nie wykonano: {reason}', language: 'English', languageLabel: 'Language: English',
};

export interface Language {
  readonly code: PageLanguage;
  readonly texts: Texts;
  readonly money: (amount: string | undefined, currency: string) => string;
  readonly date: (plainDate: string) => string;
  /** A UTC instant in the time zone of this machine. */
  readonly instant: (utc: string) => string;
  readonly number: (value: number) => string;
}

/** Puts values into the {places} of a text. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

function make(code: PageLanguage, texts: Texts): Language {
  const locale = code === 'pl' ? 'pl-PL' : 'en-GB';
  const plain = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(locale);
  const money = new Map<string, Intl.NumberFormat>();
  return {
    code, texts,
    money: (amount, currency) => {
      if (amount === undefined) return '–';
      const format = money.get(currency) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
      money.set(currency, format);
      return format.format(Number(amount));
    },
    date: (day) => plain.format(new Date(`${day}T00:00:00Z`)),
    instant: (utc) => instant.format(new Date(utc)),
    number: (value) => number.format(value),
  };
}

const languages = { pl: make('pl', polish), en: make('en', english) };

/** The language of the page that is asked for. */
export function languageOf(context: Context): Language {
  return languages[pageLanguage(context)];
}
