import type { PersonName } from './people';
import type { ProjectName } from './projects';

/** A plan that somebody entered in Tempo by hand, and that Opiekun must never touch. */
export interface DemoPlan {
  readonly person: PersonName;
  readonly project: ProjectName;
  readonly from: number;
  readonly to: number;
  readonly hours: number;
  readonly description: string;
}

export const plans: readonly DemoPlan[] = [
  { person: 'kinga', project: 'portal', from: -28, to: 60, hours: 4, description: 'Rola właściciela produktu' },
  { person: 'kinga', project: 'shop', from: 7, to: 60, hours: 3, description: 'Warsztaty i rejestr wymagań' },
  { person: 'pawel', project: 'ehealth', from: 0, to: 70, hours: 5, description: 'Rola właściciela produktu' },
  { person: 'agnieszka', project: 'warehouse', from: -28, to: 70, hours: 6, description: 'Rola właścicielki produktu' },
  { person: 'agnieszka', project: 'files', from: 0, to: 28, hours: 3, description: 'Analiza u klienta' },
  { person: 'marcin', project: 'portal', from: -28, to: 84, hours: 3, description: 'Prowadzenie projektu' },
  { person: 'marcin', project: 'files', from: 0, to: 28, hours: 2, description: 'Prowadzenie analizy' },
  { person: 'joanna', project: 'ehealth', from: 7, to: 84, hours: 4, description: 'Prowadzenie projektu' },
  { person: 'rafal', project: 'warehouse', from: -28, to: 84, hours: 5, description: 'Prowadzenie projektu' },
  { person: 'krzysztof', project: 'files', from: 7, to: 25, hours: 3, description: 'Konsultacja architektury' },
  { person: 'natalia', project: 'files', from: 0, to: 18, hours: 4, description: 'Prototyp skrzynki akt' },
  { person: 'dominika', project: 'files', from: 0, to: 18, hours: 4, description: 'Badania z użytkownikami' },
  { person: 'michal', project: 'portal', from: -14, to: 11, hours: 4, description: 'Wsparcie integracji z TMS' },
  { person: 'oliwia', project: 'portal', from: -7, to: 32, hours: 6, description: 'Raport terminowości' },
  { person: 'piotr', project: 'portal', from: 0, to: 25, hours: 4, description: 'Rozpoznanie aplikacji kierowcy' },
  { person: 'beata', project: 'files', from: 4, to: 25, hours: 6, description: 'Plan testów' },
  { person: 'jakub', project: 'portal', from: -7, to: 14, hours: 5, description: 'Biblioteka komponentów' },
];

/** Roles that Tempo knows as generic resources before the app adds its own. */
export const genericResources = ['Programista', 'Tester', 'Projektant UX'] as const;
