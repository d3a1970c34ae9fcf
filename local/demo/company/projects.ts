import type { DealName } from './deals';
import type { PersonName } from './people';

export interface DemoProject {
  /** Numeric id in Jira. */
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly style?: 'next-gen';
  readonly accountManager: PersonName;
  readonly productOwner: PersonName;
  readonly projectManager: PersonName;
  readonly team: readonly PersonName[];
  readonly deals: readonly DealName[];
  /** What is built, the oldest first; the first fifth is done, the last third not begun. */
  readonly stories: readonly string[];
  readonly bugs: readonly string[];
  /** Name, and days from today on which it is or was released. */
  readonly versions: readonly (readonly [name: string, releases: number])[];
}

export const projects = {
  portal: {
    id: '10101', key: 'PORT', name: 'Portal klienta Bałtyk',
    accountManager: 'zofia', productOwner: 'kinga', projectManager: 'marcin',
    team: ['krzysztof', 'natalia', 'oliwia', 'dominika', 'lukasz'], deals: ['portal', 'portalMobile'],
    stories: [
      'Logowanie klienta przez konto firmowe', 'Lista zleceń transportowych', 'Szczegóły zlecenia z listem przewozowym', 'Powiadomienia o zmianie statusu',
      'Wyszukiwarka przesyłek', 'Zamówienie odbioru', 'Kalkulator ceny usługi', 'Historia faktur i płatności', 'Eksport zleceń do arkusza', 'Zgłoszenie reklamacji',
      'Uprawnienia pracowników klienta', 'Mapa z położeniem pojazdu', 'Raport terminowości dostaw', 'Wersja angielska portalu', 'Panel administratora klienta', 'Dostępność zgodna z WCAG 2.2',
    ],
    bugs: ['Podwójne powiadomienie po anulowaniu zlecenia', 'Kalkulator nie liczy dopłaty paliwowej', 'Błąd sortowania po dacie załadunku'],
    versions: [['1.0 Zlecenia', -12], ['1.1 Reklamacje', 45], ['2.0 Kierowcy', 130]],
  },
  ehealth: {
    id: '10102', key: 'ZDR', name: 'Zdrovia: rejestracja online',
    accountManager: 'zofia', productOwner: 'pawel', projectManager: 'joanna',
    team: ['michal', 'piotr', 'jakub', 'beata'], deals: ['ehealth'],
    stories: [
      'Wybór lekarza i terminu', 'Przypomnienie SMS o wizycie', 'Odwołanie wizyty', 'Lista e-recept', 'Integracja z P1', 'Konto rodzinne', 'Zgody pacjenta',
      'Wyniki badań do pobrania', 'Opinie po wizycie', 'Płatność za wizytę prywatną', 'Kolejka oczekujących', 'Widok recepcji',
    ],
    bugs: ['Termin znika po odświeżeniu strony', 'Nieczytelny kontrast przycisku w trybie ciemnym'],
    versions: [['Pilotaż w dwóch placówkach', 60], ['Wdrożenie w sieci', 150]],
  },
  warehouse: {
    id: '10103', key: 'MAZ', name: 'Mazur: hurtownia danych',
    accountManager: 'tomasz', productOwner: 'agnieszka', projectManager: 'rafal',
    team: ['krzysztof', 'michal', 'lukasz'], deals: ['warehouse'],
    stories: [
      'Zasilanie z systemu bilingowego', 'Zasilanie z liczników', 'Model danych odbiorcy', 'Kontrola jakości danych', 'Prognoza zużycia na dobę', 'Prognoza zużycia na miesiąc',
      'Raport odchyleń od prognozy', 'Pulpit zarządu', 'Uprawnienia do danych osobowych', 'Archiwizacja po pięciu latach', 'Udostępnianie danych regulatorowi', 'Dokumentacja modelu',
      'Testy obciążenia', 'Szkolenie analityków',
    ],
    bugs: ['Zdublowane odczyty po zmianie czasu', 'Prognoza pomija święta ruchome'],
    versions: [['Zasilanie', -40], ['Prognozy', 12], ['Raporty', 75]],
  },
  shop: {
    id: '10104', key: 'STAL', name: 'Stalmet: sklep B2B', style: 'next-gen',
    accountManager: 'tomasz', productOwner: 'kinga', projectManager: 'joanna',
    team: ['natalia', 'oliwia', 'dominika'], deals: ['shop'],
    stories: [
      'Katalog z cenami kontrahenta', 'Stany magazynowe z ERP', 'Koszyk i szablony zamówień', 'Limit kupiecki', 'Zamówienie cięcia na wymiar', 'Certyfikaty materiałowe',
      'Śledzenie dostawy', 'Panel handlowca',
    ],
    bugs: ['Zaokrąglenie ceny za kilogram'],
    versions: [['Start sprzedaży', 95]],
  },
  configurator: {
    id: '10105', key: 'NORD', name: 'Nordhaus: konfigurator 3D',
    accountManager: 'malgorzata', productOwner: 'pawel', projectManager: 'rafal',
    team: ['piotr', 'jakub'], deals: ['configurator'],
    stories: ['Makieta konfiguratora', 'Wybór materiału i koloru', 'Wycena na bieżąco', 'Zapis projektu klienta', 'Podgląd w rozszerzonej rzeczywistości'],
    bugs: [],
    versions: [],
  },
  files: {
    id: '10106', key: 'AKTA', name: 'Kwiatkowscy: obieg akt',
    accountManager: 'malgorzata', productOwner: 'agnieszka', projectManager: 'marcin',
    team: ['natalia', 'beata'], deals: [],
    stories: ['Warsztat z kancelarią', 'Mapa procesu obiegu', 'Prototyp skrzynki akt', 'Analiza wymagań RODO', 'Szacowanie etapu I'],
    bugs: [],
    versions: [],
  },
  lending: {
    id: '10107', key: 'PBS', name: 'Piast: wnioski kredytowe',
    accountManager: 'tomasz', productOwner: 'pawel', projectManager: 'marcin',
    team: ['krzysztof', 'piotr', 'dominika', 'beata'], deals: ['lending'],
    stories: [
      'Wniosek krok po kroku', 'Weryfikacja tożsamości', 'Zapytanie do BIK', 'Zdolność kredytowa', 'Podpis elektroniczny umowy', 'Panel analityka', 'Powiadomienia o decyzji',
      'Załączniki do wniosku', 'Audyt zmian we wniosku',
    ],
    bugs: ['Sesja wygasa w trakcie podpisu'],
    versions: [['Pilotaż', 85]],
  },
} as const satisfies Readonly<Record<string, DemoProject>>;

export type ProjectName = keyof typeof projects;
