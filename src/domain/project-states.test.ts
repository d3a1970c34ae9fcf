import fc from 'fast-check';
import type { ProjectRow } from './attention/portfolio-row';
import { amount, day } from './fixture/values';
import { isTold, statesOf, type ProjectStates } from './project-states';

type Facts = Pick<ProjectRow, 'stage' | 'gate' | 'guidelines' | 'margin'>;

const guidelines = { version: 3, readers: 0, budget: { amount: amount('480000.00'), currency: 'PLN' }, start: day('2026-01-05'), end: day('2026-06-30'), next: { name: 'Beta', date: day('2026-04-01') } } as const;
const none = { waiting: 0, go: 0, conditional: 0, noGo: 0, lapsed: 0 } as const;
const project: Facts = { stage: 'won', gate: none, guidelines, margin: { state: 'belowTarget', basisPoints: 2_500 } };
const count = fc.nat({ max: 3 });
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  stage: fc.constantFrom(null, 'open', 'negotiation', 'internallyWon', 'won', 'lost'),
  gate: fc.record({ waiting: count, go: count, conditional: count, noGo: count, lapsed: count }),
  guidelines: fc.option(count.map((readers) => ({ ...guidelines, readers }))),
  margin: fc.record({ state: fc.constantFrom('healthy', 'atRisk', 'belowTarget', 'unknown'), basisPoints: fc.option(fc.integer()) }),
});

it('says the state of the gate that most needs somebody', () => {
  const gate = (counts: Partial<Facts['gate']>) => statesOf({ ...project, gate: { ...none, ...counts } }, { sharesMargin: false }).gate;
  expect([gate({ waiting: 1, lapsed: 2, go: 3 }), gate({ lapsed: 1, noGo: 1 }), gate({ noGo: 1, conditional: 1 }), gate({ conditional: 1, go: 1 }), gate({ go: 1 }), gate({})]).toEqual([
    'waiting', 'lapsed', 'noGo', 'conditionalGo', 'go', 'none',
  ]);
});

it('says whether the guidelines are there, and whether anybody has read them', () => {
  const read = (readers: number) => statesOf({ ...project, guidelines: { ...guidelines, readers } }, { sharesMargin: false }).guidelines;
  expect([statesOf({ ...project, guidelines: null }, { sharesMargin: false }).guidelines, read(0), read(2)]).toEqual(['none', 'unread', 'acknowledged']);
});

it('tells states and nothing else of any project, and the margin only where it is shared', () => {
  const words = /^(?:none|open|negotiation|internallyWon|won|lost|waiting|go|conditionalGo|noGo|lapsed|unread|acknowledged|healthy|atRisk|belowTarget|unknown)$/;
  fc.assert(
    fc.property(anyFacts, fc.boolean(), (facts, sharesMargin) => {
      const states = statesOf(facts, { sharesMargin });
      expect(Object.keys(states).sort()).toEqual([...(sharesMargin ? ['gate', 'guidelines', 'margin', 'stage'] : ['gate', 'guidelines', 'stage'])]);
      for (const state of Object.values(states)) expect(state).toMatch(words);
    }),
  );
});

it('takes for told what would be read the same, and nothing that is unknown', () => {
  const shared = statesOf(project, { sharesMargin: true });
  const states: readonly (ProjectStates | 'nothing')[] = [shared, statesOf(project, { sharesMargin: false }), { ...shared, stage: 'lost' }, { ...shared, gate: 'go' }, { ...shared, guidelines: 'none' }, { ...shared, margin: 'atRisk' }, 'nothing'];
  for (const [at, one] of states.entries()) {
    expect(states.map((other) => isTold(one, other))).toEqual(states.map((_, other) => at === other));
    expect(isTold('unknown', one)).toBe(false);
  }
});
