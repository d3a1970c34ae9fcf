import { day, instant, issueId, lineId, person, projectId, reviewId } from '../../../src/domain/fixture/values';
import type { GateReview, Verdict } from '../../../src/domain/gate';
import type { Aftermath, Decided } from '../../gate/gate-view';
import { isLive } from '../../gate/live-conditions';
import { byStanding, byUrgency, gateFigures } from './gate-figures';

const today = day('2026-03-10');
const at = instant('2026-03-01T10:00:00.000Z');

const review = (n: number, parts: Partial<GateReview> = {}): GateReview => ({
  id: reviewId(`review${n}00`),
  projectId: projectId('10001'),
  deliverable: { kind: 'issue', issueId: issueId(String(n)), issueKey: `POR-${n}`, summary: 'Orders' },
  requestedBy: person('marek'),
  requestedAt: at,
  dueOn: null,
  recipient: '',
  note: '',
  state: 'waiting',
  remindedAt: null,
  ...parts,
});
const standing = (parts: Partial<Aftermath>): Aftermath => ({ state: 'go', lapse: null, blocked: null, met: [], ...parts });
const decided = (n: number, aftermath: Aftermath | null, verdict: Verdict = { kind: 'go' }): Decided => ({
  review: review(n, { state: 'decided' }),
  decision: { reviewId: reviewId(`review${n}00`), verdict, reason: 'Fine', decidedBy: person('lena'), decidedAt: at, isOwnRequest: false, guidelinesVersion: 1, validUntil: null, blockers: [], covers: [] },
  aftermath,
});
const conditional: Verdict = {
  kind: 'conditionalGo',
  conditions: [
    { id: lineId('first000'), text: 'One', owner: 'Olga', dueOn: day('2026-03-09') },
    { id: lineId('second00'), text: 'Two', owner: 'Olga', dueOn: day('2026-03-10') },
    { id: lineId('third000'), text: 'Three', owner: 'Olga', dueOn: day('2026-03-01') },
  ],
};
const met = [{ conditionId: lineId('third000'), by: person('lena'), at }];

it('counts what waits and what of it is late: a due day of today is not', () => {
  const waiting = [review(1, { dueOn: day('2026-03-09') }), review(2, { dueOn: today }), review(3)];
  expect(gateFigures({ waiting, decided: [] }, today)).toMatchObject({ waiting: 3, late: 1 });
});

it('counts a lapsed decision until somebody asks again', () => {
  const lapsed = decided(1, standing({ state: 'lapsed', lapse: 'expired' }));
  expect(gateFigures({ waiting: [], decided: [lapsed, decided(2, standing({}))] }, today).lapsed).toBe(1);
  expect(gateFigures({ waiting: [review(1)], decided: [lapsed] }, today).lapsed).toBe(0);
});

it('counts open and overdue conditions, and none that no longer matters', () => {
  const live = decided(1, standing({ state: 'lapsed', lapse: 'conditionOverdue', met }), conditional);
  expect(gateFigures({ waiting: [], decided: [live] }, today)).toMatchObject({ openConditions: 1, overdueConditions: 1 });
  for (const aftermath of [null, standing({ state: 'lapsed', lapse: 'guidelinesChanged' })]) {
    expect(isLive({ aftermath })).toBe(false);
    expect(gateFigures({ waiting: [], decided: [decided(1, aftermath, conditional)] }, today)).toMatchObject({ openConditions: 0, overdueConditions: 0 });
  }
});

it('counts the conditions of a go that stands', () => {
  const stands = decided(1, standing({ state: 'conditionalGo', met }), conditional);
  expect(gateFigures({ waiting: [], decided: [stands] }, day('2026-03-08'))).toMatchObject({ openConditions: 2, overdueConditions: 0 });
});

it('puts the nearest day first, then the oldest request', () => {
  const waiting = [review(1), review(2, { dueOn: day('2026-04-01') }), review(3, { requestedAt: instant('2026-02-01T10:00:00.000Z') }), review(4, { dueOn: today })];
  expect(byUrgency(waiting).map(({ id }) => id)).toEqual(['review400', 'review200', 'review300', 'review100']);
});

it('puts what lapsed first, and what was superseded apart', () => {
  const all = [decided(1, standing({})), decided(2, null), decided(3, standing({ state: 'lapsed', lapse: 'expired' }))];
  const { standing: first, superseded } = byStanding(all);
  expect([first, superseded].map((part) => part.map((one) => one.review.id))).toEqual([['review300', 'review100'], ['review200']]);
});
