export type ImportErrorCode =
  | 'unreadable' | 'encoding' | 'empty' | 'malformed' | 'columns' | 'mapping' | 'ambiguousDates' | 'ambiguousNumbers';

/** A file that cannot be loaded at all, with what to do about it. Nothing of it has been loaded. */
export class ImportError extends Error {
  constructor(readonly code: ImportErrorCode, message: string) {
    super(message);
    this.name = 'ImportError';
  }
}

/** A row that cannot be loaded; the others can. */
export class RowError extends Error {}
