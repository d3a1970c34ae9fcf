import * as z from 'zod/mini';
import { costLimits } from '../domain/cost-settings';
import { isCostProjectId, type CostProjectId } from '../domain/ids';
import { whenFirstUsed } from '../domain/when-first-used';
import { failure } from './margin';
import { operation } from './operation';
import { nothing, projectId } from './values';

const costProjectId = whenFirstUsed(() => z.custom<CostProjectId>((value) => typeof value === 'string' && isCostProjectId(value)));
const source = whenFirstUsed(() => z.enum(['financialManager', 'ownRates']));
const costProject = whenFirstUsed(() => z.strictObject({ id: costProjectId(), name: z.string(), covers: z.nullable(z.array(projectId())), countsMoney: z.boolean() }));

const costs = whenFirstUsed(() => z.strictObject({
  revision: z.int(),
  source: source(),
  /** What Financial Manager keeps, or why it does not tell. */
  kept: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('told'), projects: z.array(costProject()) }),
    z.strictObject({ kind: z.literal('refused'), because: failure() }),
  ]),
  projects: z.array(z.strictObject({
    projectId: projectId(),
    project: z.nullable(z.strictObject({ key: z.string(), name: z.string() })),
    chosen: z.nullable(costProjectId()),
  })),
}));

/** Where costs are read, with Financial Manager's projects beside Jira's. */
export const readCosts = operation({ name: 'settings.readCosts', policy: 'administer', place: 'site', request: nothing, answer: costs });

/** `conflict` when somebody else changed it meanwhile. Every project is looked at anew in the next run. */
export const saveCosts = operation({
  name: 'settings.saveCosts',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({
    revision: z.int().check(z.minimum(0)),
    source: source(),
    chosen: z.array(z.strictObject({ projectId: projectId(), costProjectId: costProjectId() })).check(z.maxLength(costLimits.chosen)),
  }),
  answer: costs,
});
