import { fileId, fileVersionId } from '../../src/domain/fixture/values';
import type { ClientId, FileId, FileVersionId } from '../../src/domain/ids';
import { OutsideError, type OutsideFailure } from '../../src/ports/errors';
import type { ReportFiles } from '../../src/ports/report-files';

/** A file on a client's account, with the texts of its versions. */
interface MemoryFile {
  readonly fileId: FileId;
  readonly clientId: ClientId;
  title: string;
  readonly versions: { readonly versionId: FileVersionId; readonly text: string }[];
}

/** The files of Salesforce, and how it fails: refused, or carried out and then not answered. */
export class MemoryReportFiles {
  readonly files: MemoryFile[] = [];
  readonly faults: (OutsideFailure | 'lost')[] = [];
  private made = 0;

  port(): ReportFiles {
    return {
      keep: async ({ clientId, title, text, fileId: known }) => {
        const fault = this.faults.shift();
        if (fault !== undefined && fault !== 'lost') throw new OutsideError('salesforce', fault, 'as the test wants it');
        const there = this.files.filter((file) => file.clientId === clientId);
        const before = there.find((file) => file.fileId === known) ?? there.find((file) => file.title === title);
        const last = before?.versions.at(-1);
        if (before !== undefined && last?.text === text) return { fileId: before.fileId, versionId: last.versionId, isNew: false };
        const version = { versionId: fileVersionId((this.made += 1)), text };
        const file = before ?? { fileId: fileId(this.made), clientId, title, versions: [] };
        if (before === undefined) this.files.push(file);
        file.title = title;
        file.versions.push(version);
        if (fault === 'lost') throw new OutsideError('salesforce', 'unavailable', 'the answer was lost');
        return { fileId: file.fileId, versionId: version.versionId, isNew: true };
      },
    };
  }
}
