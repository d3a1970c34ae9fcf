import { setTimeout as pause } from 'node:timers/promises';

const usualBound = 30_000;
const rhythm = 50;

/**
 * Asks again until what is looked for is there, and gives it back.
 * @param look gives undefined or false while it is not.
 * @param bound milliseconds after which it counts as never coming.
 * @throws Error naming what was waited for.
 */
export async function until<Found>(what: string, look: () => Found | Promise<Found>, bound = usualBound): Promise<Exclude<Found, undefined | false>> {
  const end = Date.now() + bound;
  for (;;) {
    const found = await look();
    if (isThere(found)) return found;
    if (Date.now() > end) throw new Error(`Waited ${bound} ms in vain for ${what}`);
    await pause(rhythm);
  }
}

function isThere<Found>(found: Found): found is Exclude<Found, undefined | false> {
  return found !== undefined && found !== false;
}
