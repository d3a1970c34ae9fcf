import * as z from 'zod/mini';
import { planLimits, planStates } from '../domain/account-plan';
import { whenFirstUsed } from '../domain/when-first-used';
import { revision } from './clients';
import { operation } from './operation';
import { client, clientId, instant, lineId, money, nothing, person } from './values';

const { growth, upsell, lines, line, rules, reason, versions, firstYear, lastYear } = planLimits;

const year = whenFirstUsed(() => z.int().check(z.minimum(firstYear), z.maximum(lastYear)));
const number = whenFirstUsed(() => z.int().check(z.minimum(1), z.maximum(versions)));
const planLines = whenFirstUsed(() => z.array(z.strictObject({ id: lineId(), text: z.string().check(z.maxLength(line)) })).check(z.maxLength(lines)));
const plan = whenFirstUsed(() => z.strictObject({
  budget: z.nullable(money()),
  growth: z.nullable(z.int().check(z.minimum(growth.least), z.maximum(growth.most))),
  upsell: z.int().check(z.minimum(upsell.least), z.maximum(upsell.most)),
  rules: z.string().check(z.maxLength(rules)),
  goals: planLines(),
  risks: planLines(),
}));
const signature = whenFirstUsed(() => z.strictObject({ by: person(), at: instant() }));

const head = () => ({ number: number(), state: z.enum(planStates), submitted: z.nullable(signature()), decided: z.nullable(signature()), reason: z.nullable(z.string()) });
const version = whenFirstUsed(() => z.strictObject({
  ...head(),
  revision: revision(),
  plan: plan(),
  /** What it changes in the version before; null for the first. */
  changes: z.nullable(z.array(z.strictObject({ field: z.enum(['budget', 'growth', 'upsell', 'rules', 'goal', 'goalOrder', 'risk']), before: z.nullable(z.string()), after: z.nullable(z.string()) }))),
}));

const view = whenFirstUsed(() => z.strictObject({
  year: year(),
  thisYear: year(),
  mayEdit: z.boolean(),
  /** The caller is head of sales, and somebody else's version waits. */
  mayDecide: z.boolean(),
  current: z.nullable(version()),
  /** What the draft cannot be submitted without. */
  missing: z.array(z.enum(['budget', 'growth', 'rules', 'goals'])),
  /** The newest first. */
  versions: z.array(z.strictObject(head())),
}));

const ofYear = whenFirstUsed(() => z.strictObject({ clientId: clientId(), year: year() }));
const ofVersion = () => ({ clientId: clientId(), year: year(), number: number(), revision: revision() });
const ofDraft = whenFirstUsed(() => z.strictObject(ofVersion()));

/** A client's account plan for a year. `notFound` when the caller may not see the client. */
export const readPlan = operation({ name: 'plans.read', policy: 'ownProjects', place: 'site', request: ofYear, answer: view });

export const readPlanVersion = operation({ name: 'plans.readVersion', policy: 'ownProjects', place: 'site', request: () => z.strictObject({ clientId: clientId(), year: year(), number: number() }), answer: version });

/** Begins the next version. `conflict` while one is being written or waits. */
export const beginPlan = operation({ name: 'plans.begin', policy: 'ownProjects', place: 'site', request: ofYear, answer: view });

export const savePlan = operation({ name: 'plans.save', policy: 'ownProjects', place: 'site', request: () => z.strictObject({ ...ofVersion(), plan: plan() }), answer: view });

export const discardPlan = operation({ name: 'plans.discard', policy: 'ownProjects', place: 'site', request: ofDraft, answer: view });

/** Gives the draft to the head of sales. `incomplete` with the field that is missing. */
export const submitPlan = operation({ name: 'plans.submit', policy: 'ownProjects', place: 'site', request: ofDraft, answer: view });

/** As head of sales. `forbidden` for everybody else and for whoever submitted the version; `conflict` when it no longer waits. */
export const decidePlan = operation({
  name: 'plans.decide',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({
    ...ofVersion(),
    verdict: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('validated') }), z.strictObject({ kind: z.literal('returned'), reason: z.string().check(z.minLength(1), z.maxLength(reason)) })]),
  }),
  answer: view,
});

/** Plans that wait for the caller as head of sales, those waiting longest first. */
export const readWaitingPlans = operation({
  name: 'plans.waiting',
  policy: 'ownProjects',
  place: 'site',
  request: nothing,
  answer: () => z.strictObject({ plans: z.array(z.strictObject({ client: client(), year: year(), number: number(), submitted: signature(), isOwn: z.boolean() })) }),
});
