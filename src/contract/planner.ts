import * as z from 'zod/mini';
import { whenFirstUsed } from '../domain/when-first-used';
import { errorCodes } from './answer';
import { operation } from './operation';
import { accountId, clientId, dealId, dealStage, instant, lineId, money, nothing, plainDate, planId, tag } from './values';

const deal = whenFirstUsed(() => z.strictObject({
  id: dealId(),
  name: z.string(),
  client: z.nullable(z.strictObject({ id: clientId(), name: z.string() })),
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
  /** A person's change to the entry that waits for a choice; `theirs` null when they deleted it. */
  drift: z.nullable(z.strictObject({ theirs: z.nullable(bar()), ours: z.nullable(bar()) })),
}));
export type PlannedLine = z.infer<ReturnType<typeof plannedLine>>;

const syncState = whenFirstUsed(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('inStep'), since: instant() }),
  z.strictObject({ kind: z.literal('working'), since: instant() }),
  z.strictObject({ kind: z.literal('waiting'), for: z.enum(['guidelines', 'stageMapping', 'connection', 'project']), since: instant() }),
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

const linkedDeal = whenFirstUsed(() => z.strictObject({
  deal: deal(),
  linkedAt: instant(),
  isFirst: z.boolean(),
  /** Oldest first. */
  stages: z.array(z.strictObject({ stageName: z.string(), stage: z.nullable(dealStage()), at: instant() })),
  sync: syncState(),
  lines: z.array(plannedLine()),
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
  request: () => z.strictObject({ dealId: dealId(), tag: tag(), choice: z.enum(['takeTheirs', 'putOursBack']) }),
  answer: () => z.strictObject({ sync: syncState() }),
});
