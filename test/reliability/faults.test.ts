import { live, type Event } from './history';
import { faults, type Fault } from './outside';
import { points, tried } from './points';
import { situations, type Situation } from './situations';

/** How many calls of each outside system the moment takes when nothing goes wrong. */
async function callsOf({ before, then }: Situation): Promise<Record<'salesforce' | 'tempo', number>> {
  const count = { salesforce: 0, tempo: 0 };
  const watch: Event = { kind: 'watch', see: ({ system }) => (count[system] += 1) };
  await live([...before, watch, ...then, { kind: 'watch', see: () => undefined }]);
  return count;
}

/** What passes at the first repeat is no trial of the app, so a refusal is repeated for longer than a client's patience lasts. */
const timesOf = (fault: Fault): number => (fault.startsWith('status') || fault === 'timeout' || fault === 'broken' ? 6 : 1);

describe.each(situations)('while $name', (situation) => {
  let calls = { salesforce: 0, tempo: 0 };
  beforeAll(async () => {
    calls = await callsOf(situation);
    expect(calls.salesforce + calls.tempo).toBeGreaterThan(1);
  });

  it.each(faults)(`any outside call may fail by %s (${tried})`, async (fault) => {
    for (const system of ['salesforce', 'tempo'] as const) {
      for (const at of points()) {
        if (at > calls[system]) break;
        await live([...situation.before, { kind: 'fault', fault, system, at, times: timesOf(fault) }, ...situation.then]);
      }
    }
  }, 120_000);
});
