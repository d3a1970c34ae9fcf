import type { PersonName } from './people';

interface DemoRate {
  readonly role: string;
  /** An hour, in złoty. */
  readonly cost: string;
  /** What the client pays for it; without one the role is not sold. */
  readonly billing?: string;
}

/** What an hour of each role costs the company and is sold for. */
export const rates: readonly DemoRate[] = [
  { role: 'Starszy programista', cost: '115.00', billing: '230.00' },
  { role: 'Programista', cost: '85.00', billing: '185.00' },
  { role: 'Programista mobilny', cost: '95.00', billing: '200.00' },
  { role: 'Inżynier danych', cost: '125.00', billing: '215.00' },
  { role: 'Projektant UX', cost: '82.00', billing: '175.00' },
  { role: 'Projektant interfejsów', cost: '82.00', billing: '175.00' },
  { role: 'Tester', cost: '68.00', billing: '150.00' },
  { role: 'Starszy tester', cost: '84.00', billing: '170.00' },
  { role: 'Specjalista bezpieczeństwa', cost: '140.00', billing: '240.00' },
  { role: 'Kierownik projektu', cost: '98.00' },
  { role: 'Właściciel produktu', cost: '96.00' },
  { role: 'Opiekun klienta', cost: '92.00' },
];

/** In which role people are where no guidelines say it. */
export const roles: Readonly<Partial<Record<PersonName, string>>> = {
  krzysztof: 'Starszy programista',
  natalia: 'Programista',
  michal: 'Programista',
  oliwia: 'Programista',
  piotr: 'Programista mobilny',
  dominika: 'Projektant UX',
  jakub: 'Projektant interfejsów',
  beata: 'Tester',
  lukasz: 'Starszy tester',
  kinga: 'Właściciel produktu',
  pawel: 'Właściciel produktu',
  agnieszka: 'Właściciel produktu',
  marcin: 'Kierownik projektu',
  joanna: 'Kierownik projektu',
  rafal: 'Kierownik projektu',
  zofia: 'Opiekun klienta',
  tomasz: 'Opiekun klienta',
  malgorzata: 'Opiekun klienta',
};
