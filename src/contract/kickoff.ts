import * as z from 'zod/mini';
import { kickoffLimits } from '../domain/kickoff';
import { whenFirstUsed } from '../domain/when-first-used';
import { operation } from './operation';
import { instant, nothing } from './values';

const failure = whenFirstUsed(() => z.enum(['unauthorised', 'refused', 'missing', 'rejected', 'rateLimited', 'unavailable', 'unexpectedAnswer', 'unexpected']));

const standing = whenFirstUsed(() => z.strictObject({
  /** Whether a deal of the project was won. */
  isWon: z.boolean(),
  /** Whether the company has kick-offs created by themselves. */
  isOn: z.boolean(),
  mayCreate: z.boolean(),
  kickoff: z.nullable(z.strictObject({ state: z.enum(['claimed', 'created', 'failed']), at: instant(), issueKey: z.nullable(z.string()), failure: z.nullable(failure()) })),
}));

export type KickoffView = z.infer<ReturnType<typeof standing>>;
export type KickoffSettingsView = z.infer<ReturnType<typeof settings>>;

/** How the project's kick-off stands. */
export const readKickoff = operation({ name: 'kickoff.read', policy: 'browseProject', place: 'project', request: nothing, answer: standing });

/** Creates the kick-off issue, once. `notFound` when no deal of the project was won. */
export const createKickoff = operation({ name: 'kickoff.create', policy: 'setGuidelines', place: 'project', request: nothing, answer: standing });

const settings = whenFirstUsed(() => z.strictObject({
  revision: z.int().check(z.minimum(0)),
  isOn: z.boolean(),
  summary: z.nullable(z.string().check(z.maxLength(kickoffLimits.summary))),
  agenda: z.nullable(z.string().check(z.maxLength(kickoffLimits.agenda))),
}));

export const readKickoffSettings = operation({ name: 'settings.readKickoff', policy: 'administer', place: 'site', request: nothing, answer: settings });

/** A text of null, or an empty one, is the app's own. `conflict` when somebody else changed them meanwhile. */
export const saveKickoffSettings = operation({ name: 'settings.saveKickoff', policy: 'administer', place: 'site', request: settings, answer: settings });
