import * as z from 'zod/mini';
import { agreementLimits } from '../domain/client-work';
import { whenFirstUsed } from '../domain/when-first-used';
import { failure, margin, maybeTotal, reading, threat } from './margin';
import { operation } from './operation';
import { accountId, client, clientId, currency, instant, money, nothing, person, plainDate, projectId } from './values';

const sums = whenFirstUsed(() => z.strictObject({
  source: z.enum(['financialManager', 'ownRates']),
  asOf: plainDate(),
  currency: z.nullable(currency()),
  budget: z.nullable(money()),
  cost: maybeTotal(),
  revenue: maybeTotal(),
}));

const project = whenFirstUsed(() => z.strictObject({
  projectId: projectId(),
  project: z.nullable(z.strictObject({ key: z.string(), name: z.string() })),
  manager: z.nullable(person()),
  isMine: z.boolean(),
  clients: z.array(client()),
  checkedAt: z.nullable(instant()),
  failure: z.nullable(failure()),
  sums: z.nullable(sums()),
  reading: z.nullable(reading()),
  threat: z.nullable(threat()),
}));

const ofClient = whenFirstUsed(() => z.strictObject({
  client: z.nullable(client()),
  currency: z.nullable(currency()),
  projects: z.int(),
  unknown: z.int(),
  budget: maybeTotal(),
  cost: maybeTotal(),
  revenue: maybeTotal(),
  margin: margin(),
}));

/** How the margin stands in every project whose costs the caller may see, the most urgent first. */
export const readMargins = operation({
  name: 'portfolio.margins',
  policy: 'ownProjects',
  place: 'site',
  request: nothing,
  answer: () => z.strictObject({ projects: z.array(project()), clients: z.array(ofClient()) }),
});

const year = whenFirstUsed(() => z.int().check(z.minimum(agreementLimits.firstYear), z.maximum(agreementLimits.lastYear)));
const seconds = whenFirstUsed(() => z.int().check(z.minimum(0)));
const clientWork = whenFirstUsed(() => z.strictObject({
  client: client(),
  projects: z.int(),
  managerId: accountId(),
  revision: z.int(),
  work: z.strictObject({
    year: year(),
    budgetHours: z.nullable(z.int()),
    months: z.array(z.strictObject({ month: z.string(), plannedSeconds: seconds(), loggedSeconds: seconds() })),
    plannedSeconds: seconds(),
    loggedSeconds: seconds(),
    usedPercent: z.nullable(z.int()),
  }),
}));

/** An account manager's own hours for a client in a year; `managerId` null is the caller. `notFound` when they see no project of the client's. */
export const readClientWork = operation({
  name: 'portfolio.clientWork',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ clientId: clientId(), year: year(), managerId: z.nullable(accountId()) }),
  answer: clientWork,
});

/** Hours a year that were agreed with the client, in whole hours. `conflict` when somebody else changed it meanwhile. */
export const setClientBudget = operation({
  name: 'portfolio.setClientBudget',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ clientId: clientId(), year: year(), revision: z.int().check(z.minimum(0)), budgetHours: z.nullable(z.int().check(z.minimum(0), z.maximum(agreementLimits.hours))) }),
  answer: clientWork,
});
