import type { ResolverContext } from './context';
import { frameSecret, FrameTokenError, FrameTokens } from './frame-token';

const context: ResolverContext = {
  accountId: 'acc-anna',
  cloudId: 'cloud',
  siteUrl: 'http://localhost:1',
  localId: 'local',
  environmentId: 'environment',
  environmentType: 'DEVELOPMENT',
  moduleKey: 'panel',
  locale: 'pl-PL',
  timezone: 'Europe/Warsaw',
  theme: { colorMode: 'light' },
  extension: { type: 'jira:issuePanel', issue: { id: '1', key: 'CRM-1', type: 'Story', typeId: '2' } },
};

function tokensAt(start: string, secret = 'secret') {
  let now = new Date(start);
  return { tokens: new FrameTokens(secret, { now: () => now }), travel: (instant: string) => void (now = new Date(instant)) };
}

function reasonOf(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    return error instanceof FrameTokenError ? error.reason : String(error);
  }
  return undefined;
}

test('a token gives back the module, the person and the context it was issued for', () => {
  const { tokens } = tokensAt('2026-03-02T09:00:00Z');
  expect(tokens.verify(tokens.issue(context))).toMatchObject({ moduleKey: 'panel', accountId: 'acc-anna', context });
});

test('a token whose claims were changed is forged', () => {
  const { tokens } = tokensAt('2026-03-02T09:00:00Z');
  const [text = '', signature = ''] = tokens.issue(context).split('.');
  const claims = Buffer.from(text, 'base64url').toString('utf8').replaceAll('acc-anna', 'acc-ewa');
  expect(reasonOf(() => tokens.verify(`${Buffer.from(claims).toString('base64url')}.${signature}`))).toBe('forged');
});

test('a token signed with another secret is forged', () => {
  const other = tokensAt('2026-03-02T09:00:00Z', 'other').tokens;
  expect(reasonOf(() => tokensAt('2026-03-02T09:00:00Z').tokens.verify(other.issue(context)))).toBe('forged');
});

test.each(['', 'x', 'a.b.c', '..'])('%j is no token', (token) => {
  expect(['malformed', 'forged']).toContain(reasonOf(() => tokensAt('2026-03-02T09:00:00Z').tokens.verify(token)));
});

test('a token expires after twelve hours', () => {
  const { tokens, travel } = tokensAt('2026-03-02T09:00:00Z');
  const token = tokens.issue(context);
  travel('2026-03-02T20:59:59Z');
  expect(reasonOf(() => tokens.verify(token))).toBeUndefined();
  travel('2026-03-02T21:00:00Z');
  expect(reasonOf(() => tokens.verify(token))).toBe('expired');
});

test('the secret is made once and kept', () => {
  const kept = new Map<string, string>();
  const settings = { get: (key: string) => kept.get(key), set: (key: string, value: string) => void kept.set(key, value) };
  const first = frameSecret(settings);
  expect(first.length).toBeGreaterThanOrEqual(43);
  expect(frameSecret(settings)).toBe(first);
});
