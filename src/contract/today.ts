import * as z from 'zod/mini';
import { urgencies } from '../domain/attention/attention-item';
import { projectOrders, viewLimits } from '../domain/attention/project-view';
import { snoozeLimits } from '../domain/attention/snooze';
import { dealStages } from '../domain/deal';
import { documentRequirements } from '../domain/document-rules';
import { isMonth, type Month } from '../domain/month';
import { whenFirstUsed } from '../domain/when-first-used';
import { subject } from './in-project';
import { operation } from './operation';
import { score } from './relation';
import { accountId, client, clientId, dealId, instant, lineId, money, nothing, person, plainDate, projectId, reviewId } from './values';

const itemId = whenFirstUsed(() => z.string().check(z.regex(/^[0-9A-Za-z-]{1,120}$/)));
const month = whenFirstUsed(() => z.custom<Month>((value) => typeof value === 'string' && isMonth(value)));
const count = whenFirstUsed(() => z.int().check(z.minimum(0)));

const what = whenFirstUsed(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('gateReview'), reviewId: reviewId(), deliverable: z.string(), recipient: z.string() }),
  z.strictObject({ kind: z.literal('gateLapsed'), reviewId: reviewId(), deliverable: z.string(), lapse: z.enum(['expired', 'guidelinesChanged', 'blockerAdded', 'conditionOverdue', 'moved']) }),
  z.strictObject({ kind: z.literal('marginThreat'), state: z.enum(['atRisk', 'belowTarget']), reasons: z.array(z.enum(['belowToDate', 'belowAtCompletion', 'thinCushion', 'falling', 'burning', 'otherRole'])) }),
  z.strictObject({ kind: z.literal('syncFailed'), dealId: dealId(), deal: z.string(), failure: z.enum(['unauthorised', 'refused', 'missing', 'rejected', 'rateLimited', 'unavailable', 'unexpectedAnswer', 'unexpected']) }),
  z.strictObject({ kind: z.literal('drifted'), dealId: dealId(), deal: z.string(), entries: count() }),
  z.strictObject({ kind: z.literal('stageUnmapped'), dealId: dealId(), deal: z.string(), stageName: z.string() }),
  z.strictObject({ kind: z.literal('staffing'), dealId: dealId(), deal: z.string(), role: z.string(), from: plainDate(), minutes: count(), more: count() }),
  z.strictObject({ kind: z.literal('guidelinesMissing'), deal: z.string(), stage: z.enum(dealStages) }),
  z.strictObject({ kind: z.literal('guidelinesUnread'), version: count() }),
  z.strictObject({ kind: z.literal('payment'), documentId: lineId(), document: z.enum(['invoice', 'protocol']), number: z.string() }),
  z.strictObject({ kind: z.literal('scopeChange'), changeId: lineId(), title: z.string(), state: z.enum(['proposed', 'negotiation']) }),
  z.strictObject({ kind: z.literal('documentsMissing'), count: count(), percent: count() }),
  z.strictObject({ kind: z.literal('renewal'), requirement: z.enum(documentRequirements), dealId: z.nullable(dealId()), until: plainDate() }),
  z.strictObject({
    kind: z.literal('relation'),
    alarm: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('noContact'), days: z.nullable(count()) }),
      z.strictObject({ kind: z.literal('needOpen'), days: count(), openNeeds: count() }),
      z.strictObject({ kind: z.literal('unsatisfied'), on: plainDate(), score: score() }),
    ]),
  }),
  z.strictObject({ kind: z.literal('contacts'), gaps: count(), noDecisionMaker: z.boolean() }),
  z.strictObject({ kind: z.literal('records'), missing: count(), stale: count() }),
  z.strictObject({ kind: z.literal('report'), month: month(), state: z.enum(['none', 'draft', 'changed']) }),
  z.strictObject({ kind: z.literal('accountPlan'), year: count(), number: count(), submittedBy: person() }),
]));

const item = whenFirstUsed(() => z.strictObject({
  subject: subject(),
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('project'), projectId: projectId(), key: z.nullable(z.string()), name: z.string(), clients: z.array(client()) }),
    z.strictObject({ kind: z.literal('client'), clientId: clientId(), name: z.string() }),
  ]),
  manager: z.nullable(person()),
  /** Whether the caller may do what settles it. */
  settles: z.boolean(),
  id: itemId(),
  what: what(),
  dueOn: z.nullable(plainDate()),
  weight: z.enum(['today', 'week', 'later']),
  urgency: z.enum(urgencies),
  since: z.nullable(plainDate()),
  money: z.nullable(money()),
  /** The caller put it off until that day. */
  snooze: z.nullable(z.strictObject({ until: plainDate(), reason: z.string() })),
}));

const page = whenFirstUsed(() => z.nullable(z.string().check(z.minLength(1), z.maxLength(200))));

/**
 * What waits for the caller, a hundred projects and clients a page, the most urgent first. `mine` is what they are account manager of,
 * projects and clients together; `all` is what they may see of everybody's, of one kind. A plan that waits for the head of sales is in
 * both, for them alone.
 */
export const readToday = operation({
  name: 'today.read',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ whose: z.enum(['mine', 'all']), kind: z.enum(['project', 'client']), after: page() }),
  answer: () => z.strictObject({ today: plainDate(), looked: count(), next: page(), /** Whether the caller sets what only an administrator can; false where nothing asks for it. */ administers: z.boolean(), items: z.array(item()) }),
});

const choice = { subject: () => subject(), itemId: () => itemId() };

/** Puts an item off for the caller. `notFound` when it does not wait any more, `invalidRequest` with what is wrong. */
export const snoozeItem = operation({
  name: 'today.snooze',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ subject: choice.subject(), itemId: choice.itemId(), until: plainDate(), reason: z.string().check(z.maxLength(2 * snoozeLimits.reason)) }),
  answer: nothing,
});

/** Puts an item back on the caller's list. */
export const wakeItem = operation({ name: 'today.wake', policy: 'ownProjects', place: 'site', request: () => z.strictObject({ subject: choice.subject(), itemId: choice.itemId() }), answer: nothing });

const row = whenFirstUsed(() => z.strictObject({
  projectId: projectId(),
  project: z.nullable(z.strictObject({ key: z.string(), name: z.string() })),
  manager: z.nullable(person()),
  isMine: z.boolean(),
  clients: z.array(client()),
  stage: z.nullable(z.enum(dealStages)),
  deals: count(),
  guidelines: z.nullable(z.strictObject({ version: count(), readers: count(), budget: money(), start: plainDate(), end: plainDate(), next: z.nullable(z.strictObject({ name: z.string(), date: plainDate() })) })),
  gate: z.strictObject({ waiting: count(), go: count(), conditional: count(), noGo: count(), lapsed: count() }),
  margin: z.strictObject({ state: z.enum(['healthy', 'atRisk', 'belowTarget', 'unknown']), basisPoints: z.nullable(z.int()) }),
  documents: z.nullable(count()),
  lastContactOn: z.nullable(plainDate()),
  /** How much waits, and how urgent the most urgent of it is. */
  waiting: count(),
  urgency: z.nullable(z.enum(urgencies)),
  lookedAt: instant(),
}));

/** Every project that the caller may see, a hundred a page, the most urgent first. */
export const readProjects = operation({
  name: 'portfolio.projects',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ after: page() }),
  answer: () => z.strictObject({ today: plainDate(), next: page(), projects: z.array(row()) }),
});

const chosen = whenFirstUsed(() => z.strictObject({
  order: z.enum(projectOrders),
  text: z.string().check(z.maxLength(viewLimits.text)),
  mineOnly: z.boolean(),
  managerId: z.nullable(accountId()),
  clientId: z.nullable(clientId()),
  stage: z.nullable(z.enum(dealStages)),
  marginState: z.nullable(z.enum(['healthy', 'atRisk', 'belowTarget', 'unknown'])),
}));
const viewName = whenFirstUsed(() => z.string().check(z.maxLength(2 * viewLimits.name)));
const savedViews = whenFirstUsed(() => z.strictObject({ views: z.array(z.strictObject({ name: viewName(), view: chosen() })) }));

/** What the caller has kept under names, by name. */
export const readViews = operation({ name: 'portfolio.views', policy: 'ownProjects', place: 'site', request: nothing, answer: savedViews });

/** Keeps what is chosen under a name, in the place of what had that name; null takes the name away. `invalidRequest` with what is wrong with it. */
export const saveView = operation({ name: 'portfolio.saveView', policy: 'ownProjects', place: 'site', request: () => z.strictObject({ name: viewName(), view: z.nullable(chosen()) }), answer: savedViews });
