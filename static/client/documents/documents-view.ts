import type * as z from 'zod/mini';
import type { readDocuments } from '../../../src/contract/documents';

export type DocumentsView = z.infer<typeof readDocuments.answer>;
export type DocumentView = DocumentsView['rows'][number];
export type FileView = DocumentsView['files'][number];
