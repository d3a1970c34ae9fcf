import { dealId, organisationId } from '../../src/domain/fixture/values';

export const outbound = 'http://soap.sforce.com/2005/09/outbound';

/** What can be changed of a message. */
interface Message {
  readonly organisation: string;
  readonly notifications: readonly string[];
  readonly namespace: string;
  readonly prefix: string;
  readonly before: string;
}

export const notification = (id: string, record: string = dealId(1)): string =>
  `<Notification><Id>${id}</Id><sObject xsi:type="sf:Opportunity" xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>${record}</sf:Id><sf:StageName>Closed Won</sf:StageName></sObject></Notification>`;

/** As Salesforce writes it, changed as given. */
export const message = ({ organisation = organisationId(1), notifications = [notification('04l000000000001AAA')], namespace = outbound, prefix = 'soapenv', before = '' }: Partial<Message> = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
${before}<${prefix}:Envelope xmlns:${prefix}="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <${prefix}:Body>
  <notifications xmlns="${namespace}">
   <OrganizationId>${organisation}</OrganizationId>
   <ActionId>04k000000000001AAA</ActionId>
   <SessionId xsi:nil="true"/>
   <EnterpriseUrl>https://acme.my.salesforce.com/services/Soap/c/66.0/${organisation}</EnterpriseUrl>
   <PartnerUrl>https://acme.my.salesforce.com/services/Soap/u/66.0/${organisation}</PartnerUrl>
   ${notifications.join('\n   ')}
  </notifications>
 </${prefix}:Body>
</${prefix}:Envelope>`;

/** Bodies that cost their reader much for little, were it to read all of them. How long it takes, `npm run bench -- hostile-signal` says. */
export const hostileMessages: Readonly<Record<string, () => string>> = {
  'a bomb of entities': () => message({ before: `<!DOCTYPE lolz [<!ENTITY a "${'x'.repeat(100)}">${Array.from({ length: 20 }, (_, n) => `<!ENTITY b${n} "${`&${n === 0 ? 'a' : `b${n - 1}`};`.repeat(10)}">`).join('')}]>`, notifications: [notification('&b19;')] }),
  'a document type without end': () => message({ before: `<!DOCTYPE x [${'<!ENTITY a "b">'.repeat(60_000)}` }),
  'a deep nest': () => `${'<a>'.repeat(8_000)}${'</a>'.repeat(8_000)}`,
  'a nest that is not closed': () => '<a>'.repeat(8_000),
  'very many elements': () => `<a>${'<b/>'.repeat(60_000)}</a>`,
  'very many attributes': () => `<a ${Array.from({ length: 60_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`,
  'one long text': () => message({ organisation: 'x'.repeat(900_000) }),
  'many megabytes': () => 'x'.repeat(30_000_000),
};
