import * as z from 'zod/mini';
import { limits } from '../domain/guidelines';
import { changeLimits, type ScopeEffect } from '../domain/scope-change';
import { whenFirstUsed } from '../domain/when-first-used';
import { differentIds } from './guidelines';
import { total } from './margin';
import { operation } from './operation';
import { currency, dealId, dealStage, instant, lineId, nothing, person, plainDate, version } from './values';

const revision = whenFirstUsed(() => z.int().check(z.minimum(1)));
const longText = () => z.string().check(z.maxLength(changeLimits.text));
const hours = () => z.int().check(z.minimum(-changeLimits.hours), z.maximum(changeLimits.hours));

const milestoneName = () => z.string().check(z.maxLength(limits.shortText), z.regex(/\S/u));
const milestone = whenFirstUsed(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new'), id: lineId(), name: milestoneName(), date: plainDate() }),
  z.strictObject({ kind: z.literal('moved'), id: lineId(), name: milestoneName(), from: plainDate(), date: plainDate() }),
]));

const effect = whenFirstUsed((): z.ZodMiniType<ScopeEffect> => z.strictObject({
  budget: z.nullable(z.strictObject({ amount: total(), currency: currency() })),
  hours: hours(),
  end: z.nullable(plainDate()),
  milestones: z.exactOptional(z.array(milestone()).check(z.maxLength(changeLimits.milestones), differentIds())),
  added: longText(),
  removed: longText(),
}));

const kind = whenFirstUsed(() => z.enum(['proposed', 'negotiation', 'agreeing', 'agreed', 'declined', 'withdrawn']));
const decided = { by: () => person(), at: () => instant(), reason: () => z.string() };
const state = whenFirstUsed(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('proposed') }),
  z.strictObject({ kind: z.literal('negotiation') }),
  z.strictObject({ kind: z.literal('agreeing'), by: decided.by(), at: decided.at(), reason: decided.reason() }),
  z.strictObject({ kind: z.literal('agreed'), by: decided.by(), at: decided.at(), reason: decided.reason(), version: version() }),
  z.strictObject({ kind: z.literal('declined'), by: decided.by(), at: decided.at(), reason: decided.reason() }),
  z.strictObject({ kind: z.literal('withdrawn'), at: instant() }),
]));

const listed = whenFirstUsed(() => z.strictObject({
  id: lineId(),
  revision: revision(),
  isMine: z.boolean(),
  /** Agreeing was begun and broke off for good: it can be declined or negotiated again. */
  isAbandoned: z.boolean(),
  title: z.string(),
  reason: z.string(),
  effect: effect(),
  /** One that is not among the deals is linked no longer. */
  dealId: z.exactOptional(dealId()),
  proposedBy: person(),
  proposedAt: instant(),
  state: state(),
  history: z.array(z.strictObject({ at: instant(), by: person(), what: kind() })),
}));

const changes = whenFirstUsed(() => z.strictObject({
  mayDecide: z.boolean(),
  /** Of the guidelines; null before there are any. */
  currency: z.nullable(currency()),
  schedule: z.nullable(z.strictObject({ start: plainDate(), end: plainDate(), milestones: z.array(z.strictObject({ id: lineId(), name: z.string(), date: plainDate() })) })),
  totals: z.nullable(z.strictObject({
    currency: currency(), soldBudget: total(), soldHours: z.int(), agreedBudget: total(), agreedHours: z.int(), agreedPercent: z.nullable(z.int()), agreedHoursPercent: z.nullable(z.int()), nowBudget: total(), nowHours: z.int(), otherCurrency: z.int(),
  })),
  /** The project's linked deals; a stage that no administrator has mapped is null. */
  deals: z.array(z.strictObject({ id: dealId(), name: z.string(), stage: z.nullable(dealStage()), stageName: z.string() })),
  /** How many closed ones, the oldest, are in the totals only. */
  notShown: z.int(),
  changes: z.array(listed()),
}));

const proposal = whenFirstUsed(() => z.strictObject({ id: lineId(), title: z.string().check(z.minLength(1), z.maxLength(changeLimits.title)), reason: longText(), effect: effect(), dealId: z.exactOptional(dealId()) }));
const named = whenFirstUsed(() => z.strictObject({ id: lineId(), revision: revision() }));
const refusal = whenFirstUsed(() => z.strictObject({ id: lineId(), revision: revision(), reason: longText().check(z.regex(/\S/u)) }));
const decision = whenFirstUsed(() => z.strictObject({ id: lineId(), revision: revision(), reason: longText() }));

/** A project's scope changes, the open ones first. */
export const readChanges = operation({ name: 'changes.read', policy: 'browseProject', place: 'project', request: nothing, answer: changes });

/**
 * Anybody in the project may propose one. The screen chooses the id, so that a proposal that is sent again is not filed twice.
 * `invalidRequest` names what is wrong with it, `conflict` says that something else has that id.
 */
export const proposeChange = operation({ name: 'changes.propose', policy: 'browseProject', place: 'project', request: proposal, answer: changes });

/** The same from an issue's panel. */
export const proposeFromIssue = operation({ name: 'changes.proposeFromIssue', policy: 'browseProject', place: 'issue', request: proposal, answer: () => z.strictObject({}) });

/** Takes one's own proposal back. `conflict` once somebody has taken it up. */
export const withdrawChange = operation({ name: 'changes.withdraw', policy: 'browseProject', place: 'project', request: named, answer: changes });

/** Takes a proposal up with the client, or an abandoned one once more. */
export const negotiateChange = operation({ name: 'changes.negotiate', policy: 'setGuidelines', place: 'project', request: named, answer: changes });

/** Publishes the next guidelines with the change in them, once. `invalidRequest` names why the guidelines cannot take it. */
export const agreeChange = operation({ name: 'changes.agree', policy: 'setGuidelines', place: 'project', request: decision, answer: changes });

/** With a reason, which whoever proposed it reads. */
export const declineChange = operation({ name: 'changes.decline', policy: 'setGuidelines', place: 'project', request: refusal, answer: changes });

export type ChangesView = z.infer<typeof readChanges.answer>;
export type ListedChange = ChangesView['changes'][number];
