import { RecordRuleError } from './record-errors';

/** A text as a record keeps it: trimmed, and nothing where it is empty. @throws RecordRuleError where it is too long. */
export function keptText(field: string, text: string | undefined, longest: number): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > longest) throw new RecordRuleError(field, `${field} has at most ${longest} characters.`);
  return trimmed === '' ? null : trimmed;
}
