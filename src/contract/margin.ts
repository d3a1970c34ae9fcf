import * as z from 'zod/mini';
import { rateLimits } from '../domain/rates';
import { threatLimits } from '../domain/margin-threat';
import { isTotal, type Total } from '../domain/total';
import { whenFirstUsed } from '../domain/when-first-used';
import { operation } from './operation';
import { accountId, amount, currency, instant, nothing, person, plainDate } from './values';

export const total = whenFirstUsed((): z.ZodMiniType<Total> => z.custom<Total>((value) => typeof value === 'string' && isTotal(value)));
export const maybeTotal = whenFirstUsed(() => z.nullable(total()));
const source = whenFirstUsed(() => z.enum(['financialManager', 'ownRates']));
const billing = whenFirstUsed(() => z.enum(['fixedPrice', 'timeAndMaterial']));
const forecastGap = whenFirstUsed(() => z.enum(['plansUnknown', 'plansNotCounted', 'ratesMissing', 'mixedCurrencies', 'priceUnknown', 'actualUnknown']));

export const margin = whenFirstUsed(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('known'), basisPoints: z.int() }),
  z.strictObject({ kind: z.literal('unknown'), because: z.enum(['noRevenue', 'negativeRevenue', 'revenueUnknown', 'costUnknown', 'mixedCurrencies']) }),
]));

const figures = whenFirstUsed(() => z.strictObject({
  source: source(),
  refreshes: z.enum(['always', 'daily', 'weekly', 'byHand']),
  asOf: plainDate(),
  readAt: instant(),
  currency: z.nullable(currency()),
  billing: billing(),
  seconds: z.int(),
  labour: maybeTotal(),
  expenses: maybeTotal(),
  revenue: maybeTotal(),
  costBudget: maybeTotal(),
  remaining: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('known'), cost: total(), revenue: total(), pricedBy: source() }),
    z.strictObject({ kind: z.literal('unknown'), because: forecastGap() }),
  ]),
  roles: z.array(z.strictObject({ role: z.nullable(z.string()), people: z.int(), seconds: z.int(), cost: maybeTotal(), revenue: maybeTotal() })),
  weeks: z.array(z.strictObject({ monday: plainDate(), seconds: z.int(), cost: maybeTotal(), revenue: maybeTotal() })),
}));

const reason = whenFirstUsed(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('belowToDate'), basisPoints: z.int() }),
  z.strictObject({ kind: z.literal('belowAtCompletion'), basisPoints: z.int() }),
  z.strictObject({ kind: z.literal('thinCushion'), basisPoints: z.int() }),
  z.strictObject({ kind: z.literal('falling'), fellBy: z.int(), weeks: z.int() }),
  z.strictObject({ kind: z.literal('burning'), spentPercent: z.int(), elapsedPercent: z.int() }),
  z.strictObject({ kind: z.literal('otherRole'), role: z.nullable(z.string()), people: z.int(), plannedRoles: z.array(z.string()) }),
]));

export const reading = whenFirstUsed(() => z.strictObject({
  state: z.enum(['healthy', 'atRisk', 'belowTarget', 'unknown']),
  reasons: z.array(reason()),
  toDate: margin(),
  forecast: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('known'),
      cost: total(),
      revenue: total(),
      margin: margin(),
      from: z.strictObject({ actualCost: total(), actualRevenue: total(), remainingCost: total(), remainingRevenue: total(), pricedBy: source() }),
    }),
    z.strictObject({ kind: z.literal('unknown'), because: forecastGap() }),
  ]),
  target: z.int(),
  allowedCost: maybeTotal(),
  spentPercent: z.nullable(z.int()),
  elapsedPercent: z.nullable(z.int()),
}));

export const threat = whenFirstUsed(() => z.strictObject({
  state: z.enum(['atRisk', 'belowTarget']),
  reasons: z.array(reason()),
  openedAt: instant(),
  changedAt: instant(),
  answers: z.array(z.strictObject({ plan: z.string(), by: person(), at: instant() })),
}));

export const failure = whenFirstUsed(() => z.enum(['notConnected', 'unauthorised', 'refused', 'missing', 'rejected', 'rateLimited', 'unavailable', 'unexpectedAnswer', 'unexpected', 'unlicensed', 'noCostProject', 'severalCostProjects', 'sharedCostProject', 'costProjectGone', 'timeBasedCostProject']));
const checked = { checkedAt: () => z.nullable(instant()), failure: () => z.nullable(failure()) };

/** For whoever may see costs: what was read, what it says, and what is done about it. */
const whole = whenFirstUsed(() => z.strictObject({
  kind: z.literal('whole'),
  checkedAt: checked.checkedAt(),
  failure: checked.failure(),
  figures: z.nullable(figures()),
  reading: z.nullable(reading()),
  threat: z.nullable(threat()),
}));

/** For everybody else: how much of budget and time is used, and who worked. */
const burn = whenFirstUsed(() => z.strictObject({
  kind: z.literal('burn'),
  checkedAt: checked.checkedAt(),
  failure: checked.failure(),
  asOf: z.nullable(plainDate()),
  spentPercent: z.nullable(z.int()),
  elapsedPercent: z.nullable(z.int()),
  roles: z.array(z.strictObject({ role: z.nullable(z.string()), people: z.int(), seconds: z.int() })),
}));

const settings = whenFirstUsed(() => z.strictObject({ revision: z.int().check(z.minimum(0)), billing: billing() }));

export const readProjectMargin = operation({
  name: 'margin.read',
  policy: 'browseProject',
  place: 'project',
  request: nothing,
  answer: () => z.strictObject({ view: z.discriminatedUnion('kind', [whole(), burn()]), mayAnswer: z.boolean(), settings: settings() }),
});

/** Reads the figures from Tempo now. */
export const refreshMargin = operation({ name: 'margin.refresh', policy: 'seeMargin', place: 'project', request: nothing, answer: () => z.strictObject({ view: whole() }) });

/** Says what is done about a threat. `notFound` when nothing threatens any more. */
export const answerThreat = operation({
  name: 'margin.answerThreat',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ plan: z.string().check(z.minLength(1), z.maxLength(threatLimits.plan)) }),
  answer: () => z.strictObject({ view: whole() }),
});

/** By what the client pays. `conflict` when somebody else changed it meanwhile. */
export const changeMarginSettings = operation({
  name: 'margin.saveSettings',
  policy: 'setGuidelines',
  place: 'project',
  request: settings,
  answer: () => z.strictObject({ settings: settings(), view: whole() }),
});

/** People who can be given a role: anybody of the site. */
export const findColleagues = operation({
  name: 'settings.findPeople',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ text: z.string().check(z.maxLength(200)) }),
  answer: () => z.strictObject({ people: z.array(person()) }),
});

const role = whenFirstUsed(() => z.string().check(z.minLength(1), z.maxLength(rateLimits.role)));
const rate = whenFirstUsed(() => z.strictObject({ role: role(), from: plainDate(), currency: currency(), cost: amount(), billing: z.nullable(amount()) }));
const companyRates = whenFirstUsed(() => z.strictObject({
  revision: z.int().check(z.minimum(0)),
  rates: z.array(rate()).check(z.maxLength(rateLimits.rates)),
  people: z.array(z.strictObject({ person: person(), role: role() })),
}));

export type CompanyRatesView = z.infer<ReturnType<typeof companyRates>>;

export const readRates = operation({ name: 'settings.readRates', policy: 'administer', place: 'site', request: nothing, answer: companyRates });

/** Replaces them. `conflict` when somebody else did so meanwhile. */
export const saveRates = operation({
  name: 'settings.saveRates',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({
    revision: z.int().check(z.minimum(0)),
    rates: z.array(rate()).check(z.maxLength(rateLimits.rates)),
    people: z.array(z.strictObject({ accountId: accountId(), role: role() })).check(z.maxLength(rateLimits.rates)),
  }),
  answer: companyRates,
});
