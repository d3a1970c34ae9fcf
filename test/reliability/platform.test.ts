import { live } from './history';
import { points, tried } from './points';
import { situations } from './situations';

it.each(situations)(`while $name any call of Forge’s storage and queue may fail (${tried})`, async ({ before, then }) => {
  let failures = 0;
  for (const at of points()) {
    const rig = await live([...before, { kind: 'platform', at, times: 1 }, ...then]);
    if (rig.life.failures === 0) break;
    failures += 1;
  }
  expect(failures).toBeGreaterThan(2);
}, 120_000);
