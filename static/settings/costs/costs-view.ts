import type * as z from 'zod/mini';
import type { readCosts } from '../../../src/contract/costs';

/** What the section shows, as the contract answers it. */
export type CostsView = z.infer<typeof readCosts.answer>;
export type CostsProject = CostsView['projects'][number];
