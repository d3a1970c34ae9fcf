import { live } from './history';
import { situations } from './situations';

it.each(situations)('while $name any call of Forge’s storage and queue may fail', async ({ before, then }) => {
  let failures = 0;
  for (let at = 1; at === failures + 1; at += 1) {
    const rig = await live([...before, { kind: 'platform', at, times: 1 }, ...then]);
    failures += rig.life.failures;
  }
  expect(failures).toBeGreaterThan(10);
}, 120_000);
