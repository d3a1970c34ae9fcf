/** The host name out of what an administrator pastes: an address with https, a path, capitals. */
export const hostOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '');

/** Whether the host can be a My Domain; only those may be called. */
export const isMyDomain = (host: string): boolean => /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.my\.salesforce\.com$/.test(host);
