import fc from 'fast-check';
import { day } from '../../../src/domain/fixture/values';
import { relationKinds, satisfactionScales } from '../../../src/domain/relation';
import { choiceOf, freshFact, readFact, scoreChoices, typedOf } from './typed-fact';

const today = day('2026-03-31');

it('offers every score there is', () => {
  for (const scale of ['five', 'nps'] as const) expect(scoreChoices[scale].map(({ value }) => value).sort((a, b) => a - b)).toEqual(Array.from({ length: satisfactionScales[scale].most - satisfactionScales[scale].least + 1 }, (_, at) => satisfactionScales[scale].least + at));
});

it('reads back what it shows', () => {
  fc.assert(fc.property(fc.constantFrom(...relationKinds), fc.constantFrom(...scoreChoices.five, ...scoreChoices.nps), (kind, score) => {
    const read = readFact({ kind, on: today, text: 'Text', score: choiceOf(score), place: 'SharePoint' }, today);
    if ('problem' in read) throw new Error(read.problem);
    expect(readFact(typedOf(read.fact), today)).toEqual(read);
  }));
});

it.each([
  [{ on: '' }, 'dayMissing'],
  [{ on: '2026-02-30' }, 'dayMissing'],
  [{ on: '2026-04-01', text: 'x' }, 'inFuture'],
  [{}, 'textMissing'],
  [{ kind: 'satisfaction', text: 'x' }, 'scoreMissing'],
] as const)('says of %j what is wrong', (changes, problem) => expect(readFact({ ...freshFact(today), ...changes }, today)).toEqual({ problem }));
