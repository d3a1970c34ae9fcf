import type { CompanyRatesView } from '../../../src/contract/margin';
import type { AccountId } from '../../../src/domain/ids';
import type { Language } from '../../../src/domain/person';
import type { RoleRate } from '../../../src/domain/rates';
import { personMark, personProblem, typedPerson, type TypedPerson } from './typed-people';
import { markOf, parseRate, typedProblems, typedRate, type TypedRate } from './typed-rate';

/** The rates and roles as one person has them before them, changed and not saved yet. */
export interface RatesDraft {
  /** Of what it began with, so that a change of somebody else's is noticed. */
  readonly revision: number;
  readonly rates: readonly TypedRate[];
  readonly people: readonly TypedPerson[];
  readonly nextKey: number;
}

export function beginDraft({ revision, rates, people }: CompanyRatesView, language: Language): RatesDraft {
  return { revision, rates: rates.map((rate, key) => typedRate(key, rate, language)), people: people.map(typedPerson), nextKey: rates.length };
}

/** How many rates and people's roles would be stored otherwise than they are. */
export const changesIn = ({ rates, people }: RatesDraft): number =>
  rates.filter((rate) => markOf(rate) !== null).length + people.filter((one) => personMark(one) !== null).length;

export interface RatesToSave {
  readonly revision: number;
  readonly rates: RoleRate[];
  readonly people: { readonly accountId: AccountId; readonly role: string }[];
}

/** What is sent; undefined while anything is wrong. */
export function toSave({ revision, rates, people }: RatesDraft): RatesToSave | undefined {
  if (typedProblems(rates).size > 0 || people.some((one) => personProblem(one) !== undefined)) return undefined;
  return {
    revision,
    rates: rates.filter(({ isRemoved }) => !isRemoved).flatMap((rate) => parseRate(rate) ?? []),
    people: people.filter(({ isRemoved }) => !isRemoved).map(({ person, role }) => ({ accountId: person.accountId, role: role.trim() })),
  };
}
