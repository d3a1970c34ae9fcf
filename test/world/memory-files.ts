import { fileId, fileVersionId, instant } from '../../src/domain/fixture/values';
import type { ClientFile } from '../../src/domain/formal-document';
import type { ClientId, DealId, FileId } from '../../src/domain/ids';
import type { ClientFiles } from '../../src/ports/client-files';
import { OutsideError, type OutsideFailure } from '../../src/ports/errors';

/** Salesforce's files as far as the port shows them. */
export class MemoryFiles {
  private readonly files = new Map<FileId, ClientFile>();
  private next = 1;
  /** Whether the organisation has no files, or its user sees none. */
  isHidden = false;
  failure: OutsideFailure | undefined;
  calls = 0;

  /** @returns the file's id. */
  put(title: string, on: readonly (ClientId | DealId)[], changes: Partial<ClientFile> = {}): FileId {
    const number = this.next++;
    const file = { id: fileId(number), versionId: fileVersionId(number), title, extension: 'pdf', size: 1_000, modifiedAt: instant('2026-01-15T10:00:00.000Z'), on, ...changes };
    this.files.set(file.id, file);
    return file.id;
  }

  remove(id: FileId): void {
    this.files.delete(id);
  }

  port(): ClientFiles {
    return {
      ofRecords: async (records) => {
        this.calls += 1;
        if (this.failure !== undefined) throw new OutsideError('salesforce', this.failure, 'as the test says');
        if (this.isHidden) return { kind: 'hidden' };
        const wanted = new Set<string>(records);
        const files = [...this.files.values()].map((file) => ({ ...file, on: file.on.filter((record) => wanted.has(record)) })).filter(({ on }) => on.length > 0);
        return { kind: 'files', files: files.sort((a, b) => (a.modifiedAt > b.modifiedAt ? -1 : 1)) };
      },
    };
  }
}
