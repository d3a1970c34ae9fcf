import type * as z from 'zod/mini';
import type { importDocuments, readBilling } from '../../../src/contract/billing';

/** What the section shows, as the contract answers it. */
export type Book = z.infer<typeof readBilling.answer>;
export type ImportAnswer = z.infer<typeof importDocuments.answer>;
