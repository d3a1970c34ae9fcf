import type { PersonName } from './people';

export interface DemoClient {
  /** Makes the Salesforce id. */
  readonly number: number;
  readonly name: string;
  readonly accountManager: PersonName;
}

/** The company's clients, by what they are called in its data. */
export const clients = {
  baltyk: { number: 101, name: 'Bałtyk Logistyka S.A.', accountManager: 'zofia' },
  zdrovia: { number: 102, name: 'Zdrovia Centra Medyczne', accountManager: 'zofia' },
  mazur: { number: 103, name: 'Mazur Energia Sp. z o.o.', accountManager: 'tomasz' },
  stalmet: { number: 104, name: 'Stalmet Hurtownie', accountManager: 'tomasz' },
  nordhaus: { number: 105, name: 'Nordhaus GmbH', accountManager: 'malgorzata' },
  kwiatkowscy: { number: 106, name: 'Kwiatkowscy i Wspólnicy', accountManager: 'malgorzata' },
  tatra: { number: 107, name: 'Tatra Ubezpieczenia', accountManager: 'zofia' },
  piast: { number: 108, name: 'Piast Bank Spółdzielczy', accountManager: 'tomasz' },
} as const satisfies Readonly<Record<string, DemoClient>>;

export type ClientName = keyof typeof clients;
