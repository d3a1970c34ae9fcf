import { day } from '../../../src/domain/fixture/values';
import { emptyCondition, readDecision as read, withConditions, type TypedDecision } from './typed-decision';

const readDecision = (what: TypedDecision, on: ReturnType<typeof day>, notMet = 0) => read(what, on, notMet);
const today = day('2026-03-10');
const typed: TypedDecision = { kind: 'go', reason: ' It is good. ', conditions: [emptyCondition()], validUntil: '' };
const condition = { ...emptyCondition(), text: 'Fix the menu', owner: 'Maja', dueOn: '2026-03-20' };

it('reads a go, trims its reason and leaves conditions out', () => {
  expect(readDecision(typed, today)).toEqual({ decision: { verdict: { kind: 'go' }, reason: 'It is good.', validUntil: null }, problems: [] });
});

it('takes a last day of today, and none before', () => {
  expect(readDecision({ ...typed, validUntil: '2026-03-10' }, today).decision?.validUntil).toBe('2026-03-10');
  expect(readDecision({ ...typed, validUntil: '2026-03-09' }, today).problems).toEqual([{ field: 'validUntil', code: 'past' }]);
  expect(readDecision({ ...typed, validUntil: '2026-02-30' }, today).problems).toEqual([{ field: 'validUntil', code: 'notADate' }]);
});

it('forgets the last day of a no-go, which cannot lapse', () => {
  expect(readDecision({ ...typed, kind: 'noGo', validUntil: '2020-01-01' }, today).decision).toEqual({ verdict: { kind: 'noGo' }, reason: 'It is good.', validUntil: null });
});

it('needs a verdict and a reason, and says both at once', () => {
  expect(readDecision({ ...typed, kind: null, reason: '  ' }, today)).toEqual({
    decision: undefined,
    problems: [{ field: 'kind', code: 'noVerdict' }, { field: 'reason', code: 'missing' }],
  });
});

it('needs every part of every condition', () => {
  const empty = emptyCondition();
  const found = readDecision({ ...typed, kind: 'conditionalGo', conditions: [condition, empty] }, today);
  expect(found.decision).toBeUndefined();
  expect(found.problems.map((one) => one.field)).toEqual([`${empty.id}.text`, `${empty.id}.owner`, `${empty.id}.dueOn`]);
  expect(readDecision({ ...typed, kind: 'conditionalGo', conditions: [] }, today).problems).toEqual([{ field: 'conditions', code: 'missing' }]);
});

it('reads a conditional go with its conditions', () => {
  expect(readDecision({ ...typed, kind: 'conditionalGo', conditions: [condition] }, today).decision?.verdict).toEqual({ kind: 'conditionalGo', conditions: [condition] });
});

it('holds texts and lists to their limits', () => {
  expect(readDecision({ ...typed, reason: 'x'.repeat(2_001) }, today).problems).toEqual([{ field: 'reason', code: 'tooLong', limit: 2_000 }]);
  const many = Array.from({ length: 21 }, () => ({ ...condition, id: emptyCondition().id }));
  expect(readDecision({ ...typed, kind: 'conditionalGo', conditions: many }, today).problems).toEqual([{ field: 'conditions', code: 'tooMany', limit: 20 }]);
});

it('refuses a go while a criterion is not met, and no other verdict for it', () => {
  expect(readDecision(typed, today, 1)).toEqual({ decision: undefined, problems: [{ field: 'kind', code: 'notMet' }] });
  expect(readDecision({ ...typed, kind: 'noGo' }, today, 1).problems).toEqual([]);
  expect(readDecision({ ...typed, kind: 'conditionalGo', conditions: [condition] }, today, 1).problems).toEqual([]);
});

it('takes no condition for a day that has passed', () => {
  const past = { ...condition, dueOn: '2026-03-09' };
  expect(readDecision({ ...typed, kind: 'conditionalGo', conditions: [past] }, today).problems).toEqual([{ field: `${past.id}.dueOn`, code: 'past' }]);
});

it('adds a condition for each text once, and keeps what was written', () => {
  const texts = (conditions: TypedDecision['conditions']): string[] => conditions.map(({ text }) => text);
  expect(texts(withConditions([emptyCondition()], ['Tests', 'Manual']))).toEqual(['Tests', 'Manual']);
  expect(texts(withConditions([condition], ['Fix the menu', 'Manual']))).toEqual(['Fix the menu', 'Manual']);
  expect(texts(withConditions([emptyCondition()], []))).toEqual(['']);
  expect(withConditions([condition], Array.from({ length: 30 }, (_, at) => `Text ${at}`))).toHaveLength(20);
});
