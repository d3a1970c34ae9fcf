declare const brand: unique symbol;
/** A calendar day without a zone, YYYY-MM-DD, from 1900 to 2999. Two of them compare as strings. */
export type PlainDate = string & { readonly [brand]: 'PlainDate' };

const shape = /^(?:19|2[0-9])[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;

/** Whether the text is a day that the calendar has. */
export function isPlainDate(text: string): text is PlainDate {
  if (!shape.test(text)) return false;
  // Date rolls 30 February over to March, which is how a day that does not exist shows itself.
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

/** An instant as a UTC ISO string with milliseconds. Two of them compare as strings. */
export type Instant = string & { readonly [brand]: 'Instant' };

const instantShape = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/;

export function isInstant(text: string): text is Instant {
  return instantShape.test(text) && !Number.isNaN(Date.parse(text));
}
