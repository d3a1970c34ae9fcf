/// <reference types="jest" />
/// <reference types="node" />
import * as z from 'zod/mini';
import { operation } from '../../src/contract/operation';

const greet = operation({
  name: 'test.greet',
  policy: 'viewContext',
  place: 'issue',
  request: () => z.strictObject({ name: z.string() }),
  answer: () => z.strictObject({ greeting: z.string() }),
});

interface Seen {
  readonly command: string;
  readonly data: unknown;
}

/** What Jira puts into a screen's window, with the answer of our choice; `@forge/bridge` itself is the real one. */
let answer: () => unknown;
let seen: Seen[];

beforeAll(() => {
  Object.assign(globalThis, {
    __bridge: {
      callBridge: async (command: string, data: unknown): Promise<unknown> => {
        seen.push({ command, data });
        return answer();
      },
    },
  });
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, '__bridge');
});
beforeEach(() => {
  seen = [];
});

async function ask(given: () => unknown) {
  answer = given;
  // The bridge looks for its object when it is loaded, so it is loaded only once that is there.
  const { call } = await import('./client');
  return call(greet, { name: 'Anna' });
}

test('calls the operation by its name, with the request', async () => {
  expect(await ask(() => ({ ok: true, data: { greeting: 'Hello' } }))).toEqual({ ok: true, data: { greeting: 'Hello' } });
  expect(seen).toEqual([{ command: 'invoke', data: { functionKey: 'test.greet', payload: { name: 'Anna' }, metadata: undefined } }]);
});

test('passes an error of the contract on, with its field and parameters', async () => {
  const error = { code: 'unavailable', message: 'Tempo is down', field: 'token', parameters: { system: 'tempo' } };
  expect(await ask(() => ({ ok: false, error }))).toEqual({ ok: false, error });
});

test('turns a refusal by Forge into an unexpected error', async () => {
  const refused = await ask(() => {
    throw new Error('The function timed out');
  });
  expect(refused).toEqual({ ok: false, error: { code: 'unexpected', message: 'The function timed out' } });
});

test.each([
  ['nothing', undefined],
  ['text', 'ok'],
  ['an answer without data', { ok: true }],
  ['data of another shape', { ok: true, data: { greeting: 7 } }],
  ['data with more than was declared', { ok: true, data: { greeting: 'Hello', secret: 'x' } }],
  ['an error without a code', { ok: false, error: { message: 'x' } }],
  ['an error with a code that nobody knows', { ok: false, error: { code: 'odd', message: 'x' } }],
])('takes %s for an unexpected answer', async (_what, given) => {
  expect(await ask(() => given)).toMatchObject({ ok: false, error: { code: 'unexpected' } });
});
