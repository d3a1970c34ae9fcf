import fc from 'fast-check';
import { mailDraft } from './mail-draft';

/** As a mail program reads it. */
function read(address: string): { subject: string | null; body: string | null } {
  const query = new URLSearchParams(address.slice('mailto:?'.length).replace(/\+/g, '%2B'));
  return { subject: query.get('subject'), body: query.get('body') };
}

it('carries subject and text through, whatever stands in them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme' })), (subject, lines) => {
      const body = lines.map((line) => line.replace(/[\r\n]/g, '')).join('\n').trimEnd();
      expect(read(mailDraft(subject, body).address)).toEqual({ subject, body: body.replace(/\n/g, '\r\n') });
    }),
  );
});

it('stays an address of one mail, with & and ? and # in the text, and with half a character', () => {
  expect(mailDraft('A&B?cc=x#y', 'Zażółć\n+1 %').address).toBe('mailto:?subject=A%26B%3Fcc%3Dx%23y&body=Za%C5%BC%C3%B3%C5%82%C4%87%0D%0A%2B1%20%25');
  expect(mailDraft('', 'x\ud800').address).toBe('mailto:?subject=&body=x%EF%BF%BD');
});

it('says when it is longer than mail programs take', () => {
  const room = 2_000 - mailDraft('', '').address.length;
  expect(mailDraft('', 'x'.repeat(room)).isTooLong).toBe(false);
  expect(mailDraft('', 'x'.repeat(room + 1)).isTooLong).toBe(true);
});
