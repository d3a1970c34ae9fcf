import type { Deal } from './deal';
import type { Refusal } from './gate';
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
    unreadable: 'Nie udało się sprawdzić decyzji opiekuna klienta, więc przejście pozostaje zamknięte. Spróbuj ponownie za chwilę.',
  },
  en: {
    neverAsked: 'Nobody has asked for the account manager’s decision yet. Request a delivery review in the Opiekun panel of this issue.',
    waiting: 'The delivery review is waiting for the account manager’s decision.',
    noGo: 'The account manager decided: no-go.',
    conditionsOpen: 'The account manager gave a conditional go, and its conditions are not met yet.',
    expired: 'The account manager’s go has passed its last day. Request a new review.',
    guidelinesChanged: 'The project’s guidelines changed after the go was given, so it has lapsed. Request a new review.',
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
