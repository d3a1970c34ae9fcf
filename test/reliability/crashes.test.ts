import { live } from './history';
import { situations } from './situations';

// A process that dies just before a call leaves the same behind as one that dies just after the call before it.
it.each(situations)('while $name the process may die behind any call of a port', async ({ before, then }) => {
  let deaths = 0;
  for (let at = 1; at === deaths + 1; at += 1) {
    const rig = await live([...before, { kind: 'crash', at, when: 'after' }, ...then]);
    deaths += rig.life.deaths;
  }
  expect(deaths).toBeGreaterThan(10);
}, 120_000);
