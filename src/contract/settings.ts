import * as z from 'zod/mini';
import { adviceCodes, checkOutcomes, connectionCheckCodes } from '../domain/connection-check';
import { whenFirstUsed } from '../domain/when-first-used';
import { operation } from './operation';
import { dealStage, instant, nothing } from './values';

/** `code` and `advice` name the texts that the screen shows. */
const check = whenFirstUsed(() => z.strictObject({
  code: z.enum(connectionCheckCodes),
  outcome: z.enum(checkOutcomes),
  advice: z.nullable(z.enum(adviceCodes)),
  detail: z.nullable(z.string()),
}));

/** Lower-case host name of a My Domain, with or without https:// in front. */
const myDomain = whenFirstUsed(() => z.string().check(z.maxLength(255)));
const secret = whenFirstUsed(() => z.string().check(z.minLength(1), z.maxLength(2_000)));

export const tempoRegions = ['global', 'eu', 'us'] as const;
const tempoRegion = whenFirstUsed(() => z.enum(tempoRegions));

const settingsView = whenFirstUsed(() => z.strictObject({
  salesforce: z.nullable(
    z.strictObject({ myDomain: z.string(), clientId: z.string(), organisationId: z.nullable(z.string()), connectedAt: instant() }),
  ),
  tempo: z.nullable(z.strictObject({ region: tempoRegion(), connectedAt: instant() })),
  signals: z.strictObject({
    url: z.string(),
    secretSetAt: z.nullable(instant()),
    lastSignalAt: z.nullable(instant()),
  }),
  polledAt: z.nullable(instant()),
  company: z.strictObject({ language: z.enum(['pl', 'en']), timeZone: z.string() }),
}));
export type SettingsView = z.infer<ReturnType<typeof settingsView>>;

export const readSettings = operation({
  name: 'settings.read',
  policy: 'administer',
  place: 'site',
  request: nothing,
  answer: settingsView,
});

/** Tries the values without keeping them; a secret left out stands for the stored one. */
export const testSalesforce = operation({
  name: 'settings.testSalesforce',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ myDomain: myDomain(), clientId: z.string().check(z.maxLength(500)), clientSecret: z.nullable(secret()) }),
  answer: () => z.strictObject({ checks: z.array(check()) }),
});

export const connectSalesforce = operation({
  name: 'settings.connectSalesforce',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ myDomain: myDomain(), clientId: z.string().check(z.minLength(1), z.maxLength(500)), clientSecret: z.nullable(secret()) }),
  answer: () => z.strictObject({ checks: z.array(check()), settings: settingsView() }),
});

export const testTempo = operation({
  name: 'settings.testTempo',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ region: tempoRegion(), token: z.nullable(secret()) }),
  answer: () => z.strictObject({ checks: z.array(check()) }),
});

export const connectTempo = operation({
  name: 'settings.connectTempo',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ region: tempoRegion(), token: z.nullable(secret()) }),
  answer: () => z.strictObject({ checks: z.array(check()), settings: settingsView() }),
});

/** Forgets the credentials; links, guidelines and the ledger stay. */
export const disconnect = operation({
  name: 'settings.disconnect',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ system: z.enum(['salesforce', 'tempo']) }),
  answer: settingsView,
});

/** The secret that Salesforce signs its signals with; made in the browser, kept here, never sent back. */
export const setSignalSecret = operation({
  name: 'settings.setSignalSecret',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ secret: z.string().check(z.minLength(32), z.maxLength(256)) }),
  answer: settingsView,
});

export const setCompany = operation({
  name: 'settings.setCompany',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ language: z.enum(['pl', 'en']), timeZone: z.string().check(z.maxLength(100)) }),
  answer: settingsView,
});

const organisationStage = whenFirstUsed(() => z.strictObject({
  apiName: z.string(),
  label: z.string(),
  isActive: z.boolean(),
  isClosed: z.boolean(),
  isWon: z.boolean(),
  probability: z.nullable(z.number()),
  order: z.int(),
}));

const stagesView = whenFirstUsed(() => z.strictObject({
  /** In Salesforce's order. */
  stages: z.array(
    z.strictObject({ stage: organisationStage(), mappedTo: z.nullable(dealStage()), suggestion: dealStage() }),
  ),
  /** Mapped names that Salesforce no longer has. */
  vanished: z.array(z.strictObject({ apiName: z.string(), mappedTo: dealStage() })),
}));
export type StagesView = z.infer<ReturnType<typeof stagesView>>;

export const readStages = operation({
  name: 'settings.readStages',
  policy: 'administer',
  place: 'site',
  request: nothing,
  answer: stagesView,
});

/** Replaces the whole mapping; linked deals whose stage changes by it are brought in step. */
export const mapStages = operation({
  name: 'settings.mapStages',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ mapping: z.record(z.string().check(z.minLength(1), z.maxLength(255)), dealStage()) }),
  answer: stagesView,
});
