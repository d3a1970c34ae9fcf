import { defaultDocumentRules } from '../../../src/domain/document-rules';
import { readRules, typedRules } from './typed-rules';

const typed = typedRules(defaultDocumentRules);
const { revision: _revision, ...rules } = defaultDocumentRules;

it('reads back the rules that it shows', () => expect(readRules(typed)).toEqual({ rules, problems: new Map() }));

it('takes extensions however they are set apart, and leaves out empty lines', () => {
  expect(readRules({ ...typed, extensions: '.PDF; docx\n jpg,', draftMarks: '\r\n draft \n\n' }).rules).toMatchObject({ extensions: ['pdf', 'docx', 'jpg'], draftMarks: ['draft'] });
});

it('says where each thing is wrong', () => {
  const wrong = readRules({
    requirements: { ...typed.requirements, nda: { ...typed.requirements.nda, validMonths: 'three' }, annex: { ...typed.requirements.annex, phrases: 'aneks\n***' } },
    draftMarks: 'x'.repeat(100), signedMarks: '!', extensions: 'pdf, d?c',
  });
  expect([...wrong.problems]).toEqual([['nda', 'months'], ['annex', 'emptyPhrase'], ['draftMarks', 'phraseTooLong'], ['signedMarks', 'emptyPhrase'], ['extensions', 'extension']]);
});
