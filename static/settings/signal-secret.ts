/** A secret of 256 bits, as text that fits into an HTTP header and a Salesforce credential. */
export function makeSignalSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
