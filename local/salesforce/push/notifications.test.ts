import { notificationsXml } from './notifications';

const message = { organizationId: '00D5g000001abcDEAQ', actionId: '04kOp0000000001IAA', myDomain: 'test.my.salesforce.com' };

test('a message has the shape of the WSDL', () => {
  const xml = notificationsXml({ ...message, notifications: [{ id: '04lOp0000000001IAA', deal: { id: '006Op0000000001IAA', name: 'Portal', stageName: 'Closed Won' } }] });
  expect(xml.replace(/>\s+</g, '><').trim()).toBe('<?xml version="1.0" encoding="UTF-8"?>'
    + '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    + '<soapenv:Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound">'
    + '<OrganizationId>00D5g000001abcDEAQ</OrganizationId><ActionId>04kOp0000000001IAA</ActionId><SessionId xsi:nil="true"/>'
    + '<EnterpriseUrl>https://test.my.salesforce.com/services/Soap/c/68.0/00D5g000001abcD</EnterpriseUrl>'
    + '<PartnerUrl>https://test.my.salesforce.com/services/Soap/u/68.0/00D5g000001abcD</PartnerUrl>'
    + '<Notification><Id>04lOp0000000001IAA</Id><sObject xsi:type="sf:Opportunity" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">'
    + '<sf:Id>006Op0000000001IAA</sf:Id><sf:Name>Portal</sf:Name><sf:StageName>Closed Won</sf:StageName></sObject></Notification>'
    + '</notifications></soapenv:Body></soapenv:Envelope>');
});

test.each([
  ['Fish & "Chips" <Ltd> \'s', 'Fish &amp; &quot;Chips&quot; &lt;Ltd&gt; &apos;s'],
  ['</sf:Name><sf:Id>x</sf:Id>', '&lt;/sf:Name&gt;&lt;sf:Id&gt;x&lt;/sf:Id&gt;'],
  ['&amp; ]]>', '&amp;amp; ]]&gt;'],
  ['Zażółć 😀 שלום', 'Zażółć 😀 שלום'],
  ['a\rb\tc', 'a&#xD;b\tc'],
  ['null\u0000 bell\u0007 half\uD83D end\uFFFF', 'null\uFFFD bell\uFFFD half\uFFFD end\uFFFD'],
])('the name %j is written as %j', (name, written) => {
  const xml = notificationsXml({ ...message, notifications: [{ id: '04lOp0000000001IAA', deal: { id: '006Op0000000001IAA', name, stageName: name } }] });
  expect(xml).toContain(`<sf:Name>${written}</sf:Name>`);
  expect(xml).toContain(`<sf:StageName>${written}</sf:StageName>`);
});

test('a record deleted since has no data', () => {
  expect(notificationsXml({ ...message, notifications: [{ id: '04lOp0000000001IAA', deal: undefined }] })).toMatch(/<sObject [^>]*><\/sObject>/);
});
