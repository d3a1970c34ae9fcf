import type { PersonName } from './people';
import type { ProjectName } from './projects';

interface Entry {
  readonly kind: 'expense' | 'fixedRevenue';
  readonly description: string;
  /** Days from today. */
  readonly day: number;
  readonly amount: string;
  /** Where it is not the project's. */
  readonly currency?: 'PLN';
  readonly category?: string;
  /** Again each month, so many times in all. */
  readonly months?: number;
}

/** A project of Financial Manager. What is not said of it is as Tempo makes one. */
interface FinancialProject {
  readonly name: string;
  readonly over: readonly ProjectName[];
  /** Made of a saved filter that finds the project's issues; otherwise of the Jira projects themselves. */
  readonly filter?: { readonly reference: string; readonly title: string };
  readonly owner: PersonName;
  readonly budget?: string;
  readonly currency?: 'EUR';
  readonly isFixedPrice?: true;
  /** What everybody's hour is sold for; by their roles where there is none. */
  readonly billingRate?: string;
  /** What everybody's hour costs; by their roles where there is none. */
  readonly costRate?: string;
  /** Who works in another role than elsewhere. */
  readonly otherRoles?: Partial<Readonly<Record<PersonName, string>>>;
  readonly entries: readonly Entry[];
}

/** One is well (the court files), one sinks towards the target (the portal), one is below it (the warehouse); the shop has none. */
export const financialProjects: readonly FinancialProject[] = [
  {
    name: 'Bałtyk: portal klienta', over: ['portal'], owner: 'marcin', budget: '384000.00',
    entries: [{ kind: 'expense', description: 'Środowisko testowe', day: -30, amount: '350.00', category: 'Infrastruktura', months: 6 }],
  },
  {
    name: 'Mazur: hurtownia i prognozy', over: ['warehouse'], owner: 'rafal', budget: '667000.00', otherRoles: { michal: 'Inżynier danych' },
    entries: [
      { kind: 'expense', description: 'Licencja narzędzia do prognoz', day: -66, amount: '9800.00', category: 'Licencje' },
      { kind: 'expense', description: 'Moc obliczeniowa', day: -60, amount: '1450.00', category: 'Infrastruktura', months: 6 },
    ],
  },
  { name: 'Kwiatkowscy: obieg akt', over: ['files'], owner: 'marcin', budget: '186000.00', billingRate: '170.00', entries: [] },
  // Two that tell of the same Jira project: only a person knows which one counts.
  { name: 'Zdrovia: rejestracja i e-recepty', over: ['ehealth'], owner: 'joanna', budget: '552000.00', entries: [] },
  { name: 'Zdrovia: pilotaż', over: ['ehealth'], owner: 'joanna', entries: [] },
  {
    name: 'Piast: wnioski kredytowe', over: ['lending'], filter: { reference: '10240', title: 'PBS: zakres umowy' }, owner: 'marcin', budget: '516000.00',
    entries: [],
  },
  // In euro, but with an expense that somebody entered in złoty: its sums are in no currency.
  {
    name: 'Nordhaus: konfigurator mebli', over: ['configurator'], owner: 'rafal', budget: '117600.00', currency: 'EUR', isFixedPrice: true, costRate: '23.50',
    entries: [
      { kind: 'fixedRevenue', description: 'Zaliczka za makietę', day: -20, amount: '6400.00' },
      { kind: 'expense', description: 'Wyjazd na targi', day: -24, amount: '2870.00', currency: 'PLN', category: 'Podróże' },
    ],
  },
];

/** What an hour in a role without rates of its own costs and is sold for. */
export const ratesOfOthers = { cost: '90.00', billing: '180.00' } as const;

/** From this day on roles cost what they cost now; before it each cost a tenth less. */
export const ratesSince = '2024-01-01';
