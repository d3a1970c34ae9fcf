import { workingDay } from './days';
import { people, type PersonName } from './people';
import type { ProjectName } from './projects';

interface Line {
  readonly role: string;
  readonly person?: PersonName;
  readonly from: number;
  readonly to: number;
  readonly hours: string;
  /** The second deal of the project, where the line was sold with it. */
  readonly ofSecondDeal?: true;
}

export interface DemoGuidelines {
  readonly amount: string;
  readonly currency?: 'EUR';
  readonly hours: string;
  readonly targetMargin?: string;
  readonly billable: string;
  readonly start: number;
  readonly end: number;
  readonly milestones: readonly (readonly [name: string, day: number])[];
  readonly goal: string;
  readonly inScope: string;
  readonly outOfScope: string;
  readonly priorities: readonly string[];
  readonly staffing: readonly Line[];
}

const portalFirst: DemoGuidelines = {
  amount: '610 000', hours: '3100', billable: 'Analiza, wytwarzanie i testy. Spotkania statusowe w cenie.',
  start: -35, end: 120,
  milestones: [['Zlecenia u pierwszych klientów', -12], ['Reklamacje', 45], ['Odbiór końcowy', 116]],
  goal: 'Klienci Bałtyku sami sprawdzają i zamawiają przewozy, zamiast dzwonić do spedytora.',
  inScope: 'Zlecenia, śledzenie, reklamacje, faktury, konta pracowników klienta.',
  outOfScope: 'Aplikacja dla kierowców, integracja z giełdą ładunków.',
  priorities: ['Termin reklamacji przed zakresem', 'Poprawność cen', 'Wygoda na telefonie'],
  staffing: [
    { role: 'Starszy programista', person: 'krzysztof', from: -35, to: 116, hours: '5' },
    { role: 'Programista', person: 'natalia', from: -35, to: 80, hours: '6' },
    { role: 'Projektant UX', person: 'dominika', from: -30, to: 30, hours: '3' },
    { role: 'Tester', person: 'lukasz', from: 4, to: 116, hours: '4' },
  ],
};

const portalSecond: DemoGuidelines = {
  ...portalFirst,
  amount: '640 000', hours: '3250', end: 130,
  milestones: [['Zlecenia u pierwszych klientów', -12], ['Reklamacje', 45], ['Odbiór końcowy', 126]],
  priorities: ['Poprawność cen', 'Termin reklamacji przed zakresem', 'Wygoda na telefonie', 'Dostępność WCAG 2.2'],
};

const portalThird: DemoGuidelines = {
  ...portalSecond,
  inScope: 'Zlecenia, śledzenie, reklamacje, faktury, konta pracowników klienta, wersja angielska.',
  staffing: [
    ...portalSecond.staffing,
    { role: 'Programista mobilny', from: 49, to: 147, hours: '8', ofSecondDeal: true },
    { role: 'Tester', from: 84, to: 147, hours: '4', ofSecondDeal: true },
  ],
};

/** What each account manager published, version after version; a project that is not named has none. */
export const guidelines: Partial<Readonly<Record<ProjectName, readonly DemoGuidelines[]>>> = {
  portal: [portalFirst, portalSecond, portalThird],
  ehealth: [
    {
      amount: '920 000', hours: '4600', billable: 'Wszystkie prace projektowe i szkolenie recepcji.',
      start: 14, end: 200,
      milestones: [['Pilotaż w dwóch placówkach', 60], ['Wdrożenie w całej sieci', 150], ['Koniec gwarancyjnego wsparcia', 196]],
      goal: 'Pacjent umawia wizytę i odbiera receptę bez telefonu do recepcji.',
      inScope: 'Rejestracja, przypomnienia, e-recepty, konto rodzinne, zgody.',
      outOfScope: 'Telekonsultacje, rozliczenia z NFZ.',
      priorities: ['Bezpieczeństwo danych medycznych', 'Pilotaż w terminie', 'Prostota dla osób starszych', 'Wydajność w poniedziałki rano'],
      staffing: [
        { role: 'Programista', person: 'michal', from: 14, to: 150, hours: '6' },
        { role: 'Programista mobilny', person: 'piotr', from: 28, to: 150, hours: '5' },
        { role: 'Projektant interfejsów', person: 'jakub', from: 14, to: 70, hours: '4' },
        { role: 'Tester', person: 'beata', from: 35, to: 196, hours: '5' },
        { role: 'Specjalista bezpieczeństwa', from: 42, to: 63, hours: '4' },
      ],
    },
  ],
  warehouse: [
    {
      amount: '1 150 000', hours: '5400', targetMargin: '42', billable: 'Prace analityczne i programistyczne. Infrastruktura po stronie klienta.',
      start: -70, end: 110,
      milestones: [['Zasilanie danych', -40], ['Prognozy', 12], ['Raporty dla regulatora', 75], ['Odbiór', 106]],
      goal: 'Mazur kupuje energię według prognozy, której ufa, i wie, skąd biorą się odchylenia.',
      inScope: 'Zasilania, model danych, prognozy, raporty, dokumentacja.',
      outOfScope: 'Zakup energii, integracja z giełdą.',
      priorities: ['Jakość danych', 'Prognoza dobowa', 'Raport dla regulatora w terminie', 'Czas odpowiedzi pulpitu', 'Dokumentacja'],
      staffing: [
        { role: 'Starszy programista', person: 'krzysztof', from: -70, to: 75, hours: '3' },
        { role: 'Inżynier danych', person: 'michal', from: -70, to: 12, hours: '4' },
        { role: 'Inżynier danych', from: 14, to: 106, hours: '8' },
        { role: 'Starszy tester', person: 'lukasz', from: -20, to: 106, hours: '3' },
      ],
    },
  ],
  shop: [
    {
      amount: '478 000', hours: '2350', billable: 'Analiza, wytwarzanie, testy, uruchomienie.',
      start: 35, end: 175,
      milestones: [['Katalog i ceny', 70], ['Start sprzedaży', 95], ['Odbiór', 171]],
      goal: 'Kontrahent Stalmetu zamawia stal o każdej porze, po swojej cenie.',
      inScope: 'Katalog, ceny kontrahenta, stany, zamówienia, limit kupiecki.',
      outOfScope: 'Sprzedaż detaliczna, płatności kartą.',
      priorities: ['Zgodność cen z ERP', 'Start przed sezonem', 'Szybkość koszyka'],
      staffing: [
        { role: 'Programista', person: 'oliwia', from: 35, to: 150, hours: '6' },
        { role: 'Programista', from: 35, to: 171, hours: '8' },
        { role: 'Projektant UX', from: 35, to: 63, hours: '4' },
        { role: 'Tester', from: 63, to: 171, hours: '4' },
      ],
    },
  ],
  configurator: [
    {
      amount: '196 000', currency: 'EUR', hours: '2100', billable: 'Całość prac.',
      start: 10, end: 140,
      milestones: [['Makieta', 24], ['Pierwsza wersja', 94]],
      goal: 'Klient sklepu sam projektuje meble i od razu widzi cenę.',
      inScope: 'Konfigurator, wycena, zapis projektu.',
      outOfScope: 'Sklep internetowy.',
      priorities: ['Płynność na telefonie', 'Zgodność wyceny'],
      staffing: [
        { role: 'Programista mobilny', person: 'piotr', from: -14, to: 94, hours: '3' },
        { role: 'Projektant interfejsów', person: 'jakub', from: 10, to: 60, hours: '4' },
      ],
    },
  ],
  lending: [
    {
      amount: '860 000', hours: '4100', billable: 'Prace projektowe; testy bezpieczeństwa rozlicza klient.',
      start: 45, end: 210,
      milestones: [['Pilotaż', 85], ['Wdrożenie', 160], ['Odbiór', 206]],
      goal: 'Wniosek o kredyt w kwadrans, bez wizyty w oddziale.',
      inScope: 'Wniosek, tożsamość, zdolność, podpis, panel analityka.',
      outOfScope: 'Kredyty hipoteczne.',
      priorities: ['Zgodność z wymaganiami KNF', 'Pilotaż w terminie', 'Czytelność dla klienta'],
      staffing: [
        { role: 'Starszy programista', person: 'krzysztof', from: 45, to: 160, hours: '2' },
        { role: 'Programista', from: 45, to: 206, hours: '8' },
        { role: 'Projektant UX', person: 'dominika', from: 45, to: 84, hours: '4' },
        { role: 'Tester', person: 'beata', from: 70, to: 206, hours: '3' },
      ],
    },
  ],
};

/** Guidelines as a draft of the app: what an account manager types into its fields. */
export function draftOf(given: DemoGuidelines, today: string, secondDealId: string | null) {
  const id = (kind: string, place: number): string => `${kind}${String(place).padStart(4, '0')}`;
  return {
    budget: { amount: given.amount, currency: given.currency ?? 'PLN', hours: given.hours, targetMargin: given.targetMargin ?? '40', billable: given.billable },
    schedule: {
      start: workingDay(today, given.start),
      end: workingDay(today, given.end),
      milestones: given.milestones.map(([name, day], place) => ({ id: id('milestone', place), name, date: workingDay(today, day) })),
    },
    scope: { goal: given.goal, inScope: given.inScope, outOfScope: given.outOfScope },
    // Named by their words, so that a priority that only moves keeps its id from version to version.
    priorities: given.priorities.map((text) => ({ id: id('priority', checksum(text)), text })),
    staffing: given.staffing.map((line, place) => ({
      id: id('line', place),
      role: line.role,
      person: line.person === undefined ? null : { accountId: people[line.person].accountId, name: people[line.person].name },
      from: workingDay(today, line.from),
      to: workingDay(today, line.to),
      hoursPerDay: line.hours,
      dealId: line.ofSecondDeal === true ? secondDealId : null,
    })),
  };
}

const checksum = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007, 7);
