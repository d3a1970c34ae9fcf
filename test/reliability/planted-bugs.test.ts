import type { LedgerRow } from '../../src/domain/plan-entry';
import { live } from './history';
import type { Plant } from './rig';
import { situations } from './situations';

const mostCalls = 60;

/** The ledger is told of an entry only once its plan exists. */
const skipsClaim: Plant = (world) => ({ ...world, ledger: { ...world.ledger, claim: async () => undefined } });

/** What was claimed and not completed is taken for not created. */
const skipsLookUp: Plant = (world) => ({ ...world, planner: { ...world.planner, plansOfProject: async () => [] } });

/** A plan is changed first, and the intention to change it kept afterwards. */
const swapsWrites: Plant = (world) => {
  const held: LedgerRow[] = [];
  return {
    ...world,
    ledger: {
      ...world.ledger,
      save: async (row, record) => {
        if (row.state === 'written' && row.intended !== null) held.push(row);
        else await world.ledger.save(row, record);
      },
    },
    planner: {
      ...world.planner,
      update: async (...given) => {
        await world.planner.update(...given);
        for (const row of held.splice(0)) await world.ledger.save(row);
      },
    },
  };
};

/** @returns how many of the deaths, one at each call, the harness takes offence at; at the app as it is it takes none (crashes.test.ts). */
async function offences(name: string, plant: Plant): Promise<number> {
  const situation = situations.find((one) => one.name === name);
  if (situation === undefined) throw new Error(`there is no situation ${name}`);
  let count = 0;
  for (let at = 1; at <= mostCalls; at += 1) {
    await live([...situation.before, { kind: 'crash', at, when: 'after' }, ...situation.then], plant).catch(() => (count += 1));
  }
  return count;
}

describe.each([
  ['skips the claim', skipsClaim, 'entries are created'],
  ['skips the look-up of the tag', skipsLookUp, 'entries are created'],
  ['swaps two writes', swapsWrites, 'a deal moves on at once'],
] as const)('an app that %s', (_name, plant, situation) => {
  it('is found out by the harness', async () => {
    expect(await offences(situation, plant)).toBeGreaterThan(0);
  }, 120_000);
});
