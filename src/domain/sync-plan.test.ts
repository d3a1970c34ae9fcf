import fc from 'fast-check';
import { day, dealId, lineId, planId, projectId } from './fixture/values';
import { tagOf, type ActualPlan, type DesiredEntry, type LedgerRow, type PlanContent } from './plan-entry';
import { planSync, writesOf, type SyncStep } from './sync-plan';

const today = day('2026-03-02');
const project = projectId('10001');
const tag = (n: number) => tagOf(dealId(1), lineId(`line${n}`));

const content = (n: number, changes: Partial<PlanContent> = {}): PlanContent => ({
  assignee: { kind: 'role', role: 'Developer' }, projectId: project, from: day('2026-03-09'), to: day('2026-04-30'), minutesPerDay: 480, description: `Portal · Developer · ${tag(n)}`, ...changes,
});
const desired = (n: number, changes: Partial<PlanContent> = {}): DesiredEntry => ({ tag: tag(n), lineId: lineId(`line${n}`), firmness: 'firm', content: content(n, changes), asksForApproval: false });
const plan = (id: number, inside: PlanContent, changes: Partial<ActualPlan> = {}): ActualPlan => ({ id: planId(String(id)), content: inside, updatedAt: null, isSyncedFromIssue: false, isApproved: false, ...changes });
const written = (n: number, id: number, inside: PlanContent = content(n)): Extract<LedgerRow, { state: 'written' }> => ({
  tag: tag(n), dealId: dealId(1), projectId: project, lineId: lineId(`line${n}`), state: 'written', planId: planId(String(id)), firmness: 'firm', content: inside, intended: null, accepted: null, replaced: null,
});
const kinds = (steps: readonly SyncStep[]): readonly string[] => steps.map(({ kind }) => kind);

describe('a plan with our tag that the ledger does not know', () => {
  it('is taken up as it stands, and not created a second time', () => {
    const { steps, drift } = planSync([desired(1)], [], [plan(77, content(1))], today);
    expect(steps).toEqual([{ kind: 'adopt', row: written(1, 77) }]);
    expect(drift).toEqual([]);
  });

  it('is taken up and then changed where it says something else', () => {
    const { steps, drift } = planSync([desired(1, { minutesPerDay: 240 })], [], [plan(77, content(1))], today);
    expect(steps).toEqual([{ kind: 'adopt', row: written(1, 77) }, { kind: 'update', desired: desired(1, { minutesPerDay: 240 }), row: written(1, 77) }]);
    expect(drift).toEqual([]);
  });

  it('is the older one of two, as where a person copied it', () => {
    const { steps } = planSync([desired(1)], [], [plan(102, content(1)), plan(77, content(1)), plan(101, content(1))], today);
    expect(steps).toEqual([{ kind: 'adopt', row: written(1, 77) }]);
  });

  it.each<[string, ActualPlan]>([
    ['Tempo keeps in step with an issue', plan(77, content(1), { isSyncedFromIssue: true })],
    ['carries another entry’s tag', plan(77, content(2))],
    ['carries no tag', plan(77, content(1, { description: 'Portal · Developer' }))],
  ])('is none of ours where it %s', (_, one) => {
    expect(kinds(planSync([desired(1)], [], [one], today).steps)).toEqual(['create']);
  });

  it('is left alone where nothing is wanted of it', () => {
    expect(planSync([], [], [plan(77, content(1))], today)).toEqual({ steps: [], drift: [] });
  });

  it('is found once: afterwards there is nothing to do', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 6 }), fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 6 }), (wanted, standing) => {
      const plans = standing.map((n) => plan(70 + n, content(n)));
      const { steps } = planSync(wanted.map((n) => desired(n)), [], plans, today);
      const adopted = steps.flatMap((step) => (step.kind === 'adopt' ? [step.row] : []));
      expect(adopted.map((row) => row.tag).sort()).toEqual(wanted.filter((n) => standing.includes(n)).map(tag).sort());
      expect(kinds(steps).filter((kind) => kind === 'create')).toHaveLength(wanted.filter((n) => !standing.includes(n)).length);
      const again = planSync(wanted.filter((n) => standing.includes(n)).map((n) => desired(n)), adopted, plans, today);
      expect(again).toEqual({ steps: [], drift: [] });
    }));
  });
});

describe('the writes of steps', () => {
  it('are those that Tempo sees, by what they do to its plans', () => {
    const row = written(1, 77);
    const steps: readonly SyncStep[] = [
      { kind: 'create', desired: desired(1), row: undefined },
      { kind: 'create', desired: desired(2), row: undefined },
      { kind: 'update', desired: desired(1), row },
      { kind: 'delete', row },
      { kind: 'end', row, content: content(1) },
      { kind: 'adopt', row },
      { kind: 'relabel', desired: desired(1), row },
      { kind: 'forget', row },
    ];
    expect(writesOf(steps)).toEqual({ created: 2, changed: 1, released: 2 });
    expect(writesOf([])).toEqual({ created: 0, changed: 0, released: 0 });
  });

  it('are none where Tempo holds what is wanted', () => {
    const rows = [written(1, 77), written(2, 78)];
    const { steps } = planSync([desired(1), desired(2)], rows, rows.map((row) => plan(Number(row.planId), row.content)), today);
    expect([steps, writesOf(steps)]).toEqual([[], { created: 0, changed: 0, released: 0 }]);
  });

  it.each<[string, PlanContent, string]>([
    ['in the future is deleted', content(1), 'delete'],
    ['that begins today is deleted', content(1, { from: today }), 'delete'],
    ['under way is ended', content(1, { from: day('2026-03-01') }), 'end'],
    ['that ends today is ended', content(1, { from: day('2026-03-01'), to: today }), 'end'],
  ])('of a release: an entry %s', (_, inside, kind) => {
    const { steps } = planSync([], [written(1, 77, inside)], [plan(77, inside)], today);
    expect(kinds(steps)).toEqual([kind]);
    expect(writesOf(steps)).toEqual({ created: 0, changed: 0, released: 1 });
  });
});
