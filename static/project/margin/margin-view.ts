import type * as z from 'zod/mini';
import type { readProjectMargin } from '../../../src/contract/margin';

/** What the section shows, as the contract answers it. */
export type MarginAnswer = z.infer<typeof readProjectMargin.answer>;
export type WholeView = Extract<MarginAnswer['view'], { kind: 'whole' }>;
export type BurnView = Extract<MarginAnswer['view'], { kind: 'burn' }>;
export type Figures = NonNullable<WholeView['figures']>;
export type Reading = NonNullable<WholeView['reading']>;
export type Threat = NonNullable<WholeView['threat']>;
export type Reason = Reading['reasons'][number];
