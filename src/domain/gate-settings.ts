import type { AutomaticCheck, Criterion } from './gate-criteria';
import { isLineId } from './ids';
import type { Language } from './person';

/** How a project wants its gate. */
export interface GateSettings {
  /** Counts changes; 0 for the defaults. */
  readonly revision: number;
  readonly criteria: readonly Criterion[];
  /** Whether who asked may decide; it is noted with the decision. */
  readonly ownRequestAllowed: boolean;
  /** Whether a decision is told in a comment on the issue. */
  readonly announcesDecisions: boolean;
  /** Whether the account manager is mentioned in a comment on the issue when a review is requested, and once more before it is due. */
  readonly tellsOfRequests: boolean;
}

const texts: Readonly<Record<Language, readonly (readonly [check: AutomaticCheck | null, text: string])[]>> = {
  pl: [
    ['workDone', 'Wszystkie prace w zakresie są zakończone'],
    ['noBlockers', 'Nic nie blokuje przekazania'],
    ['acknowledged', 'Zespół potwierdził aktualne wytyczne'],
    ['onSchedule', 'Termin mieści się w harmonogramie z wytycznych'],
    ['withinHours', 'Zaplanowane godziny mieszczą się w budżecie'],
    [null, 'Sprawdzone z kryteriami odbioru uzgodnionymi z klientem'],
    [null, 'Dokumentacja i opis zmian są gotowe'],
    [null, 'Klient wie, kiedy i w jakiej formie otrzyma rezultat'],
    [null, 'Protokół odbioru jest przygotowany'],
  ],
  en: [
    ['workDone', 'All work in scope is done'],
    ['noBlockers', 'Nothing blocks the handover'],
    ['acknowledged', 'The team has acknowledged the current guidelines'],
    ['onSchedule', 'The date is within the guidelines’ schedule'],
    ['withinHours', 'Planned hours are within the budget'],
    [null, 'Checked against the acceptance criteria agreed with the client'],
    [null, 'Documentation and release notes are ready'],
    [null, 'The client knows when and how they get the result'],
    [null, 'The acceptance protocol is prepared'],
  ],
};

/** Good for a delivery of software, until the account manager makes it their own. */
export function defaultGateSettings(language: Language): GateSettings {
  const criteria = texts[language].map(([check, text], at): Criterion => {
    const id = `default${at}`;
    if (!isLineId(id)) throw new TypeError(`${id} is no id`);
    return { id, text, check };
  });
  return { revision: 0, criteria, ownRequestAllowed: false, announcesDecisions: true, tellsOfRequests: true };
}
