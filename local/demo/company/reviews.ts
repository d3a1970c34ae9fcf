import type { ProjectName } from './projects';

type Verdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'conditionalGo'; readonly conditions: readonly { readonly text: string; readonly owner: string; readonly days: number }[] }
  | { readonly kind: 'noGo' };

export interface DemoReview {
  readonly project: ProjectName;
  readonly issueKey: string;
  readonly note: string;
  /** Who at the client gets it. */
  readonly recipient?: string;
  /** Days from today by when the client expects the deliverable. */
  readonly dueIn?: number;
  /** Those without a decision wait. */
  readonly decision?: { readonly verdict: Verdict; readonly reason: string; readonly validFor?: number };
}

/** What the product owners asked the account managers to hand over. */
export const reviews: readonly DemoReview[] = [
  {
    project: 'portal',
    issueKey: 'PORT-6',
    note: 'Po poprawkach z pokazu. Testy akceptacyjne klienta zakończone.',
    recipient: 'Kierownik wdrożenia po stronie klienta',
    decision: { verdict: { kind: 'go' }, reason: 'Zgodne z wytycznymi, klient potwierdził scenariusze na pokazie.', validFor: 21 },
  },
  {
    project: 'portal',
    issueKey: 'PORT-7',
    note: 'Prosimy o zgodę, klient czeka na kalkulator.',
    decision: { verdict: { kind: 'noGo' }, reason: 'Kalkulator nie liczy dopłaty paliwowej. Cena na ofercie musi się zgadzać z fakturą.' },
  },
  {
    project: 'portal',
    issueKey: 'PORT-5',
    note: 'Wyszukiwarka gotowa, brakuje tylko Twojej zgody. Klient chce ją pokazać zarządowi.',
    dueIn: 3,
  },
  { project: 'warehouse', issueKey: 'MAZ-4', note: 'Reguły jakości uzgodnione z analitykami klienta.', dueIn: 5 },
  {
    project: 'warehouse',
    issueKey: 'MAZ-6',
    note: 'Prognoza miesięczna mieści się w uzgodnionym błędzie na danych z dwóch lat.',
    decision: {
      verdict: { kind: 'conditionalGo', conditions: [{ text: 'Opis metody w dokumentacji modelu', owner: 'Michał Gołąb', days: 10 }] },
      reason: 'Klient może zacząć używać prognozy, ale bez opisu metody regulator jej nie przyjmie.',
    },
  },
];
