import type * as z from 'zod/mini';
import type { readClient, readClients } from '../../src/contract/clients';

export type ClientFileView = z.infer<typeof readClient.answer>;
export type ListedClient = z.infer<typeof readClients.answer>['clients'][number];
