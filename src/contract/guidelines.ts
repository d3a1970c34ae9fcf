import * as z from 'zod/mini';
import type { Change } from '../domain/difference';
import type { Draft, Problem } from '../domain/draft';
import type { Guidelines, GuidelinesVersion } from '../domain/guidelines';
import { reminderLimits } from '../domain/guidelines-reminder';
import { whenFirstUsed } from '../domain/when-first-used';
import { operation } from './operation';
import { accountId, currency, dealId, instant, issueId, lineId, money, nothing, person, plainDate, version } from './values';

/** Far above what can be published, so that a draft keeps what was typed; only the absurd is refused. */
const typed = whenFirstUsed(() => z.string().check(z.maxLength(60_000)));

/** An id names one thing: two staffing lines of one id would be one entry of the planner, wanted twice. */
export const differentIds = whenFirstUsed(() => z.refine<readonly { readonly id: string }[]>((items) => new Set(items.map((item) => item.id)).size === items.length));

export const draft = whenFirstUsed((): z.ZodMiniType<Draft> => z.strictObject({
  budget: z.strictObject({ amount: typed(), currency: currency(), hours: typed(), targetMargin: typed(), billable: typed() }),
  schedule: z.strictObject({
    start: typed(),
    end: typed(),
    milestones: z.array(z.strictObject({ id: lineId(), name: typed(), date: typed() })).check(z.maxLength(500), differentIds()),
  }),
  scope: z.strictObject({ goal: typed(), inScope: typed(), outOfScope: typed() }),
  priorities: z.array(z.strictObject({ id: lineId(), text: typed() })).check(z.maxLength(500), differentIds()),
  staffing: z
    .array(
      z.strictObject({
        id: lineId(),
        role: typed(),
        person: z.nullable(person()),
        from: typed(),
        to: typed(),
        hoursPerDay: typed(),
        dealId: z.nullable(dealId()),
      }),
    )
    .check(z.maxLength(500), differentIds()),
}));

export const guidelines = whenFirstUsed((): z.ZodMiniType<Guidelines> => z.strictObject({
  budget: z.strictObject({ amount: money(), hours: z.int(), targetMargin: z.int(), billable: z.string() }),
  schedule: z.strictObject({
    start: plainDate(),
    end: plainDate(),
    milestones: z.array(z.strictObject({ id: lineId(), name: z.string(), date: plainDate() })),
  }),
  scope: z.strictObject({ goal: z.string(), inScope: z.string(), outOfScope: z.string() }),
  priorities: z.array(z.strictObject({ id: lineId(), text: z.string() })),
  staffing: z.array(
    z.strictObject({
      id: lineId(),
      role: z.string(),
      person: z.nullable(person()),
      from: plainDate(),
      to: plainDate(),
      minutesPerDay: z.int(),
      dealId: z.nullable(dealId()),
    }),
  ),
}));

const versionChange = whenFirstUsed(() => z.strictObject({ id: lineId(), title: z.string() }));

export const guidelinesVersion = whenFirstUsed((): z.ZodMiniType<GuidelinesVersion> => z.strictObject({
  version: version(),
  publishedAt: instant(),
  publishedBy: person(),
  guidelines: guidelines(),
  change: z.exactOptional(versionChange()),
}));

const changedField = whenFirstUsed(() => z.enum([
  'budget.amount',
  'budget.hours',
  'budget.targetMargin',
  'budget.billable',
  'schedule.start',
  'schedule.end',
  'milestone',
  'scope.goal',
  'scope.inScope',
  'scope.outOfScope',
  'priority',
  'priorityOrder',
  'staffing',
]));

export const change = whenFirstUsed((): z.ZodMiniType<Change> => z.strictObject({
  field: changedField(),
  subject: z.nullable(z.string()),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
}));

const problem = whenFirstUsed(() => z.strictObject({
  field: z.string(),
  code: z.enum(['missing', 'notAnAmount', 'notANumber', 'outOfRange', 'notADate', 'endBeforeStart', 'outsideSchedule', 'tooLong', 'tooMany']),
  limit: z.optional(z.number()),
}) satisfies z.ZodMiniType<Problem | { limit?: number | undefined }>);

const acknowledgement = whenFirstUsed(() => z.strictObject({ person: person(), version: version(), at: instant() }));

/** What the Guidelines section shows when it opens. */
export const readGuidelines = operation({
  name: 'guidelines.read',
  policy: 'browseProject',
  place: 'project',
  request: nothing,
  answer: () => z.strictObject({
    current: z.nullable(guidelinesVersion()),
    /** Newest first. */
    versions: z.array(z.strictObject({ version: version(), publishedAt: instant(), publishedBy: person(), change: z.nullable(versionChange()) })),
    acknowledgements: z.array(acknowledgement()),
    /** The caller holds the permission to set guidelines. */
    maySet: z.boolean(),
    /** The deals that a staffing line can belong to; the first one carries the lines that name none. */
    deals: z.array(z.strictObject({ id: dealId(), name: z.string() })),
  }),
});

export const readDraft = operation({
  name: 'guidelines.readDraft',
  policy: 'setGuidelines',
  place: 'project',
  request: nothing,
  answer: () => z.strictObject({
    /** Without a saved draft: the current version's content, or an empty one. */
    draft: draft(),
    /** Counts every save, publication and discard; 0 before the first. */
    revision: z.int(),
    /** null without a saved draft. */
    savedAt: z.nullable(instant()),
    savedBy: z.nullable(person()),
    problems: z.array(problem()),
  }),
});

/** Saves what was typed. `conflict` when somebody else saved since `revision`. */
export const saveDraft = operation({
  name: 'guidelines.saveDraft',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ revision: z.int().check(z.minimum(0)), draft: draft() }),
  answer: () => z.strictObject({ revision: z.int(), savedAt: instant(), problems: z.array(problem()) }),
});

export const discardDraft = operation({
  name: 'guidelines.discardDraft',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ revision: z.int() }),
  answer: nothing,
});

/** Publishes the saved draft as the next version. `incomplete` when problems are left, `conflict` when the draft changed since `revision`. */
export const publishGuidelines = operation({
  name: 'guidelines.publish',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ revision: z.int() }),
  answer: () => z.strictObject({ version: version() }),
});

/** What publishing the saved draft would change, against the current version. */
export const previewPublication = operation({
  name: 'guidelines.preview',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ revision: z.int() }),
  answer: () => z.strictObject({ changes: z.array(change()), problems: z.array(problem()) }),
});

export const compareVersions = operation({
  name: 'guidelines.compare',
  policy: 'browseProject',
  place: 'project',
  request: () => z.strictObject({ from: version(), to: version() }),
  answer: () => z.strictObject({ changes: z.array(change()) }),
});

export const readVersion = operation({
  name: 'guidelines.readVersion',
  policy: 'browseProject',
  place: 'project',
  request: () => z.strictObject({ version: version() }),
  answer: guidelinesVersion,
});

/** People that a staffing line can name: those who can be assigned work in the project. */
export const findPeople = operation({
  name: 'guidelines.findPeople',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ text: z.string().check(z.maxLength(200)) }),
  answer: () => z.strictObject({ people: z.array(person()) }),
});

/** Who works in the project and has not acknowledged the current version. `notFound` where there are no guidelines. */
export const readReaders = operation({
  name: 'guidelines.readers',
  policy: 'setGuidelines',
  place: 'project',
  request: nothing,
  answer: () => z.strictObject({
    version: version(),
    publishedAt: instant(),
    /** The latest reminder of this version. */
    reminded: z.nullable(z.strictObject({ at: instant(), by: person() })),
    /** With the issue of theirs that was changed last; `remindedAt` is of this version. */
    readers: z.array(z.strictObject({ person: person(), issue: z.strictObject({ id: issueId(), key: z.string(), summary: z.string() }), remindedAt: z.nullable(instant()) })),
    /** There may be more people than these. */
    hasMore: z.boolean(),
  }),
});

/**
 * Mentions people in a comment on the issue that they work on. Who has read the version, or was reminded within a day, is left out of
 * `reminded`. `conflict` when another version is the current one, or somebody else reminds in the same moment.
 */
export const remindReaders = operation({
  name: 'guidelines.remind',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({
    version: version(),
    accountIds: z.array(accountId()).check(z.minLength(1), z.maxLength(reminderLimits.people)),
    note: z.string().check(z.maxLength(reminderLimits.note)),
  }),
  answer: () => z.strictObject({ reminded: z.array(person()) }),
});
