import { tempoErrorOf } from './tempo-error';

const read = (status: number, text: string) => tempoErrorOf({ status, text }, 'the-token');

describe('tempoErrorOf', () => {
  it.each([
    ['a list', '{"errors":[{"message":"Issue id cannot be null."},{"message":"startDate cannot be null"}]}', 'Issue id cannot be null. startDate cannot be null'],
    ['an object', '{"errors":{"message":"assignee does not exist"}}', 'assignee does not exist'],
    ['one word', '{"error":"Failed to parse"}', 'Failed to parse'],
    ['a web page', '<html><body>Bad</body></html>', 'status 400'],
    ['nothing', '', 'status 400'],
    ['another shape', '{"errors":"many"}', 'status 400'],
    ['an empty list', '{"errors":[]}', 'status 400'],
  ])('keeps what Tempo said in %s', (_, text, detail) => {
    expect(read(400, text)).toMatchObject({ system: 'tempo', failure: 'rejected', detail, status: 400 });
  });

  it('keeps the words short, on one line, and without the token', () => {
    const said = `no \u202e\n such the-token ${'x'.repeat(500)}`;
    const { detail } = read(400, JSON.stringify({ errors: [{ message: said }] }));
    expect(detail).toMatch(/^no {2,}such … x+…$/);
    expect([...detail]).toHaveLength(200);
  });

  it.each([
    [401, 'unauthorised'],
    [403, 'refused'],
    [404, 'missing'],
    [409, 'rejected'],
    [429, 'rateLimited'],
    [500, 'unavailable'],
    [501, 'unexpectedAnswer'],
    [503, 'unavailable'],
    [302, 'unexpectedAnswer'],
  ])('takes %i for %s', (status, failure) => {
    expect(read(status, '').failure).toBe(failure);
  });
});
