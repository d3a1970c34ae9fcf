import * as z from 'zod/mini';
import { accountFields, dealFields, freshnessRules } from '../domain/freshness';
import { ofClient } from './clients';
import { operation } from './operation';
import { clientId, dealId } from './values';

/** What of a client's records in Salesforce is missing or stale, read when it is asked for. `notFound` when the caller may not see the client. */
export const readFreshness = operation({
  name: 'freshness.read',
  policy: 'ownProjects',
  place: 'site',
  request: ofClient,
  answer: () => z.strictObject({
    findings: z.array(z.strictObject({
      rule: z.enum(freshnessRules),
      kind: z.enum(['missing', 'stale']),
      recordId: z.union([clientId(), dealId()]),
      /** The deal's name; null for the client itself. */
      deal: z.nullable(z.string()),
    })),
    /** Fields that the organisation does not show to the app. */
    hidden: z.array(z.enum([...accountFields, ...dealFields])),
    untouchedDays: z.int(),
  }),
});
