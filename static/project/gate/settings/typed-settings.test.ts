import { lineId } from '../../../../src/domain/fixture/values';
import { newCriterion, settingsProblems, trimmed } from './typed-settings';

const line = (id: string, text: string, check: 'workDone' | 'noBlockers' | null = null) => ({ id: lineId(id), text, check });

it('finds what is empty, too long, or checked by two criteria', () => {
  const criteria = [line('first000', 'Work is done', 'workDone'), line('second00', '  '), line('third000', 'x'.repeat(301)), line('fourth00', 'Done again', 'workDone'), line('fifth000', 'No blockers', 'noBlockers')];
  expect(settingsProblems({ criteria })).toEqual([
    { criterionId: 'second00', code: 'missing' },
    { criterionId: 'third000', code: 'tooLong' },
    { criterionId: 'fourth00', code: 'twice' },
  ]);
});

it('takes two criteria that a person checks', () => {
  expect(settingsProblems({ criteria: [line('first000', 'One'), line('second00', 'Two')] })).toEqual([]);
});

it('sends texts without blanks around them, and makes each criterion an id of its own', () => {
  const settings = { revision: 0, criteria: [line('first000', ' One ')], ownRequestAllowed: false, announcesDecisions: true, tellsOfRequests: true };
  expect(trimmed(settings).criteria).toEqual([line('first000', 'One')]);
  expect(newCriterion().id).not.toBe(newCriterion().id);
});
