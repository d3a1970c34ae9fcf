import * as z from 'zod/mini';
import { limits } from '../domain/guidelines';
import { whenFirstUsed } from '../domain/when-first-used';
import { failure } from './margin';
import { operation } from './operation';
import { accountId, dealId, dealStage, instant, lineId, money, nothing, person, plainDate, projectId } from './values';

const minutes = whenFirstUsed(() => z.int().check(z.minimum(0)));
const percent = whenFirstUsed(() => z.nullable(z.int()));
const role = whenFirstUsed(() => z.string());

const week = whenFirstUsed(() => z.strictObject({ worked: z.string(), requiredMinutes: minutes(), freeMinutes: minutes() }));
const holder = whenFirstUsed(() => z.strictObject({
  person: person(),
  /** The role that what is left of their time belongs to. */
  role: role(),
  /** As of when the weeks are; null while nobody has read them. */
  readAt: z.nullable(instant()),
  failure: z.nullable(failure()),
  /** One for each week; null where nobody knows it. */
  weeks: z.array(z.nullable(week())),
}));

const deal = whenFirstUsed(() => z.strictObject({ id: dealId(), name: z.string(), stage: z.nullable(dealStage()), probability: percent(), amount: z.nullable(money()) }));
const line = whenFirstUsed(() => z.strictObject({ lineId: lineId(), dealId: dealId(), role: role(), person: z.nullable(person()), from: plainDate(), to: plainDate(), minutesPerDay: minutes() }));
const project = whenFirstUsed(() => z.strictObject({
  projectId: projectId(),
  project: z.nullable(z.strictObject({ key: z.string(), name: z.string() })),
  /** The caller sets guidelines there, and so may move its lines. */
  mayPlan: z.boolean(),
  deals: z.array(deal()),
  lines: z.array(line()),
}));
const load = whenFirstUsed(() => z.strictObject({
  role: role(),
  person: z.nullable(accountId()),
  firmness: z.enum(['tentative', 'firm', 'confirmed']),
  probability: percent(),
  minutes: z.array(minutes()),
}));

const staffing = whenFirstUsed(() => z.strictObject({
  today: plainDate(),
  /** Consecutive Mondays. */
  weeks: z.array(plainDate()),
  /** Of the roles that the lines ask for, in small letters. */
  roles: z.array(role()),
  people: z.array(holder()),
  projects: z.array(project()),
  /** What all other projects ask of the same roles and people, in sums. */
  others: z.array(load()),
  leftOut: z.int(),
}));

/**
 * Staffing of the coming weeks over projects, against people's time as it was last read. Lines stand by name in projects in which the
 * caller sets guidelines or sees the portfolio; all others only in sums.
 */
export const readStaffing = operation({ name: 'staffing.read', policy: 'ownProjects', place: 'site', request: nothing, answer: staffing });

/** Reads the time of a role's people from Tempo now, and answers as `staffing.read`. A role that the caller sees nobody in is left alone. */
export const lookAtRole = operation({
  name: 'staffing.lookAtRole',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ role: z.string().check(z.minLength(1), z.maxLength(limits.shortText)) }),
  answer: staffing,
});

const risk = whenFirstUsed(() => z.strictObject({
  role: role(),
  /** Null for the role as a whole. */
  person: z.nullable(accountId()),
  /** Monday of the first week. */
  from: plainDate(),
  /** Missing in the worst week. */
  mostMinutes: minutes(),
}));
const alternative = whenFirstUsed(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('otherHolder'), role: role(), accountId: accountId(), instead: z.nullable(accountId()), from: plainDate(), to: plainDate(), minutes: minutes() }),
  z.strictObject({ kind: z.literal('laterStart'), weeks: z.int(), from: plainDate(), knownUntil: z.nullable(plainDate()) }),
]));
const risks = whenFirstUsed(() => z.strictObject({
  /** The earliest first. */
  risks: z.array(risk()),
  alternatives: z.array(alternative()),
  /** Everybody who is named in them. */
  people: z.array(person()),
}));
export type DealRisksView = z.infer<ReturnType<typeof risks>>;

/**
 * Who would be missing if a deal of the project, which is in negotiation, were won, as it was weighed last; Tempo is not asked. Whoever
 * neither sets guidelines in the project nor sees the portfolio is told of nobody.
 */
export const readDealRisks = operation({ name: 'staffing.readDealRisks', policy: 'browseProject', place: 'project', request: () => z.strictObject({ dealId: dealId() }), answer: risks });

/**
 * Puts moved lines into the draft of the project's guidelines; nothing is published. `notFound` where the caller sets no guidelines or
 * the draft has no such line, `conflict` when somebody saved the draft meanwhile.
 */
export const moveLines = operation({
  name: 'staffing.moveLines',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({
    project: projectId(),
    lines: z.array(z.strictObject({ lineId: lineId(), from: plainDate(), to: plainDate(), minutesPerDay: z.int().check(z.minimum(15), z.maximum(limits.minutesPerDay)) })).check(z.minLength(1), z.maxLength(limits.staffing)),
  }),
  answer: nothing,
});
