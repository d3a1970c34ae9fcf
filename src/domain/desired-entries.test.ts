import fc from 'fast-check';
import { dealStages } from './deal';
import { desiredEntries, type Planned } from './desired-entries';
import { anyDay, anyGuidelines } from './fixture/arbitraries';
import { sampleGuidelines, staffingLine } from './fixture/guidelines';
import { day, dealId, lineId, person, projectId } from './fixture/values';

const planned: Planned = {
  deal: { id: dealId(1), name: 'Order portal', probability: 60 },
  stage: 'negotiation',
  projectId: projectId('10001'),
  firstDealId: dealId(1),
  guidelines: {
    ...sampleGuidelines,
    staffing: [staffingLine(), staffingLine({ id: lineId('line2'), role: 'Tester', person: null }), staffingLine({ id: lineId('line3'), dealId: dealId(2) })],
  },
  today: day('2026-03-02'),
  language: 'en',
  approvalOn: true,
};
const entriesAt = (changes: Partial<Planned>) => desiredEntries({ ...planned, ...changes }).map(({ firmness, content, asksForApproval }) => ({ firmness, assignee: content.assignee, description: content.description.split(' · ')[0], asksForApproval }));

const dev = { kind: 'person', accountId: person('dev').accountId };
const role = (name: string) => ({ kind: 'role', role: name });

it.each([
  ['open', []],
  [
    'negotiation',
    [
      { firmness: 'tentative', assignee: role('Developer'), description: 'Negotiation 60%', asksForApproval: false },
      { firmness: 'tentative', assignee: role('Tester'), description: 'Negotiation 60%', asksForApproval: false },
    ],
  ],
  [
    'internallyWon',
    [
      { firmness: 'firm', assignee: dev, description: 'Internally won', asksForApproval: false },
      { firmness: 'firm', assignee: role('Tester'), description: 'Internally won', asksForApproval: false },
    ],
  ],
  [
    'won',
    [
      { firmness: 'confirmed', assignee: dev, description: 'Order portal', asksForApproval: true },
      { firmness: 'confirmed', assignee: role('Tester'), description: 'Order portal', asksForApproval: false },
    ],
  ],
  ['lost', []],
] as const)('wants at %s what the table of the product says', (stage, entries) => {
  expect(entriesAt({ stage })).toEqual(entries);
});

it('asks for no approval where Tempo has none, and says no chance that is not known', () => {
  expect(entriesAt({ stage: 'won', approvalOn: false }).some(({ asksForApproval }) => asksForApproval)).toBe(false);
  expect(entriesAt({ deal: { ...planned.deal, probability: null } })[0]?.description).toBe('Negotiation');
});

it('gives each line to one deal, and never a tag twice', () => {
  fc.assert(
    fc.property(anyGuidelines, anyDay, fc.constantFrom(...dealStages), (guidelines, today, stage) => {
      const ids = [1, 2, 3].map(dealId);
      const entries = ids.flatMap((id) => desiredEntries({ ...planned, deal: { ...planned.deal, id }, guidelines, today, stage }));
      expect(new Set(entries.map(({ tag }) => tag)).size).toBe(entries.length);
      const isPlanned = stage !== 'open' && stage !== 'lost';
      expect(entries).toHaveLength(isPlanned ? guidelines.staffing.filter(({ to }) => to >= today).length : 0);
    }),
  );
});
