import { storedDocuments } from '../../src/adapters/forge/documents';
import { defaultDocumentRules } from '../../src/domain/document-rules';
import type { World } from '../../src/ports/world';
import { memoryClients } from './memory-clients';
import { memoryDealStore } from './memory-deals';
import { memoryFiled, memoryRevised } from './memory-filed';
import type { MemoryStorage } from './memory-storage';

/** What is kept of formal documents, and what the gate is told of it. */
export const memoryDocuments = (storage: MemoryStorage): Pick<World, 'documents' | 'formalDocuments' | 'documentSights' | 'documentRules'> => ({
  documents: storedDocuments({ dealStore: memoryDealStore(storage), clients: memoryClients(storage) }),
  formalDocuments: memoryFiled(storage, 'formalDocument', storage.formalDocuments),
  documentSights: memoryFiled(storage, 'documentSight', storage.documentSights),
  documentRules: memoryRevised(storage, 'documentRules', storage.documentRules, defaultDocumentRules),
});
