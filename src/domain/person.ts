import type { AccountId } from './ids';

/** A person as they signed: the name is kept with the signature, because a decision outlives a renamed account. */
export interface Person {
  readonly accountId: AccountId;
  readonly name: string;
}

/** The language of what is not written for one reader: planner entries, refusals, comments. */
export type Language = 'pl' | 'en';
