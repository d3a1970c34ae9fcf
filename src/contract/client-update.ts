import * as z from 'zod/mini';
import type { ShareableFact } from '../domain/client-update';
import { whenFirstUsed } from '../domain/when-first-used';
import { total } from './margin';
import { operation } from './operation';
import { client, clientId, currency, language, plainDate, projectId } from './values';

const period = whenFirstUsed(() => z.strictObject({ from: plainDate(), to: plainDate() }));

const effect = whenFirstUsed(() => z.strictObject({
  budget: z.nullable(z.strictObject({ amount: total(), currency: currency() })),
  end: z.nullable(plainDate()),
  added: z.string(),
  removed: z.string(),
}));

/** Strict in every part: a field that no client may see makes the answer none. */
const fact = whenFirstUsed((): z.ZodMiniType<ShareableFact> => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('goal'), text: z.string() }),
  z.strictObject({ kind: z.literal('milestoneDone'), name: z.string(), on: plainDate() }),
  z.strictObject({ kind: z.literal('accepted'), deliverable: z.string(), on: plainDate(), isConditional: z.boolean() }),
  z.strictObject({ kind: z.literal('change'), title: z.string(), on: plainDate(), effect: effect() }),
  z.strictObject({ kind: z.literal('milestoneNext'), name: z.string(), on: plainDate() }),
]));

/** What a client can be told of a period. `notFound` when the caller may not see the client. */
export const readClientUpdate = operation({
  name: 'clients.readUpdate',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ clientId: clientId(), period: z.nullable(period()) }),
  answer: () => z.strictObject({
    client: client(),
    today: plainDate(),
    period: period(),
    /** The client's, or else the company's. */
    language: language(),
    projects: z.array(z.strictObject({
      projectId: projectId(),
      name: z.string(),
      isShared: z.boolean(),
      facts: z.array(z.strictObject({ id: z.string(), fact: fact() })),
      leftOut: z.int(),
    })),
  }),
});

export type ClientUpdateView = z.infer<typeof readClientUpdate.answer>;
