import fc from 'fast-check';
import { accountId, day, dealId, lineId, planId, projectId } from './fixture/values';
import { tagOf, type LedgerRow, type PlanContent } from './plan-entry';
import { newsOf, type PlanSignal, type ToldPlan } from './plan-signal';

const line = lineId('line1');
const tag = tagOf(dealId(1), line);
const project = projectId('10001');
const ours: PlanContent = {
  assignee: { kind: 'person', accountId: accountId('dev') }, projectId: project, from: day('2026-03-09'), to: day('2026-04-30'), minutesPerDay: 480, description: `Portal · Developer · ${tag}`,
};
const forRole: PlanContent = { ...ours, assignee: { kind: 'role', role: 'Developer' } };
const before: PlanContent = { ...ours, minutesPerDay: 240 };
const theirs: PlanContent = { ...ours, to: day('2026-12-24') };

type Written = Extract<LedgerRow, { state: 'written' }>;
const key = { tag, dealId: dealId(1), projectId: project, lineId: line };
const written = (changes: Partial<Written> = {}): Written => ({
  ...key, state: 'written', planId: planId('77'), firmness: 'firm', content: ours, intended: null, accepted: null, replaced: null, ...changes,
});

const tell = ({ assignee, ...rest }: PlanContent, resource = '7'): ToldPlan => ({ ...rest, assignee: assignee.kind === 'person' ? assignee : { kind: 'resource', id: resource } });
const signal = (original: ToldPlan | null, changed: ToldPlan | null, isDeleted = false): PlanSignal => ({ eventId: 'e', planId: planId('77'), isDeleted, original, changed });

describe('our own doing', () => {
  it.each<[string, PlanSignal, LedgerRow]>([
    ['what we wrote last', signal(tell(before), tell(ours)), written()],
    ['what we are writing', signal(tell(before), tell(ours)), written({ content: before, intended: ours })],
    ['a write that changed nothing', signal(tell(ours), tell(ours)), written()],
    ['what it was before being unknown', signal(null, tell(ours)), written({ replaced: before })],
    ['what took the place of our earlier words', signal(tell(before), tell(ours)), written({ replaced: before })],
    ['a role', signal(tell({ ...forRole, minutesPerDay: 240 }), tell(forRole)), written({ content: forRole })],
    ['an entry that is being created', signal(tell(before), tell(theirs)), { ...key, state: 'claimed', firmness: 'firm', content: ours }],
    ['a deletion of an entry that is being deleted', signal(tell(ours), null, true), { ...key, state: 'claimed', firmness: 'firm', content: ours }],
    ['an entry that was taken back', signal(tell(ours), tell(theirs)), { ...key, state: 'released', planId: planId('77'), content: ours }],
  ])('is known: %s', (_, told, row) => expect(newsOf(told, row)).toEqual({ kind: 'echo' }));
});

describe('a person’s change', () => {
  it.each<[string, PlanSignal, LedgerRow]>([
    ['other days', signal(tell(ours), tell(theirs)), written()],
    ['a deletion', signal(tell(ours), tell(ours), true), written()],
    ['a deletion without the plan', signal(null, null, true), written()],
    ['something that cannot be compared', signal(tell(ours), null), written()],
    ['another person', signal(tell(ours), tell({ ...ours, assignee: { kind: 'person', accountId: accountId('ola') } })), written()],
    ['a role in place of a person', signal(tell(ours), tell(forRole)), written()],
    ['another role, which only Tempo can tell', signal(tell(forRole, '7'), tell(forRole, '8')), written({ content: forRole })],
    ['a role whose former one is unknown', signal(null, tell(forRole, '8')), written({ content: forRole })],
    ['back to what we wrote before', signal(tell(ours), tell(before)), written({ replaced: before })],
    ['while we write something else', signal(tell(before), tell(theirs)), written({ content: before, intended: ours })],
  ])('is known: %s', (_, told, row) => expect(newsOf(told, row)).toEqual({ kind: 'changed' }));

  it('is known in every field', () => {
    const change = fc.constantFrom<Partial<PlanContent>>(
      { assignee: { kind: 'person', accountId: accountId('ola') } }, { projectId: projectId('10002') }, { from: day('2026-03-10') }, { to: day('2026-05-01') }, { minutesPerDay: 481 }, { description: 'x' },
    );
    fc.assert(fc.property(change, (changes) => {
      expect(newsOf(signal(tell(ours), tell({ ...ours, ...changes })), written())).toEqual({ kind: 'changed' });
    }));
  });

  it('that we went over without seeing it is told with what it was', () => {
    expect(newsOf(signal(tell(theirs), tell(ours)), written({ replaced: before }))).toEqual({ kind: 'overwritten', theirs: tell(theirs) });
  });

  it('is not claimed where we never changed the entry, or know of no other than ours', () => {
    expect(newsOf(signal(tell(theirs), tell(ours)), written())).toEqual({ kind: 'echo' });
    expect(newsOf(signal(tell(ours), tell(ours)), written({ replaced: before }))).toEqual({ kind: 'echo' });
  });
});
