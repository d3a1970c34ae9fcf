import * as z from 'zod/mini';
import { parseAnswer } from './parse-answer';

const schema = z.object({ records: z.array(z.object({ Name: z.string() })) });

describe('parseAnswer', () => {
  it('gives what the schema reads', () => {
    expect(parseAnswer('tempo', schema, '{"records":[{"Name":"a","more":1}]}')).toEqual({ records: [{ Name: 'a' }] });
  });

  it.each([
    ['{"records":[{"Name":"a"},{"Name":5551234}]}', 'records.1.Name: invalid_type'],
    ['"5551234"', 'the whole answer: invalid_type'],
    ['{"records":[{"Name":"5551234"', 'no JSON'],
    ['  <html>5551234</html>', 'a web page instead of JSON'],
    ['', 'no JSON'],
  ])('names the place in %p and nothing of the content', (text, detail) => {
    expect(() => parseAnswer('tempo', schema, text)).toThrow(
      expect.objectContaining({ name: 'OutsideError', system: 'tempo', failure: 'unexpectedAnswer', detail }),
    );
  });
});
