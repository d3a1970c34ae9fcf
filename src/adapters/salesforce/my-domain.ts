export type MyDomain =
  | { readonly ok: true; readonly host: string }
  | { readonly ok: false; readonly reason: 'empty' | 'lightning' | 'login' | 'setup' | 'notSalesforce' };

const myDomain = /^[a-z0-9][a-z0-9-]*(--[a-z0-9-]+)?(\.(sandbox|develop|scratch|demo|patch|trailblaze|free|pc-rnd))?\.my\.salesforce\.com$/;

/**
 * Reads a My Domain address as people paste it: with or without https://, a path and capitals.
 * Nothing but a host under my.salesforce.com comes through, so credentials cannot be sent elsewhere.
 */
export function parseMyDomain(text: string): MyDomain {
  const host = text.trim().toLowerCase().replace(/^https:\/\//, '').replace(/[/?#].*$/s, '');
  if (host === '') return { ok: false, reason: 'empty' };
  if (host.length <= 253 && myDomain.test(host)) return { ok: true, host };
  if (host.endsWith('.lightning.force.com')) return { ok: false, reason: 'lightning' };
  if (host.endsWith('.salesforce-setup.com')) return { ok: false, reason: 'setup' };
  if (/^(login|test|www)\.salesforce\.com$/.test(host)) return { ok: false, reason: 'login' };
  return { ok: false, reason: 'notSalesforce' };
}
