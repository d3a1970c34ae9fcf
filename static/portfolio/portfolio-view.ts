import type * as z from 'zod/mini';
import type { readClientWork, readMargins } from '../../src/contract/margin-portfolio';

/** What the page shows, as the contract answers it. */
export type MarginsAnswer = z.infer<typeof readMargins.answer>;
export type ProjectLine = MarginsAnswer['projects'][number];
export type ClientLine = MarginsAnswer['clients'][number];
export type ClientWork = z.infer<typeof readClientWork.answer>;
