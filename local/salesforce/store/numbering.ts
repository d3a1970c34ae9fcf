import type { Database } from '../../database';
import { FIRST_UNRESERVED_NUMBER, recordId } from '../record-ids';
import type { KeyPrefix } from '../record-ids';

/** Hands out record ids: by the caller's number, or the next free one of the kind. */
export class Numbering {
  constructor(private readonly database: Database) {}

  /** @param number where given, the same number gives the same id for ever. */
  id(prefix: KeyPrefix, number: number | undefined): string {
    return recordId(prefix, number ?? this.next(prefix));
  }

  private next(prefix: KeyPrefix): number {
    const row = this.database
      .prepare('INSERT INTO sf_sequence (prefix, next) VALUES (?, ?) ON CONFLICT (prefix) DO UPDATE SET next = next + 1 RETURNING next')
      .get(prefix, FIRST_UNRESERVED_NUMBER);
    return Number(row?.['next']);
  }
}
