import * as z from 'zod/mini';
import { whenFirstUsed } from '../domain/when-first-used';
import { errorCodes } from './answer';
import { operation } from './operation';
import { accountId, client, dealId, dealStage, instant, lineId, money, nothing, plainDate, planId, syncReason, tag } from './values';

const deal = whenFirstUsed(() => z.strictObject({
  id: dealId(),
  name: z.string(),
  client: z.nullable(client()),
  ownerName: z.nullable(z.string()),
  stageName: z.string(),
  /** null while the organisation's stage is not mapped. */
  stage: z.nullable(dealStage()),
  amount: z.nullable(money()),
  closeDate: z.nullable(plainDate()),
  probability: z.nullable(z.number()),
}));
export type DealView = z.infer<ReturnType<typeof deal>>;

const assignee = whenFirstUsed(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), accountId: accountId() }),
  z.strictObject({ kind: z.literal('role'), role: z.string() }),
]));

/** A Tempo plan, or what a staffing line asks for. */
const bar = whenFirstUsed(() => z.strictObject({ assignee: assignee(), from: plainDate(), to: plainDate(), minutesPerDay: z.int() }));

const firmness = whenFirstUsed(() => z.enum(['tentative', 'firm', 'confirmed']));

const driftChoice = whenFirstUsed(() => z.enum(['takeTheirs', 'putOursBack']));

const plannedLine = whenFirstUsed(() => z.strictObject({
  lineId: lineId(),
  role: z.string(),
  personName: z.nullable(z.string()),
  /** What the published guidelines ask for; null for an entry whose line is gone. */
  wanted: z.nullable(z.strictObject({ from: plainDate(), to: plainDate(), minutesPerDay: z.int() })),
  /** What Tempo holds; null when there is no entry. */
  entry: z.nullable(
    z.strictObject({
      tag: tag(),
      planId: z.nullable(planId()),
      state: z.enum(['claimed', 'written', 'released']),
      firmness: z.nullable(firmness()),
      plan: bar(),
    }),
  ),
  /** A person's change to the entry that waits for a choice; `theirs` null when they deleted it, `chosen` while the choice is on its way. */
  drift: z.nullable(z.strictObject({ theirs: z.nullable(bar()), ours: z.nullable(bar()), chosen: z.nullable(driftChoice()) })),
}));
export type PlannedLine = z.infer<ReturnType<typeof plannedLine>>;

const syncState = whenFirstUsed(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('inStep'), since: instant() }),
  z.strictObject({ kind: z.literal('working'), since: instant() }),
  z.strictObject({ kind: z.literal('waiting'), for: z.enum(['guidelines', 'stageMapping', 'connection', 'project']), since: instant() }),
  /** There is work to do, and the other system is given a rest after failures in a row. */
  z.strictObject({ kind: z.literal('paused'), system: z.enum(['salesforce', 'tempo']), since: instant(), nextTryAt: instant() }),
  z.strictObject({ kind: z.literal('drifted'), entries: z.int(), since: instant() }),
  z.strictObject({
    kind: z.literal('failed'),
    code: z.enum(errorCodes),
    parameters: z.record(z.string(), z.string()),
    since: instant(),
    nextTryAt: z.nullable(instant()),
  }),
  /** Salesforce no longer has the deal: deleted, or merged into another. */
  z.strictObject({ kind: z.literal('gone'), since: instant() }),
]));
export type SyncStateView = z.infer<ReturnType<typeof syncState>>;

/** What a release does to an entry: one in the future goes, one under way ends yesterday, what is past stays as it is. */
const releasedEntry = whenFirstUsed(() => z.strictObject({
  lineId: lineId(),
  role: z.string(),
  personName: z.nullable(z.string()),
  what: z.enum(['deleted', 'ended', 'stays']),
  /** The entry as it stood before. */
  plan: bar(),
  /** Its last day afterwards, when it is ended. */
  endsOn: z.nullable(plainDate()),
}));
export type ReleasedEntryView = z.infer<ReturnType<typeof releasedEntry>>;

/** The deal was lost or opened again, and what it had in the planner was taken back. */
const release = whenFirstUsed(() => z.strictObject({
  at: instant(),
  /** The stage that the entries were planned under. */
  from: dealStage(),
  entries: z.array(releasedEntry()),
}));

/** The entries were brought back, and stand as under `stage` until the deal or the guidelines change. */
const reprieve = whenFirstUsed(() => z.strictObject({ stage: dealStage(), since: instant() }));

const linkedDeal = whenFirstUsed(() => z.strictObject({
  deal: deal(),
  linkedAt: instant(),
  isFirst: z.boolean(),
  /** Oldest first. */
  stages: z.array(z.strictObject({ stageName: z.string(), stage: z.nullable(dealStage()), at: instant() })),
  sync: syncState(),
  lines: z.array(plannedLine()),
  /** The last release, while it can be undone; null otherwise. */
  release: z.nullable(release()),
  reprieve: z.nullable(reprieve()),
}));
export type LinkedDealView = z.infer<ReturnType<typeof linkedDeal>>;

/** The Deal & planner section, out of the app's own storage. */
export const readPlanner = operation({
  name: 'planner.read',
  policy: 'browseProject',
  place: 'project',
  request: nothing,
  answer: () => z.strictObject({
    deals: z.array(linkedDeal()),
    /** When Salesforce was last asked for changes of linked deals. */
    polledAt: z.nullable(instant()),
    connected: z.strictObject({ salesforce: z.boolean(), tempo: z.boolean() }),
    /** Most of the organisation's API calls of the day are used, so Salesforce is asked for changes more seldom. */
    pollSlowed: z.boolean(),
    maySet: z.boolean(),
    hasGuidelines: z.boolean(),
  }),
});

/** Deals by name or client, at most twenty; `linkedTo` names the project that has one already. */
export const searchDeals = operation({
  name: 'deals.search',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ text: z.string().check(z.maxLength(200)) }),
  answer: () => z.strictObject({ deals: z.array(z.strictObject({ deal: deal(), linkedTo: z.nullable(z.string()) })) }),
});

/** `alreadyLinked` when the deal belongs to this or another project. */
export const linkDeal = operation({
  name: 'deals.link',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ dealId: dealId() }),
  answer: nothing,
});

/** Releases the deal's entries and forgets the link; its history stays in the audit trail. */
export const unlinkDeal = operation({
  name: 'deals.unlink',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ dealId: dealId() }),
  answer: nothing,
});

/** Brings the deal's entries in step now, and says how it went. */
export const syncDealNow = operation({
  name: 'planner.syncNow',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ dealId: dealId() }),
  answer: () => z.strictObject({ sync: syncState() }),
});

/** Settles a person's change to an entry of ours. */
export const resolveDrift = operation({
  name: 'planner.resolveDrift',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ dealId: dealId(), tag: tag(), choice: driftChoice() }),
  answer: () => z.strictObject({ sync: syncState() }),
});

/** What would go if the deal were lost, or unlinked, now; out of the app's own storage. */
export const previewRelease = operation({
  name: 'planner.previewRelease',
  policy: 'browseProject',
  place: 'project',
  request: () => z.strictObject({ dealId: dealId() }),
  answer: () => z.strictObject({ entries: z.array(releasedEntry()) }),
});

/**
 * What publishing the saved draft would do to the planner: how many entries are created, changed, or taken back (deleted or ended).
 * A person's approved plan that is moved goes back to pending, and Tempo mails its reviewer; null when Tempo cannot say which are approved.
 * `conflict` as `guidelines.preview`.
 */
export const previewReplan = operation({
  name: 'planner.previewReplan',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ revision: z.int() }),
  answer: () => z.strictObject({
    created: z.int(),
    changed: z.int(),
    released: z.int(),
    backToPending: z.nullable(z.array(z.strictObject({ lineId: lineId(), role: z.string(), personName: z.nullable(z.string()), from: plainDate(), to: plainDate() }))),
  }),
});

/** Brings back what a release took, until deal or guidelines change next. `notFound` when there is nothing to bring back. */
export const bringBack = operation({
  name: 'planner.bringBack',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ dealId: dealId() }),
  answer: () => z.strictObject({ sync: syncState() }),
});

/** Releases again what was brought back. `notFound` when nothing was. */
export const letGo = operation({
  name: 'planner.letGo',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ dealId: dealId() }),
  answer: () => z.strictObject({ sync: syncState() }),
});

const trailRecord = whenFirstUsed(() => z.strictObject({
  at: instant(),
  /** A stable name such as `entry.created`; the screen has the words, and shows the name itself for one it does not know. */
  event: z.string(),
  by: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('signal'), signal: syncReason() }),
    z.strictObject({ kind: z.literal('person'), accountId: accountId(), name: z.nullable(z.string()) }),
  ]),
  /** Names and values that the words for the event have a place for. */
  details: z.record(z.string(), z.string()),
}));
export type TrailRecordView = z.infer<ReturnType<typeof trailRecord>>;

/** What was seen, decided and written for a deal, newest first, 50 at a time; `before` is the earlier answer's `next`. */
export const readTrail = operation({
  name: 'planner.readTrail',
  policy: 'browseProject',
  place: 'project',
  request: () => z.strictObject({ dealId: dealId(), before: z.nullable(z.string().check(z.maxLength(500))) }),
  answer: () => z.strictObject({ records: z.array(trailRecord()), next: z.nullable(z.string()) }),
});
