import { isPlainDate, type PlainDate } from '../../../src/domain/plain-date';
import { relationProblem, satisfactionScales, type NeedAnswer, type RelationFact, type RelationKind, type RelationProblem, type Satisfaction } from '../../../src/domain/relation';

/** A fact as it stands in the fields. */
export interface TypedFact {
  readonly kind: RelationKind;
  readonly on: string;
  readonly text: string;
  /** One of `scoreChoices`. */
  readonly score: string;
  readonly place: string;
}

export type TypedProblem = RelationProblem | 'dayMissing' | 'scoreMissing';

const scoresOf = (scale: Satisfaction['scale']): readonly Satisfaction[] => {
  const { least, most } = satisfactionScales[scale];
  return Array.from({ length: most - least + 1 }, (_, at) => ({ scale, value: most - at }));
};

/** Every score that a client can have given, the best of each scale first. */
export const scoreChoices = { five: scoresOf('five'), nps: scoresOf('nps') } as const;

export const choiceOf = ({ scale, value }: Satisfaction): string => `${scale}:${value}`;

/** What is most often written down: today's meeting. */
export const freshFact = (today: PlainDate): TypedFact => ({ kind: 'meeting', on: today, text: '', score: '', place: '' });

export const typedOf = (fact: RelationFact): TypedFact => ({
  kind: fact.kind,
  on: fact.on,
  text: fact.text,
  score: fact.kind === 'satisfaction' ? choiceOf(fact.score) : '',
  place: fact.kind === 'reference' ? fact.place : '',
});

/** @param answer what was answered already, which stays with a need. */
export function readFact(typed: TypedFact, today: PlainDate, answer: NeedAnswer | null = null): { readonly fact: RelationFact } | { readonly problem: TypedProblem } {
  const { on } = typed;
  if (!isPlainDate(on)) return { problem: 'dayMissing' };
  const fact = factOf(typed, on, answer);
  if (fact === undefined) return { problem: 'scoreMissing' };
  const problem = relationProblem(fact, today);
  return problem === undefined ? { fact } : { problem };
}

function factOf({ kind, text, score, place }: TypedFact, on: PlainDate, answer: NeedAnswer | null): RelationFact | undefined {
  switch (kind) {
    case 'satisfaction': {
      const given = [...scoreChoices.five, ...scoreChoices.nps].find((one) => choiceOf(one) === score);
      return given && { kind, on, text, score: given };
    }
    case 'reference':
      return { kind, on, text, place };
    case 'need':
      return { kind, on, text, answer };
    default:
      return { kind, on, text };
  }
}
