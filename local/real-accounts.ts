import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import * as z from 'zod/mini';

/** Real accounts that take the place of a stand-in. */
export interface RealAccounts {
  readonly salesforce: { readonly myDomain: string; readonly clientId: string; readonly clientSecret: string } | undefined;
  readonly tempo: { readonly region: 'global' | 'eu' | 'us'; readonly token: string } | undefined;
}

export const noRealAccounts: RealAccounts = { salesforce: undefined, tempo: undefined };

export class UnusableEnvironment extends Error {
  override readonly name = 'UnusableEnvironment';
}

const variables = z.object({
  SALESFORCE_MY_DOMAIN: z.optional(z.string()),
  SALESFORCE_CLIENT_ID: z.optional(z.string()),
  SALESFORCE_CLIENT_SECRET: z.optional(z.string()),
  TEMPO_REGION: z.optional(z.enum(['global', 'eu', 'us'])),
  TEMPO_TOKEN: z.optional(z.string()),
});

/**
 * Reads the file that .env.example describes; without it both stand-ins serve.
 * @throws UnusableEnvironment when only a part of an account is given. The message names variables, never values.
 */
export function readRealAccounts(path: string): RealAccounts {
  if (!existsSync(path)) return noRealAccounts;
  const given = Object.fromEntries(Object.entries(parseEnv(readFileSync(path, 'utf8'))).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw new UnusableEnvironment(`${path}: TEMPO_REGION is one of global, eu, us.`);
  const { SALESFORCE_MY_DOMAIN: myDomain, SALESFORCE_CLIENT_ID: clientId, SALESFORCE_CLIENT_SECRET: clientSecret, TEMPO_REGION, TEMPO_TOKEN } = parsed.data;
  const isWhole = myDomain !== undefined && clientId !== undefined && clientSecret !== undefined;
  if (!isWhole && (myDomain ?? clientId ?? clientSecret) !== undefined) {
    throw new UnusableEnvironment(`${path}: SALESFORCE_MY_DOMAIN, SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET go together, and one is missing.`);
  }
  return {
    salesforce: isWhole ? { myDomain, clientId, clientSecret } : undefined,
    tempo: TEMPO_TOKEN === undefined ? undefined : { region: TEMPO_REGION ?? 'global', token: TEMPO_TOKEN },
  };
}
