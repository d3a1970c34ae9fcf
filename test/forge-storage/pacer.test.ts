import fc from 'fast-check';
import { createPacer, type Pacer } from '../../src/adapters/forge/pacer';
import { HandTime } from './hand-time';
import { openStorage, type InProcessStorage } from './kvs-in-process';

/** Three invocations that share Tempo's limit, over the real @forge/kvs; time is made by hand. */

const pace = { name: 'pace:test', most: 5, windowMs: 1_020, ahead: 6 } as const;

let storage: InProcessStorage;
let time: HandTime;
beforeEach(() => {
  storage = openStorage();
  time = new HandTime();
});
afterEach(() => storage.close());

const pacer = (random: () => number = () => 0.5): Pacer => createPacer({ ...pace, now: time.now, pause: time.pause, random });
const three = (): readonly Pacer[] => [pacer(() => 0.1), pacer(() => 0.5), pacer(() => 0.9)];

/** The most that lies in any window, wherever it begins. */
const mostWithin = (sent: readonly number[], windowMs: number): number => {
  const sorted = [...sent].sort((a, b) => a - b);
  return Math.max(0, ...sorted.map((from, at) => sorted.slice(at).filter((one) => one < from + windowMs).length));
};

/** So many senders of one pacer at once take one time after another, until all together have taken so many. */
async function takeAll(pacers: readonly Pacer[], senders: number, takes: number): Promise<number[]> {
  const sent: number[] = [];
  const left = { takes };
  const send = async (one: Pacer): Promise<void> => {
    while (left.takes > 0) {
      left.takes -= 1;
      await one.take();
      sent.push(time.now());
    }
  };
  await time.run(Promise.all(pacers.flatMap((one) => Array.from({ length: senders }, () => send(one)))));
  return sent;
}

it.each([1, 2, 6, 10])('lets no more than the limit into any window, and loses little of it, with %i senders each', async (senders) => {
  const sent = await takeAll(three(), senders, 200);
  expect(sent).toHaveLength(200);
  expect(mostWithin(sent, pace.windowMs)).toBe(pace.most);
  // At the end not all are busy any more, and what was taken ahead is left over.
  const busy = sent.slice(0, 150);
  const least = (busy.length / pace.most - 1) * pace.windowMs;
  expect(Math.max(...busy) - Math.min(...busy)).toBeLessThanOrEqual(least * 1.05);
});

it('lets five go at once, and the sixth a window later', async () => {
  const [one] = three();
  const start = time.now();
  const sent = await takeAll(one === undefined ? [] : [one], 6, 6);
  expect(sent.map((at) => at - start).sort((a, b) => a - b)).toEqual([0, 0, 0, 0, 0, 1_020]);
});

it('costs little storage where many wait', async () => {
  await takeAll([pacer()], 6, 60);
  expect(storage.operations.length).toBeLessThanOrEqual(60 / 2);
});

it('keeps to the limit that an earlier invocation used up', async () => {
  const first = await takeAll([pacer()], 5, 5);
  const second = await takeAll([pacer()], 5, 5);
  expect(mostWithin([...first, ...second], pace.windowMs)).toBe(5);
});

it('does not send late, beside others, what it took ahead and did not need', async () => {
  const [one, two] = three();
  if (one === undefined || two === undefined) throw new Error('The test needs two pacers.');
  const sent = await takeAll([one], 7, 7);
  await time.run(time.pause(60_000));
  sent.push(...(await takeAll([one, two], 5, 20)));
  expect(mostWithin(sent, pace.windowMs)).toBeLessThanOrEqual(pace.most);
});

describe('hold', () => {
  it('stops all three until its end', async () => {
    const pacers = three();
    const before = await takeAll(pacers, 1, 12);
    const until = time.now() + 7_000;
    await time.run(pacers[0]?.hold(7) ?? Promise.reject(new Error('no pacer')));
    const after = await takeAll(pacers, 1, 12);
    expect(Math.min(...after)).toBeGreaterThanOrEqual(until);
    expect(mostWithin([...before, ...after], pace.windowMs)).toBe(pace.most);
  });

  it('lets out no more than what each had taken ahead, where all three are busy', async () => {
    const pacers = three();
    const taking = takeAll(pacers, 6, 90);
    const held = (async () => {
      await time.pause(2_000);
      await pacers[0]?.hold(20);
      return time.now();
    })();
    const [sent, from] = await Promise.all([taking, held]);
    const within = sent.filter((at) => at > from && at < from + 20_000);
    expect(within.length).toBeLessThanOrEqual(3 * pace.ahead);
    expect(sent.some((at) => at >= from + 20_000)).toBe(true);
  });

  it('is not shortened by another', async () => {
    const [one, two] = three();
    const until = time.now() + 30_000;
    await time.run(Promise.all([one?.hold(30), two?.hold(2)]));
    await time.run(two?.hold(1) ?? Promise.resolve());
    expect(Math.min(...(await takeAll(three(), 1, 3)))).toBeGreaterThanOrEqual(until);
  });
});

it('takes the record in turn, however they cross', async () => {
  // All three read before any of them writes.
  storage.delay = () => time.pause(3);
  const sent = await takeAll(three(), 2, 30);
  expect(sent).toHaveLength(30);
  expect(storage.operations.length).toBeGreaterThan(10);
});

it('passes on a failure of storage, and goes on afterwards', async () => {
  const one = pacer();
  await time.run(one.take());
  storage.delay = () => Promise.reject(new Error('storage is down'));
  await expect(time.run(Promise.all(Array.from({ length: 7 }, () => one.take())))).rejects.toThrow('storage is down');
  storage.delay = undefined;
  await expect(time.run(one.take())).resolves.toBeUndefined();
});

/** How the invocations of a property behave. */
const company = fc.record({
  senders: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }),
  /** Milliseconds between two requests of a sender. */
  gaps: fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 12 }),
  /** Milliseconds that each request to storage and each answer takes. */
  latencies: fc.array(fc.integer({ min: 0, max: 250 }), { minLength: 1, maxLength: 12 }),
  chances: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 12 }),
});

const endless = <Item>(items: readonly Item[], otherwise: Item): (() => Item) => {
  const next = { at: 0 };
  return () => items[next.at++ % items.length] ?? otherwise;
};

async function histories({ senders, gaps, chances }: { senders: readonly number[]; gaps: readonly number[]; chances: readonly number[] }): Promise<number[]> {
  const [gap, random] = [endless(gaps, 0), endless(chances, 0)];
  const sent: number[] = [];
  const send = async (one: Pacer): Promise<void> => {
    for (let number = 0; number < 4; number += 1) {
      await one.take();
      sent.push(time.now());
      await time.pause(gap());
    }
  };
  await time.run(Promise.all(senders.flatMap((many) => {
    const one = pacer(random);
    return Array.from({ length: many }, () => send(one));
  })));
  return sent;
}

async function afresh<Result>(run: () => Promise<Result>): Promise<Result> {
  storage.close();
  storage = openStorage();
  time = new HandTime();
  return run();
}

it('lets one more at most into a second, one that was held up, however three invocations come and go', async () => {
  await fc.assert(
    fc.asyncProperty(company, (each) => afresh(async () => {
      expect(mostWithin(await histories(each), 1_000)).toBeLessThanOrEqual(pace.most + 1);
    })),
    { numRuns: 20 },
  );
});

it('lets one more at most into a second, however long storage takes to answer', async () => {
  await fc.assert(
    fc.asyncProperty(company, (each) => afresh(async () => {
      const latency = endless(each.latencies, 0);
      storage.delay = () => time.pause(latency());
      expect(mostWithin(await histories(each), 1_000)).toBeLessThanOrEqual(pace.most + 1);
    })),
    { numRuns: 20 },
  );
});
