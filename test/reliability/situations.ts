import type { Event } from './history';

/** A moment in which the planner has something to do, and what happens in it. */
export interface Situation {
  readonly name: string;
  readonly before: readonly Event[];
  readonly then: readonly Event[];
}

const settle: Event = { kind: 'settle' };
const work: readonly Event[] = [{ kind: 'deliver' }, { kind: 'poll' }, { kind: 'work' }];
const move = (stage: 'Negotiation' | 'Internally Won' | 'Closed Won' | 'Closed Lost' | 'Prospecting'): Event => ({ kind: 'move', deal: 0, stage });
const named = { begins: 3, lasts: 20, quarters: 32, named: true } as const;
const role = { begins: -5, lasts: 30, quarters: 16, named: false } as const;

export const situations: readonly Situation[] = [
  { name: 'entries are created', before: [], then: work },
  { name: 'entries become firm', before: [settle], then: [move('Internally Won'), ...work] },
  { name: 'a deal moves on at once', before: [settle], then: [move('Internally Won'), ...work, move('Closed Won'), ...work] },
  { name: 'a deal is lost', before: [move('Closed Won'), settle], then: [move('Closed Lost'), ...work] },
  { name: 'a lost deal is brought back', before: [move('Closed Won'), settle, move('Closed Lost'), settle], then: [{ kind: 'bringBack', deal: 0 }, ...work] },
  { name: 'guidelines change', before: [move('Closed Won'), settle], then: [{ kind: 'publish', lines: [{ ...named, lasts: 25 }, role, named] }, ...work] },
  { name: 'a person’s change is put back', before: [settle, { kind: 'edit', which: 0, change: 'hours' }, settle], then: [{ kind: 'resolve', which: 0, choice: 'putOursBack' }, ...work] },
  { name: 'a deal is unlinked', before: [settle, { kind: 'link', deal: 1 }, settle], then: [{ kind: 'unlink', deal: 0 }, ...work] },
  { name: 'every deal is compared', before: [settle], then: [{ kind: 'reconcile' }, { kind: 'work' }] },
];
