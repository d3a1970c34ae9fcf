import type { CompanyRatesView } from '../../../src/contract/margin';
import type { Person } from '../../../src/domain/person';
import { rateLimits } from '../../../src/domain/rates';
import type { Mark } from './typed-rate';

/** A person's role while it is typed. */
export interface TypedPerson {
  readonly person: Person;
  /** The role on the server; null for a person who is new here. */
  readonly stored: string | null;
  readonly isRemoved: boolean;
  readonly role: string;
}

export type PersonProblem = 'missing' | 'tooLong';

export const typedPerson = ({ person, role }: CompanyRatesView['people'][number]): TypedPerson => ({ person, stored: role, isRemoved: false, role });

export function personMark({ stored, isRemoved, role }: TypedPerson): Mark {
  if (stored === null) return 'new';
  if (isRemoved) return 'removed';
  return role.trim() === stored.trim() ? null : 'changed';
}

export function personProblem({ isRemoved, role }: TypedPerson): PersonProblem | undefined {
  if (isRemoved) return undefined;
  if (role.trim() === '') return 'missing';
  return role.trim().length > rateLimits.role ? 'tooLong' : undefined;
}
