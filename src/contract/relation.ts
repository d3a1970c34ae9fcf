import * as z from 'zod/mini';
import { relationLimits } from '../domain/relation';
import { whenFirstUsed } from '../domain/when-first-used';
import { ofClient, revision } from './clients';
import { operation } from './operation';
import { clientId, instant, lineId, plainDate } from './values';

const text = whenFirstUsed(() => z.string().check(z.maxLength(relationLimits.text)));
/** How content a client is, on the scale on which they were asked. */
export const score = whenFirstUsed(() => z.strictObject({ scale: z.enum(['five', 'nps']), value: z.int() }));

const fact = whenFirstUsed(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['meeting', 'note']), on: plainDate(), text: text() }),
  z.strictObject({ kind: z.literal('satisfaction'), on: plainDate(), score: score(), text: text() }),
  z.strictObject({ kind: z.literal('reference'), on: plainDate(), text: text(), place: text() }),
  z.strictObject({ kind: z.literal('need'), on: plainDate(), text: text(), answer: z.nullable(z.strictObject({ on: plainDate(), text: text() })) }),
]));

const log = whenFirstUsed(() => z.strictObject({
  mayEdit: z.boolean(),
  /** The company's own day, by which it is long ago. */
  today: plainDate(),
  standing: z.strictObject({
    lastContactOn: z.nullable(plainDate()),
    openNeeds: z.int(),
    oldestNeedOn: z.nullable(plainDate()),
    lastSatisfaction: z.nullable(z.strictObject({ on: plainDate(), score: score() })),
  }),
  alarms: z.array(z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('noContact'), days: z.nullable(z.int()) }),
    z.strictObject({ kind: z.literal('needOpen'), days: z.int(), openNeeds: z.int() }),
    z.strictObject({ kind: z.literal('unsatisfied'), on: plainDate(), score: score() }),
  ])),
  /** Whether there are older entries than those. */
  hasMore: z.boolean(),
  entries: z.array(z.strictObject({ id: z.string(), revision: revision(), filedAt: instant(), fact: fact() })),
}));

/** A client's relation log, the newest first. `notFound` when the caller may not see the client. */
export const readRelation = operation({ name: 'relation.read', policy: 'ownProjects', place: 'site', request: ofClient, answer: log });

/** Files a fact. The screen chooses the id, so that a fact that is sent again is not filed twice. `forbidden` for who may only read. */
export const fileRelation = operation({
  name: 'relation.file',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ clientId: clientId(), id: lineId(), fact: fact() }),
  answer: log,
});

/** Changes a fact, or answers a need. `conflict` when somebody else changed it meanwhile. */
export const changeRelation = operation({
  name: 'relation.change',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ clientId: clientId(), id: lineId(), revision: revision(), fact: fact() }),
  answer: log,
});

export const removeRelation = operation({
  name: 'relation.remove',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ clientId: clientId(), id: lineId(), revision: revision() }),
  answer: log,
});
