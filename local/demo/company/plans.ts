import type { InternalIssue } from './internal';
import type { PersonName } from './people';
import type { ProjectName } from './projects';

/** A plan that somebody entered in Tempo by hand, and that Opiekun must never touch. */
export interface DemoPlan {
  readonly person: PersonName;
  readonly on: { readonly project: ProjectName } | { readonly internal: InternalIssue };
  /** Days from today. */
  readonly from: number;
  readonly to: number;
  /** Hours a day. */
  readonly hours: number;
  readonly description: string;
}

const work = (person: PersonName, project: ProjectName, from: number, to: number, hours: number, description: string): DemoPlan => ({
  person, on: { project }, from, to, hours, description,
});
const away = (person: PersonName, internal: InternalIssue, from: number, to: number, hours: number, description: string): DemoPlan => ({
  person, on: { internal }, from, to, hours, description,
});

/** Natalia, Krzysztof and Beata are planned for more than their day has. */
export const plans: readonly DemoPlan[] = [
  work('kinga', 'portal', -28, 60, 4, 'Rola właścicielki produktu'),
  work('kinga', 'shop', 7, 60, 3, 'Warsztaty i rejestr wymagań'),
  work('pawel', 'ehealth', 0, 70, 5, 'Rola właściciela produktu'),
  work('pawel', 'lending', 0, 21, 3, 'Wymagania i rozmowy z bankiem'),
  work('agnieszka', 'warehouse', -28, 70, 6, 'Rola właścicielki produktu'),
  work('agnieszka', 'files', 0, 28, 3, 'Analiza u klienta'),
  work('marcin', 'portal', -28, 84, 3, 'Prowadzenie projektu'),
  work('marcin', 'files', 0, 28, 2, 'Prowadzenie analizy'),
  work('joanna', 'ehealth', 7, 84, 4, 'Prowadzenie projektu'),
  work('rafal', 'warehouse', -28, 84, 5, 'Prowadzenie projektu'),
  work('krzysztof', 'files', 7, 25, 3, 'Konsultacja architektury'),
  work('natalia', 'files', 0, 18, 4, 'Prototyp skrzynki akt'),
  work('dominika', 'files', 0, 18, 4, 'Badania z użytkownikami'),
  work('michal', 'portal', -14, 11, 4, 'Integracja z TMS'),
  work('oliwia', 'portal', -7, 32, 6, 'Raport terminowości'),
  work('piotr', 'portal', 0, 25, 4, 'Rozpoznanie aplikacji kierowcy'),
  work('beata', 'files', 4, 25, 6, 'Analiza RODO i plan testów'),
  work('beata', 'ehealth', 7, 18, 4, 'Plan testów pilotażu'),
  work('jakub', 'portal', -7, 14, 5, 'Biblioteka komponentów'),
  work('henryk', 'warehouse', -70, -30, 8, 'Zasilanie z liczników'),
  away('natalia', 'holiday', 21, 32, 8, 'Urlop'),
  away('krzysztof', 'holiday', 35, 39, 8, 'Urlop'),
  away('lukasz', 'holiday', 14, 16, 8, 'Urlop'),
  away('dominika', 'training', 22, 23, 8, 'Szkolenie z badań dostępności'),
  away('michal', 'hiring', 2, 9, 1, 'Rozmowy z kandydatami'),
  away('piotr', 'sickness', -6, -3, 8, 'Zwolnienie'),
];

/** Roles that Tempo knows as generic resources before the app adds its own. */
export const genericResources = ['Programista', 'Tester', 'Projektant UX'] as const;

/** Teams in Tempo, each with whom leads it. */
export const teams = [
  { name: 'Zespół Portal', lead: 'marcin', members: ['krzysztof', 'natalia', 'oliwia', 'dominika', 'lukasz'], projects: ['portal'] },
  { name: 'Zespół Zdrowie', lead: 'joanna', members: ['michal', 'piotr', 'jakub', 'beata'], projects: ['ehealth', 'lending'] },
] as const satisfies readonly { name: string; lead: PersonName; members: readonly PersonName[]; projects: readonly ProjectName[] }[];
