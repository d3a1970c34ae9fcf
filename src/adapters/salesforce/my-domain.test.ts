import fc from 'fast-check';
import { parseMyDomain } from './my-domain';

describe('parseMyDomain', () => {
  it.each([
    ['acme.my.salesforce.com', 'acme.my.salesforce.com'],
    ['  HTTPS://Acme.My.Salesforce.com/lightning/page?x=1 ', 'acme.my.salesforce.com'],
    ['acme--dev.sandbox.my.salesforce.com', 'acme--dev.sandbox.my.salesforce.com'],
    ['orgfarm-12ab-dev-ed.develop.my.salesforce.com', 'orgfarm-12ab-dev-ed.develop.my.salesforce.com'],
  ])('reads %p', (text, host) => expect(parseMyDomain(text)).toEqual({ ok: true, host }));

  it.each([
    ['', 'empty'],
    ['https://', 'empty'],
    ['acme.lightning.force.com', 'lightning'],
    ['https://acme.my.salesforce-setup.com/x', 'setup'],
    ['login.salesforce.com', 'login'],
    ['https://test.salesforce.com/', 'login'],
    ['acme', 'notSalesforce'],
    ['http://acme.my.salesforce.com', 'notSalesforce'],
    ['acme.my.salesforce.com:8443', 'notSalesforce'],
    ['user:secret@acme.my.salesforce.com', 'notSalesforce'],
    ['evil.com#.my.salesforce.com', 'notSalesforce'],
    ['evil.com\\.my.salesforce.com', 'notSalesforce'],
    ['a.b.my.salesforce.com', 'notSalesforce'],
    ['.my.salesforce.com', 'notSalesforce'],
    ['-acme.my.salesforce.com', 'notSalesforce'],
    ['acme.my.salesforce.com.evil.com', 'notSalesforce'],
    ['acme.my.salesforce.com\nevil.com', 'notSalesforce'],
    ['аcme.my.salesforce.com', 'notSalesforce'],
    [`${'a'.repeat(250)}.my.salesforce.com`, 'notSalesforce'],
  ])('refuses %p: %s', (text, reason) => expect(parseMyDomain(text)).toEqual({ ok: false, reason }));

  it('never passes a host that a URL would read differently', () => {
    const piece = fc.constantFrom('acme', '.my.salesforce.com', 'evil.com', '/', '\\', '@', '#', '?', ':', '--', '.', ' ', 'https://', '%2e');
    fc.assert(fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const domain = parseMyDomain(pieces.join(''));
      if (domain.ok) expect(new URL(`https://${domain.host}/services/`).hostname).toMatch(/^[a-z0-9-]+\.my\.salesforce\.com$/);
    }));
  });
});
