import type { ClientId, FileId, FileVersionId } from '../domain/ids';

/** A text that is to stand on a client's account. */
export interface ReportFile {
  readonly clientId: ClientId;
  /** At most 255 characters; one file of the account has it. */
  readonly title: string;
  readonly fileName: string;
  readonly text: string;
  /** The file that holds an earlier version, where there is one. */
  readonly fileId: FileId | null;
}

export interface KeptFile {
  readonly fileId: FileId;
  readonly versionId: FileVersionId;
  /** Whether this made the version, or found that it stood there already. */
  readonly isNew: boolean;
}

/** Text files in Salesforce. */
export interface ReportFiles {
  /**
   * Makes the text the latest version of the file with that title on the account, or of the one that is given: what says the same
   * already is left as it is, what says something else gets another version, and without either a file is made. Where it cannot be
   * looked up what is there, nothing is written.
   * @throws OutsideError; after `unavailable` it may have been written all the same, and doing it again finds it.
   */
  keep(file: ReportFile): Promise<KeptFile>;
}
