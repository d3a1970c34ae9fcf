import { createContext, useContext } from 'react';
import type { Draft } from '../../../src/domain/draft';
import type { DraftProblem } from './draft-problem';

/** What every field of the editor needs, the same object while one types. */
export interface Editing {
  readonly edit: (change: (draft: Draft) => Draft) => void;
  /** Problems are shown in fields that nobody has touched too: after an attempt to publish. */
  readonly showAll: boolean;
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error('A field of the editor stands outside it');
  return editing;
}

/** The id of the element of a field, by which the summary of problems leads to it. */
export const elementId = (field: string): string => `field-${field.replaceAll('.', '-')}`;

export const problemFor = (problems: readonly DraftProblem[], field: string): DraftProblem | undefined => problems.find((one) => one.field === field);

export const noProblems: readonly DraftProblem[] = [];
