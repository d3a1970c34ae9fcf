import * as z from 'zod/mini';
import type { WorkItem } from '../domain/deliverable';
import { documentRequirements } from '../domain/document-rules';
import { automaticChecks, criteriaLimits, type Criterion, type Mark, type SettledCriterion } from '../domain/gate-criteria';
import type { Evidence } from '../domain/gate-evidence';
import { whenFirstUsed } from '../domain/when-first-used';
import { verdict } from './gate';
import { change } from './guidelines';
import { dealId, instant, issueId, lineId, person, plainDate, version } from './values';

const workItem = whenFirstUsed((): z.ZodMiniType<WorkItem> => z.strictObject({
  issueId: issueId(),
  issueKey: z.string(),
  summary: z.string(),
  status: z.string(),
  progress: z.enum(['toDo', 'inProgress', 'done']),
}));

const notConnected = whenFirstUsed(() => z.strictObject({ kind: z.literal('notConnected') }));
const known = <Value>(value: z.ZodMiniType<Value>) => z.strictObject({ kind: z.literal('known'), value });

/** What the account manager sees before deciding, and what is kept with the decision. */
export const evidence = whenFirstUsed((): z.ZodMiniType<Evidence> => z.strictObject({
  gatheredAt: instant(),
  work: z.strictObject({ status: z.nullable(z.string()), done: z.int(), inProgress: z.int(), toDo: z.int(), unfinished: z.array(workItem()), blockers: z.array(workItem()) }),
  guidelines: z.nullable(z.strictObject({ version: version(), publishedAt: instant(), publishedBy: person(), acknowledged: z.array(person()), behind: z.array(person()) })),
  schedule: z.strictObject({ expectedOn: z.nullable(plainDate()), start: z.nullable(plainDate()), end: z.nullable(plainDate()), elapsedPercent: z.nullable(z.int()) }),
  hours: z.nullable(z.strictObject({ planned: z.int(), budget: z.int() })),
  scopeChanges: z.strictObject({ total: z.int(), changes: z.array(change()), deals: z.array(z.strictObject({ id: dealId(), name: z.string() })) }),
  documents: z.union([notConnected(), known(z.array(z.strictObject({ requirement: z.enum(documentRequirements), of: z.string() })))]),
  margin: z.union([notConnected(), known(z.strictObject({ current: z.int(), target: z.int() }))]),
  earlier: z.array(z.strictObject({ verdict: verdict(), reason: z.string(), decidedBy: person(), decidedAt: instant() })),
}));

export const criterion = whenFirstUsed((): z.ZodMiniType<Criterion> => z.strictObject({
  id: lineId(),
  text: z.string().check(z.minLength(1), z.maxLength(criteriaLimits.text)),
  check: z.nullable(z.enum(automaticChecks)),
}));

export const finding = whenFirstUsed(() => z.enum(['met', 'notMet', 'unknown']));

export const mark = whenFirstUsed((): z.ZodMiniType<Mark> => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('met') }),
  z.strictObject({ kind: z.literal('notMet') }),
  z.strictObject({ kind: z.literal('waived'), reason: z.string().check(z.maxLength(criteriaLimits.reason)) }),
]));

export const settledCriterion = whenFirstUsed((): z.ZodMiniType<SettledCriterion> => z.strictObject({
  criterion: criterion(),
  finding: z.nullable(finding()),
  mark: mark(),
}));
