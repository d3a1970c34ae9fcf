import fc from 'fast-check';
import { amount, day, total } from './fixture/values';
import { isMonth, type Month } from './month';
import { cut, factText, noWords, reportLimits, type ReportFacts, type ReportWords } from './report-facts';
import { reportDay, reportMoney, reportMonth, reportPercent } from './report-format';
import { reportFileName, reportText, reportTitle } from './report-text';

const month = (text: string): Month => {
  if (!isMonth(text)) throw new TypeError(`${text} is no month`);
  return text;
};

const empty: ReportFacts = {
  month: month('2024-02'),
  client: 'Bałtyk S.A.',
  manager: null,
  asOf: day('2024-02-29'),
  relation: { kind: 'unknown', because: 'neverRead' },
  deals: cut([]),
  projects: cut([]),
  gates: cut([]),
  changes: { kind: 'unknown', because: 'unavailable' },
  documents: { kind: 'unknown', because: 'neverRead' },
  contacts: { kind: 'unknown', because: 'neverRead' },
  overdue: cut([]),
};

const full: ReportFacts = {
  ...empty,
  month: month('2026-12'),
  asOf: day('2026-12-31'),
  manager: 'Zofia Lis',
  relation: { kind: 'known', value: { entries: cut([{ on: day('2026-12-03'), kind: 'meeting', text: 'Plan na kwartał' }, { on: day('2026-12-10'), kind: 'satisfaction', text: '4 z 5' }]), openNeeds: 2 } },
  deals: cut([
    { name: 'Portal', stage: 'won', stageName: 'Closed Won', amount: { amount: amount('1234567.50'), currency: 'PLN' }, closeDate: day('2026-12-15'), entered: [{ on: day('2026-12-15'), stage: 'won', stageName: 'Closed Won' }] },
    { name: 'Mobile', stage: null, stageName: 'Pilot', amount: null, closeDate: null, entered: [] },
  ]),
  projects: cut([
    {
      key: 'POR', name: 'Portal', budget: { amount: amount('1000000.00'), currency: 'PLN' }, currency: 'PLN', revenue: total('500000.00'), cost: total('310000.05'), state: 'atRisk',
      toDate: { kind: 'known', basisPoints: 3_799 }, atCompletion: null, target: 40, plan: 'Tester odchodzi', published: [{ on: day('2026-12-02'), version: 3 }],
    },
    { key: 'SHOP', name: 'Sklep', budget: null, currency: null, revenue: null, cost: null, state: 'unknown', toDate: { kind: 'unknown', because: 'costUnknown' }, atCompletion: null, target: 40, plan: '', published: [] },
  ]),
  gates: cut([{ on: day('2026-12-20'), project: 'POR', deliverable: 'POR-7 Zamówienia', verdict: 'conditionalGo' }]),
  changes: { kind: 'known', value: { decided: cut([{ on: day('2026-12-09'), project: 'POR', title: 'Zwroty', outcome: 'agreed', budget: { amount: total('-12000.00'), currency: 'PLN' }, hours: 40 }]), open: 1 } },
  documents: { kind: 'known', value: { percent: 80, missing: [{ requirement: 'nda', deal: null }, { requirement: 'order', deal: 'Portal' }], renewals: [{ requirement: 'frameworkAgreement', deal: null, until: day('2027-01-31') }] } },
  contacts: { kind: 'known', value: { gaps: 2, noDecisionMaker: true } },
  overdue: cut([{ project: 'POR', kind: 'invoice', number: 'FV/12', amount: total('99.90'), currency: 'EUR', dueOn: day('2026-12-14') }]),
};
const words: ReportWords = { relation: 'Dobra.  \r\n\r\n\r\nKlient pyta o więcej.', risks: ' Jeden.\n', nextSteps: '- Oferta do 15 stycznia' };

it('is this text in Polish', () => {
  expect(reportText({ facts: full, words, language: 'pl' })).toBe(`# Raport o relacji z klientem: Bałtyk S.A., grudzień 2026
Stan na 31 grudnia 2026 · Opiekun klienta: Zofia Lis

## Relacja
Dobra.

Klient pyta o więcej.
- 3 grudnia 2026, spotkanie: Plan na kwartał
- 10 grudnia 2026, satysfakcja: 4 z 5
Potrzeby i problemy bez odpowiedzi: 2

## Szanse sprzedaży
- Portal: wygrana, 1 234 567,50 PLN, zamknięcie 15 grudnia 2026; 15 grudnia 2026: nowy etap wygrana
- Mobile: Pilot, bez kwoty

## Projekty: budżet i marża
- Portal (POR): zagrożony
  budżet 1 000 000,00 PLN, przychód do dziś 500 000,00 PLN, koszt do dziś 310 000,05 PLN
  marża do dziś 37,99 %, na koniec nieznane, cel 40 %
  Co z tym robimy: Tester odchodzi
  Wytyczne w wersji 3 opublikowano 2 grudnia 2026.
- Sklep (SHOP): marża nieznana
  budżet nieznane, przychód do dziś nieznane, koszt do dziś nieznane
  marża do dziś nieznane, na koniec nieznane, cel 40 %
  Zagrożenie nie ma jeszcze planu.

## Bramki odbioru
- 20 grudnia 2026, POR, POR-7 Zamówienia: przekazujemy warunkowo

## Zmiany zakresu
- 9 grudnia 2026, POR, Zwroty: uzgodniona, -12 000,00 PLN, 40 h
W toku: 1

## Dokumenty formalne
Kompletność: 80 %
Brakuje: umowa o poufności, zamówienie lub zakres prac (Portal)
- umowa ramowa: ważne do 31 stycznia 2027

## Kontakty
Braki w strukturze kontaktów: 2
Nie wiadomo, kto po stronie klienta podejmuje decyzje.

## Płatności po terminie
- POR, faktura FV/12: 99,90 EUR, termin 14 grudnia 2026

## Ryzyka
Jeden.

## Następne kroki
- Oferta do 15 stycznia
`);
});

it('is this text in English, on 29 February and with nothing known', () => {
  expect(reportText({ facts: empty, words: noWords, language: 'en' })).toBe(`# Client relation report: Bałtyk S.A., February 2024
As of 29 February 2024

## Relation
This has not been read yet.

## Deals
No deal is linked to a project.

## Projects: budget and margin
No project has published guidelines yet.

## Delivery gates
Nothing was decided this month.

## Scope changes
This could not be read.

## Formal documents
This has not been read yet.

## Contacts
This has not been read yet.

## Overdue payments
Nothing is overdue.
`);
});

test.each([
  ['pl', '-1234567.05', '-1 234 567,05 PLN', '29 lutego 2024', 'luty 2024', '-0,05 %'],
  ['en', '-1234567.05', '-1,234,567.05 PLN', '29 February 2024', 'February 2024', '-0.05 %'],
] as const)('in %s money, days and per cent have their own form', (language, sum, money, written, ofMonth, percent) => {
  expect([reportMoney(total(sum), 'PLN', language), reportDay(day('2024-02-29'), language), reportMonth(month('2024-02'), language), reportPercent(-5, language)]).toEqual([money, written, ofMonth, percent]);
  expect([reportMoney(total('0.00'), 'EUR', language), reportMoney(total('999.99'), 'EUR', language)].map((text) => text.replace(',', '.'))).toEqual(['0.00 EUR', '999.99 EUR']);
});

const anyText = fc.string({ unit: 'binary', maxLength: 600 });

it('is the same for the same facts and words, ends its lines alike and says nothing twice over', () => {
  fc.assert(
    fc.property(fc.record({ relation: anyText, risks: anyText, nextSteps: anyText }), fc.constantFrom('pl' as const, 'en' as const), (typed, language) => {
      const once = reportText({ facts: full, words: typed, language });
      expect(reportText({ facts: structuredClone(full), words: { ...typed }, language })).toBe(once);
      expect(once).toBe(once.normalize('NFC'));
      expect(once).not.toMatch(/\r/);
      expect(once.endsWith('\n')).toBe(true);
      expect(once.endsWith('\n\n')).toBe(false);
    }),
  );
});

it('has a title that Salesforce takes, whatever the client is called', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 700 }), fc.constantFrom('pl' as const, 'en' as const), (client, language) => {
      const title = reportTitle({ month: month('2026-11'), client }, language);
      expect(title.length).toBeLessThanOrEqual(255);
      expect(title).toMatch(/^2026-11 \S/u);
      expect(title).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      if (!/\p{Surrogate}/u.test(client)) expect(title).not.toMatch(/\p{Surrogate}/u);
      expect(reportFileName({ month: month('2026-11') }, language)).toMatch(/^[a-z0-9.-]+\.txt$/);
    }),
  );
});

it('takes a text as a fact on one line and no longer than anybody reads', () => {
  expect(factText(' a\n\tb\u2028c ')).toBe('a b c');
  expect([...factText('😀'.repeat(1_000))]).toHaveLength(reportLimits.text);
  expect(cut([1, 2, 3], 2)).toEqual({ items: [1, 2], leftOut: 1 });
});
