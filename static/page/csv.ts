/** Rows as CSV (RFC 4180): fields in quotes where they need them, lines ended by CR LF, a byte order mark so that Excel reads UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;

/** A text that a spreadsheet would take for a formula is told apart by an apostrophe. */
function field(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
