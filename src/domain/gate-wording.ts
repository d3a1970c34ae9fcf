import type { GateDecision, GateReview } from './gate';
import type { Language } from './person';
import type { PlainDate } from './plain-date';

/** Comments that the app writes on an issue, in the company's language, because whoever comes by reads them. */

interface Words {
  readonly asked: (name: string) => string;
  readonly reminder: string;
  readonly dueOn: (day: string) => string;
  readonly recipient: (name: string) => string;
  readonly where: string;
  readonly verdict: Readonly<Record<GateDecision['verdict']['kind'], string>>;
  readonly condition: (text: string, owner: string, dueOn: string) => string;
  readonly validUntil: (day: string) => string;
  readonly by: (name: string) => string;
  readonly bypassed: string;
}

const words: Readonly<Record<Language, Words>> = {
  pl: {
    asked: (name) => `Prośba o decyzję, czy można to przekazać klientowi. Prosi: ${name}.`,
    reminder: 'Przypomnienie: ta prośba nadal czeka na decyzję, a jej termin się zbliża.',
    dueOn: (day) => `Termin: ${day}.`,
    recipient: (name) => `Odbiorca po stronie klienta: ${name}.`,
    where: 'Decyzja zapada w projekcie: Opiekun › Bramka odbioru.',
    verdict: { go: 'Decyzja opiekuna klienta: przekazujemy.', conditionalGo: 'Decyzja opiekuna klienta: przekazujemy warunkowo.', noGo: 'Decyzja opiekuna klienta: nie przekazujemy.' },
    condition: (text, owner, dueOn) => `Warunek: ${text} (${owner}, do ${dueOn})`,
    validUntil: (day) => `Zgoda ważna do ${day}.`,
    by: (name) => `Zdecydował(a): ${name}.`,
    bypassed: 'To zgłoszenie jest w statusie, do którego prowadzi bramka odbioru, a zgody opiekuna klienta nie ma. Mogło tu trafić przez przeniesienie albo zmianę typu. Cofnij je, albo poproś o decyzję.',
  },
  en: {
    asked: (name) => `A decision is wanted on whether this may be handed to the client. Asked by: ${name}.`,
    reminder: 'A reminder: this request still waits for a decision, and its date is near.',
    dueOn: (day) => `Due: ${day}.`,
    recipient: (name) => `Recipient at the client: ${name}.`,
    where: 'The decision is made in the project: Opiekun › Delivery gate.',
    verdict: { go: 'The account manager decided: go.', conditionalGo: 'The account manager decided: conditional go.', noGo: 'The account manager decided: no-go.' },
    condition: (text, owner, dueOn) => `Condition: ${text} (${owner}, by ${dueOn})`,
    validUntil: (day) => `The go holds until ${day}.`,
    by: (name) => `Decided by: ${name}.`,
    bypassed: 'This issue is in a status that the delivery gate leads to, and there is no go of the account manager. It may have come here by a move or a change of its type. Take it back, or ask for a decision.',
  },
};

const locales: Readonly<Record<Language, string>> = { pl: 'pl-PL', en: 'en-GB' };

/** A day as the company writes it. */
const written = (day: PlainDate, language: Language): string => new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));

const aboutRequest = ({ dueOn, recipient }: GateReview, { dueOn: due, recipient: to, where }: Words, language: Language): readonly string[] => [
  ...(dueOn === null ? [] : [due(written(dueOn, language))]),
  ...(recipient === '' ? [] : [to(recipient)]),
  where,
];

export const requestBulletin = (review: GateReview, language: Language): readonly string[] => {
  const w = words[language];
  return [w.asked(review.requestedBy.name), ...(review.note === '' ? [] : [`„${review.note}”`]), ...aboutRequest(review, w, language)];
};

export const reminderBulletin = (review: GateReview, language: Language): readonly string[] => [words[language].reminder, ...aboutRequest(review, words[language], language)];

export function decisionBulletin({ verdict, reason, validUntil, decidedBy }: GateDecision, language: Language): readonly string[] {
  const w = words[language];
  const conditions = verdict.kind === 'conditionalGo' ? verdict.conditions : [];
  return [
    w.verdict[verdict.kind],
    `„${reason}”`,
    ...conditions.map(({ text, owner, dueOn }) => w.condition(text, owner, written(dueOn, language))),
    ...(validUntil === null ? [] : [w.validUntil(written(validUntil, language))]),
    w.by(decidedBy.name),
  ];
}

/** Said where an issue stands behind the gate without a go. */
export const bypassBulletin = (language: Language): readonly string[] => [words[language].bypassed];
