const longest = 255;

/**
 * A name out of Salesforce as it may be kept and shown: no control characters, no marks that turn the direction of
 * what follows them, white space joined, at most 255 characters.
 */
export function displayText(text: string): string {
  const clean = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/ {2,}/g, ' ').trim();
  const characters = [...clean];
  return characters.length <= longest ? clean : `${characters.slice(0, longest - 1).join('').trimEnd()}…`;
}
