/// <reference types="jest" />
import { makeSignalSecret } from './signal-secret';

test('a secret is long enough for the contract, safe in a header, and never the same', () => {
  const secrets = Array.from({ length: 200 }, makeSignalSecret);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(new Set(secrets).size).toBe(secrets.length);
});
