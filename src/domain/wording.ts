import type { Deal } from './deal';
import type { GateState, Refusal } from './gate';
import type { Tag } from './ids';
import type { Language } from './person';
import type { Firmness } from './plan-entry';

/** What is read by whoever comes by, and so is written in the company's language rather than a reader's. */

interface EntryWording {
  readonly firmness: Firmness;
  readonly deal: Pick<Deal, 'name' | 'probability'>;
  readonly role: string;
  readonly tag: Tag;
  readonly language: Language;
}

const mark: Readonly<Record<Language, Readonly<Record<Firmness, string | null>>>> = {
  pl: { tentative: 'Negocjacje', firm: 'Wygrane wewnętrznie', confirmed: null },
  en: { tentative: 'Negotiation', firm: 'Internally won', confirmed: null },
};

/** The description of a plan entry: what a planner reads in Tempo, with our tag at its end. */
export function describeEntry({ firmness, deal, role, tag, language }: EntryWording): string {
  const stage = mark[language][firmness];
  const chance = firmness === 'tentative' && deal.probability !== null ? ` ${deal.probability}%` : '';
  return [stage === null ? null : `${stage}${chance}`, deal.name, role, tag].filter((part) => part !== null).join(' · ');
}

type RefusalWords = Readonly<Record<Refusal, string>>;

const refusals: Readonly<Record<Language, RefusalWords>> = {
  pl: {
    neverAsked: 'Nikt jeszcze nie poprosił o decyzję opiekuna klienta. Poproś o przegląd w panelu Opiekun w tym zgłoszeniu.',
    waiting: 'Prośba o przegląd czeka na decyzję opiekuna klienta.',
    noGo: 'Opiekun klienta zdecydował: nie przekazujemy.',
    conditionsOpen: 'Opiekun klienta zgodził się warunkowo, a warunki nie są jeszcze spełnione.',
    expired: 'Zgoda opiekuna klienta wygasła z upływem jej terminu. Poproś o nowy przegląd.',
    guidelinesChanged: 'Po wydaniu zgody zmieniły się wytyczne projektu, więc zgoda wygasła. Poproś o nowy przegląd.',
    blockerAdded: 'Po wydaniu zgody pojawiło się zgłoszenie, które blokuje przekazanie, więc zgoda wygasła. Usuń przeszkodę i poproś o nowy przegląd.',
    moved: 'Po wydaniu zgody zgłoszenie przeniesiono do innego projektu, więc zgoda wygasła. Poproś o nowy przegląd.',
    conditionOverdue: 'Opiekun klienta zgodził się warunkowo, a termin jednego z warunków minął.',
    notCovered: 'Zgoda na wersję została wydana, zanim to zgłoszenie do niej trafiło. Poproś o przegląd tego zgłoszenia albo o nowy przegląd wersji.',
    unreadable: 'Nie udało się sprawdzić decyzji opiekuna klienta, więc przejście pozostaje zamknięte. Spróbuj ponownie za chwilę.',
  },
  en: {
    neverAsked: 'Nobody has asked for the account manager’s decision yet. Request a delivery review in the Opiekun panel of this issue.',
    waiting: 'The delivery review is waiting for the account manager’s decision.',
    noGo: 'The account manager decided: no-go.',
    conditionsOpen: 'The account manager gave a conditional go, and its conditions are not met yet.',
    expired: 'The account manager’s go has passed its last day. Request a new review.',
    guidelinesChanged: 'The project’s guidelines changed after the go was given, so it has lapsed. Request a new review.',
    blockerAdded: 'After the go was given, an issue appeared that blocks the handover, so it has lapsed. Remove the obstacle and request a new review.',
    moved: 'After the go was given, the issue was moved to another project, so it has lapsed. Request a new review.',
    conditionOverdue: 'The account manager gave a conditional go, and the date of one of its conditions has passed.',
    notCovered: 'The go for the version was given before this issue was in it. Request a review of this issue, or a new one of the version.',
    unreadable: 'The account manager’s decision could not be checked, so the transition stays closed. Try again in a moment.',
  },
};

const heading: Readonly<Record<Language, string>> = {
  pl: 'Bramka odbioru: nie można jeszcze przekazać klientowi.',
  en: 'Delivery gate: this cannot be handed to the client yet.',
};

const helper: Readonly<Record<Language, (names: string) => string>> = {
  pl: (names) => `Pomoże: ${names}.`,
  en: (names) => `Who can help: ${names}.`,
};

/** What a person reads when Jira refuses the transition: why, and who can help. */
export function describeRefusal(refusal: Refusal, reason: string | null, helpers: readonly string[], language: Language): string {
  return [
    heading[language],
    refusals[language][refusal],
    reason === null ? null : `„${reason}”`,
    helpers.length === 0 ? null : helper[language](helpers.join(', ')),
  ]
    .filter((part) => part !== null)
    .join(' ');
}

const states: Readonly<Record<Language, Readonly<Record<GateState, string>>>> = {
  pl: { none: 'Bez decyzji', waiting: 'Czeka', go: 'Przekazujemy', conditionalGo: 'Warunkowo', noGo: 'Nie przekazujemy', lapsed: 'Wygasła' },
  en: { none: 'No decision', waiting: 'Waiting', go: 'Go', conditionalGo: 'Conditional go', noGo: 'No-go', lapsed: 'Lapsed' },
};

/** A gate's state in a word or two, for a lozenge. */
export const describeState = (state: GateState, language: Language): string => states[language][state];

const filterRefusals: Readonly<Record<Language, (words: string) => string>> = {
  pl: (words) => `Funkcja deliveryGate wymaga jednego stanu bramki: ${words}.`,
  en: (words) => `The function deliveryGate wants one state of the gate: ${words}.`,
};

/** What Jira shows to whoever searched for a state that there is none of. */
export const describeFilterError = (words: readonly string[], language: Language): string => filterRefusals[language](words.map((word) => `"${word}"`).join(', '));

/** Without storage the company's language is unknown too, so both are said. */
export const filterUnreadable = (): string => 'Nie udało się odczytać stanów bramki. Spróbuj ponownie za chwilę. / The states of the gate could not be read. Try again in a moment.';
