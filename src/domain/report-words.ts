import type { DealStage } from './deal';
import type { DocumentRequirement } from './document-rules';
import type { MarginState } from './margin-guard';
import type { Language } from './person';
import type { ReportGate, ReportInvoice } from './report-facts';

/** The fixed words of a report. */
export interface ReportWording {
  readonly title: (client: string, month: string) => string;
  readonly file: string;
  readonly asOf: (day: string) => string;
  readonly by: (name: string) => string;
  readonly relation: string;
  readonly entry: Readonly<Record<'meeting' | 'satisfaction' | 'reference' | 'need' | 'note', string>>;
  readonly openNeeds: (count: number) => string;
  readonly noEntries: string;
  readonly deals: string;
  readonly stage: Readonly<Record<DealStage, string>>;
  readonly noAmount: string;
  readonly closes: (day: string) => string;
  readonly entered: (day: string, stage: string) => string;
  readonly noDeals: string;
  readonly projects: string;
  readonly state: Readonly<Record<MarginState, string>>;
  readonly budget: string;
  readonly revenue: string;
  readonly cost: string;
  readonly toDate: string;
  readonly atCompletion: string;
  readonly target: string;
  readonly unknown: string;
  readonly plan: string;
  readonly noPlan: string;
  readonly published: (version: number, day: string) => string;
  readonly noProjects: string;
  readonly gates: string;
  readonly verdict: Readonly<Record<ReportGate['verdict'], string>>;
  readonly noGates: string;
  readonly changes: string;
  readonly outcome: Readonly<Record<'agreed' | 'declined', string>>;
  readonly openChanges: (count: number) => string;
  readonly noChanges: string;
  readonly hours: (hours: number) => string;
  readonly documents: string;
  readonly complete: (percent: number) => string;
  readonly document: Readonly<Record<DocumentRequirement, string>>;
  readonly missing: string;
  readonly expires: (name: string, day: string) => string;
  readonly contacts: string;
  readonly noGaps: string;
  readonly gaps: (count: number) => string;
  readonly noDecisionMaker: string;
  readonly payments: string;
  readonly invoice: Readonly<Record<ReportInvoice['kind'], string>>;
  readonly wasDue: (day: string) => string;
  readonly noOverdue: string;
  readonly risks: string;
  readonly nextSteps: string;
  readonly leftOut: (count: number) => string;
  readonly notKnown: Readonly<Record<'neverRead' | 'unavailable', string>>;
}

export const reportWords: Readonly<Record<Language, ReportWording>> = {
  pl: {
    title: (client, month) => `Raport o relacji z klientem: ${client}, ${month}`,
    file: 'raport-o-relacji',
    asOf: (day) => `Stan na ${day}`,
    by: (name) => `Opiekun klienta: ${name}`,
    relation: 'Relacja',
    entry: { meeting: 'spotkanie', satisfaction: 'satysfakcja', reference: 'referencje', need: 'potrzeba', note: 'notatka' },
    openNeeds: (count) => `Potrzeby i problemy bez odpowiedzi: ${count}`,
    noEntries: 'W tym miesiącu nic nie zapisano.',
    deals: 'Szanse sprzedaży',
    stage: { open: 'otwarta', negotiation: 'negocjacje', internallyWon: 'wygrana wewnętrznie', won: 'wygrana', lost: 'przegrana' },
    noAmount: 'bez kwoty',
    closes: (day) => `zamknięcie ${day}`,
    entered: (day, stage) => `${day}: nowy etap ${stage}`,
    noDeals: 'Żadna szansa nie jest powiązana z projektem.',
    projects: 'Projekty: budżet i marża',
    state: { healthy: 'zdrowy', atRisk: 'zagrożony', belowTarget: 'poniżej celu', unknown: 'marża nieznana' },
    budget: 'budżet',
    revenue: 'przychód do dziś',
    cost: 'koszt do dziś',
    toDate: 'marża do dziś',
    atCompletion: 'na koniec',
    target: 'cel',
    unknown: 'nieznane',
    plan: 'Co z tym robimy',
    noPlan: 'Zagrożenie nie ma jeszcze planu.',
    published: (version, day) => `Wytyczne w wersji ${version} opublikowano ${day}.`,
    noProjects: 'Żaden projekt nie ma jeszcze opublikowanych wytycznych.',
    gates: 'Bramki odbioru',
    verdict: { go: 'przekazujemy', conditionalGo: 'przekazujemy warunkowo', noGo: 'nie przekazujemy' },
    noGates: 'W tym miesiącu nie zapadła żadna decyzja.',
    changes: 'Zmiany zakresu',
    outcome: { agreed: 'uzgodniona', declined: 'odrzucona' },
    openChanges: (count) => `W toku: ${count}`,
    noChanges: 'W tym miesiącu żadnej nie uzgodniono ani nie odrzucono.',
    hours: (hours) => `${hours} h`,
    documents: 'Dokumenty formalne',
    complete: (percent) => `Kompletność: ${percent} %`,
    document: { frameworkAgreement: 'umowa ramowa', nda: 'umowa o poufności', order: 'zamówienie lub zakres prac', annex: 'aneks', acceptanceProtocol: 'protokół odbioru', consent: 'zgoda' },
    missing: 'Brakuje',
    expires: (name, day) => `${name}: ważne do ${day}`,
    contacts: 'Kontakty',
    noGaps: 'Struktura kontaktów jest kompletna.',
    gaps: (count) => `Braki w strukturze kontaktów: ${count}`,
    noDecisionMaker: 'Nie wiadomo, kto po stronie klienta podejmuje decyzje.',
    payments: 'Płatności po terminie',
    invoice: { invoice: 'faktura', creditNote: 'korekta', protocol: 'protokół odbioru' },
    wasDue: (day) => `termin ${day}`,
    noOverdue: 'Nic nie jest po terminie.',
    risks: 'Ryzyka',
    nextSteps: 'Następne kroki',
    leftOut: (count) => `Nie zmieściło się: ${count}.`,
    notKnown: { neverRead: 'Tego jeszcze nie odczytano.', unavailable: 'Tego nie udało się odczytać.' },
  },
  en: {
    title: (client, month) => `Client relation report: ${client}, ${month}`,
    file: 'relation-report',
    asOf: (day) => `As of ${day}`,
    by: (name) => `Account manager: ${name}`,
    relation: 'Relation',
    entry: { meeting: 'meeting', satisfaction: 'satisfaction', reference: 'reference', need: 'need', note: 'note' },
    openNeeds: (count) => `Needs and problems without an answer: ${count}`,
    noEntries: 'Nothing was noted this month.',
    deals: 'Deals',
    stage: { open: 'open', negotiation: 'negotiation', internallyWon: 'internally won', won: 'won', lost: 'lost' },
    noAmount: 'no amount',
    closes: (day) => `closes ${day}`,
    entered: (day, stage) => `${day}: new stage ${stage}`,
    noDeals: 'No deal is linked to a project.',
    projects: 'Projects: budget and margin',
    state: { healthy: 'healthy', atRisk: 'at risk', belowTarget: 'below target', unknown: 'margin unknown' },
    budget: 'budget',
    revenue: 'revenue to date',
    cost: 'cost to date',
    toDate: 'margin to date',
    atCompletion: 'at completion',
    target: 'target',
    unknown: 'unknown',
    plan: 'What we do about it',
    noPlan: 'The threat has no plan yet.',
    published: (version, day) => `Guidelines version ${version} was published on ${day}.`,
    noProjects: 'No project has published guidelines yet.',
    gates: 'Delivery gates',
    verdict: { go: 'go', conditionalGo: 'conditional go', noGo: 'no-go' },
    noGates: 'Nothing was decided this month.',
    changes: 'Scope changes',
    outcome: { agreed: 'agreed', declined: 'declined' },
    openChanges: (count) => `Under way: ${count}`,
    noChanges: 'None was agreed or declined this month.',
    hours: (hours) => `${hours} h`,
    documents: 'Formal documents',
    complete: (percent) => `Complete: ${percent} %`,
    document: { frameworkAgreement: 'framework agreement', nda: 'non-disclosure agreement', order: 'order or statement of work', annex: 'annex', acceptanceProtocol: 'acceptance protocol', consent: 'consent' },
    missing: 'Missing',
    expires: (name, day) => `${name}: valid until ${day}`,
    contacts: 'Contacts',
    noGaps: 'The contact structure is complete.',
    gaps: (count) => `Gaps in the contact structure: ${count}`,
    noDecisionMaker: 'It is not known who decides on the client’s side.',
    payments: 'Overdue payments',
    invoice: { invoice: 'invoice', creditNote: 'credit note', protocol: 'acceptance protocol' },
    wasDue: (day) => `due ${day}`,
    noOverdue: 'Nothing is overdue.',
    risks: 'Risks',
    nextSteps: 'Next steps',
    leftOut: (count) => `Left out: ${count}.`,
    notKnown: { neverRead: 'This has not been read yet.', unavailable: 'This could not be read.' },
  },
};
