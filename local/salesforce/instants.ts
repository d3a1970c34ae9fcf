/** A UTC instant cut to the second, as Salesforce keeps its record dates: 2026-11-23T10:00:00.000Z. */
export function wholeSecond(date: Date): string {
  return new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString();
}

/** The form in which the REST API writes an instant: 2026-11-23T10:00:00.000+0000. */
export function asSalesforceInstant(instant: string): string {
  return instant.replace(/Z$/, '+0000');
}
