import { live } from './history';
import { points, tried } from './points';
import { situations } from './situations';

// A process that dies just before a call leaves the same behind as one that dies just after the call before it.
it.each(situations)(`while $name the process may die behind any call of a port (${tried})`, async ({ before, then }) => {
  let deaths = 0;
  for (const at of points()) {
    const rig = await live([...before, { kind: 'crash', at, when: 'after' }, ...then]);
    if (rig.life.deaths === 0) break;
    deaths += 1;
  }
  expect(deaths).toBeGreaterThan(2);
}, 120_000);
