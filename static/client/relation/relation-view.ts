import type * as z from 'zod/mini';
import type { readRelation } from '../../../src/contract/relation';
import type { RelationKind } from '../../../src/domain/relation';
import type { IconName } from '../../shared/icon';
import type { Tone } from '../../shared/lozenge';

export type RelationLog = z.infer<typeof readRelation.answer>;
export type RelationLine = RelationLog['entries'][number];

/** By what a kind is known at a glance. */
export const kindLooks: Readonly<Record<RelationKind, { readonly tone: Tone; readonly icon: IconName }>> = {
  meeting: { tone: 'information', icon: 'dot' },
  satisfaction: { tone: 'discovery', icon: 'flag' },
  reference: { tone: 'success', icon: 'check' },
  need: { tone: 'warning', icon: 'warning' },
  note: { tone: 'neutral', icon: 'minus' },
};
