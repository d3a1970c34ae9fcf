import { useState } from 'react';
import type { ClientId } from '../../../src/domain/ids';
import type { Language } from '../../../src/domain/person';
import type { UpdatePeriod } from '../../../src/domain/client-update';
import type { Choices } from './choice';

/** What the account manager chose and wrote. */
export interface TypedUpdate {
  readonly before: string;
  readonly after: string;
  /** Null is the client's language. */
  readonly language: Language | null;
  /** Null is the month up to today. */
  readonly period: UpdatePeriod | null;
  readonly choices: Choices;
}

const empty: TypedUpdate = { before: '', after: '', language: null, period: null, choices: new Map() };

/** It outlives a look at another part of the file, and nothing longer than the open page. */
const kept = new Map<ClientId, TypedUpdate>();

export function useTypedUpdate(clientId: ClientId): readonly [TypedUpdate, (changes: Partial<TypedUpdate>) => void] {
  const [typed, setTyped] = useState(kept.get(clientId) ?? empty);
  const change = (changes: Partial<TypedUpdate>): void => {
    const next = { ...typed, ...changes };
    kept.set(clientId, next);
    setTyped(next);
  };
  return [typed, change];
}
