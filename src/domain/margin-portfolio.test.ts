import * as fc from 'fast-check';
import { clientId, day, instant, person, projectId, total } from './fixture/values';
import { clientMargins, mostUrgentFirst } from './margin-portfolio';
import type { MarginReading, MarginState } from './margin-guard';
import { unchecked, type MarginStanding } from './project-margin';
import { nothing, sumOf } from './total';

const at = instant('2026-05-04T08:00:00.000Z');
const baltyk = { id: clientId(1), name: 'Bałtyk' };
const mazur = { id: clientId(2), name: 'Mazur' };
const reading = (state: MarginState, basisPoints: number): MarginReading => ({
  state, reasons: [], toDate: { kind: 'known', basisPoints }, forecast: { kind: 'unknown', because: 'plansUnknown' }, target: 40, allowedCost: null, spentPercent: null, elapsedPercent: null,
});
const standing = (number: number, changes: Partial<MarginStanding>): MarginStanding => {
  const { figures: _, ...empty } = unchecked(projectId(String(number)));
  return { ...empty, project: { key: `P${number}`, name: `Project ${number}` }, ...changes };
};
const sums = (cost: string | null, revenue: string | null, currency: 'PLN' | 'EUR' | null = 'PLN'): MarginStanding['sums'] => ({ source: 'ownRates', asOf: day('2026-05-04'), currency, budget: null, cost: cost === null ? null : total(cost), revenue: revenue === null ? null : total(revenue) });
const threat = (state: 'atRisk' | 'belowTarget', answered: boolean): MarginStanding['threat'] => ({ state, reasons: [], openedAt: at, changedAt: at, answers: answered ? [{ plan: 'x', by: person('a'), at }] : [] });

it('puts first what is worst and nobody has answered', () => {
  const order = [
    standing(1, { reading: reading('belowTarget', 1_000), threat: threat('belowTarget', false) }),
    standing(2, { reading: reading('belowTarget', 2_000), threat: threat('belowTarget', false) }),
    standing(3, { reading: reading('belowTarget', 500), threat: threat('belowTarget', true) }),
    standing(4, { reading: reading('atRisk', 4_100), threat: threat('atRisk', false) }),
    standing(5, { reading: reading('atRisk', 4_100), threat: threat('atRisk', true) }),
    standing(6, {}),
    standing(7, { reading: reading('healthy', 5_000) }),
    standing(8, { reading: reading('healthy', 5_000) }),
  ];
  expect(mostUrgentFirst([...order].reverse()).map((one) => one.projectId)).toEqual(order.map((one) => one.projectId));
});

describe('a client’s sum', () => {
  it('is of projects in one currency, and unknown where one of them is', () => {
    const lines = clientMargins([
      standing(1, { clients: [baltyk], sums: sums('60.00', '100.00') }),
      standing(2, { clients: [baltyk], sums: sums('50.00', '100.00') }),
      standing(3, { clients: [baltyk], sums: sums('1.00', '2.00', 'EUR') }),
      standing(4, { clients: [mazur], sums: sums('10.00', '20.00') }),
      standing(5, { clients: [mazur], sums: sums(null, '20.00') }),
      standing(6, { clients: [mazur, baltyk], sums: sums('10.00', '20.00') }),
      standing(7, { clients: [], sums: null }),
    ]);
    expect(lines).toEqual([
      { client: baltyk, currency: 'EUR', projects: 1, unknown: 0, budget: null, cost: '1.00', revenue: '2.00', margin: { kind: 'known', basisPoints: 5_000 } },
      { client: baltyk, currency: 'PLN', projects: 2, unknown: 0, budget: null, cost: '110.00', revenue: '200.00', margin: { kind: 'known', basisPoints: 4_500 } },
      { client: mazur, currency: 'PLN', projects: 2, unknown: 1, budget: null, cost: null, revenue: '40.00', margin: { kind: 'unknown', because: 'costUnknown' } },
      { client: null, currency: null, projects: 1, unknown: 1, budget: null, cost: null, revenue: null, margin: { kind: 'unknown', because: 'revenueUnknown' } },
      { client: null, currency: 'PLN', projects: 1, unknown: 0, budget: null, cost: '10.00', revenue: '20.00', margin: { kind: 'known', basisPoints: 5_000 } },
    ]);
  });

  it('of mixed currencies is none', () => {
    expect(clientMargins([standing(1, { clients: [baltyk], sums: sums(null, null, null) })])).toMatchObject([{ currency: null, margin: { because: 'mixedCurrencies' } }]);
  });

  it('loses no project and no money, whatever the projects are', () => {
    const any = fc.record({ client: fc.constantFrom([baltyk], [mazur], [], [baltyk, mazur]), cents: fc.integer({ min: 0, max: 1_000_000 }), currency: fc.constantFrom('PLN' as const, 'EUR' as const) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (given) => {
        const standings = given.map(({ client, cents, currency }, place) => standing(10_000 + place, { clients: client, sums: sums((cents / 100).toFixed(2), '1.00', currency) }));
        const lines = clientMargins(standings);
        expect(lines.reduce((sum, { projects }) => sum + projects, 0)).toBe(given.length);
        for (const currency of ['PLN', 'EUR'] as const) {
          const whole = sumOf(given.filter((one) => one.currency === currency).map(({ cents }) => total((cents / 100).toFixed(2))));
          expect(sumOf(lines.filter((line) => line.currency === currency).map(({ cost }) => cost ?? nothing))).toBe(whole);
        }
      }),
    );
  });
});
