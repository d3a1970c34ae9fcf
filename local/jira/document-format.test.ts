import { documentToText, textToDocument } from './document-format';

const doc = (...content: readonly object[]) => ({ type: 'doc', version: 1, content: [{ type: 'paragraph', content: content.map((node) => ({ type: '', ...node })) }] });

it('reads back what was typed', () => {
  expect(documentToText(textToDocument('One\ntwo\n\nthree'))).toBe('One\ntwo\n\nthree');
});

it('shows who is mentioned as Jira does, and nothing of a mention of nobody', () => {
  const names = new Map([['marek', 'Marek Tuz']]);
  const mentioning = doc({ type: 'mention', attrs: { id: 'marek' } }, { type: 'text', text: ' ' }, { type: 'mention', attrs: { id: 'gone' } }, { type: 'mention' }, { type: 'text', text: 'reads it' });
  expect(documentToText(mentioning, (id) => names.get(id))).toBe('@Marek Tuz reads it');
  expect(documentToText(mentioning)).toBe(' reads it');
});
