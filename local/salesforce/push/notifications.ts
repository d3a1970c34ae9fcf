export interface NotificationsMessage {
  /** 18 characters each. */
  readonly organizationId: string;
  readonly actionId: string;
  readonly myDomain: string;
  /** One to a hundred. */
  readonly notifications: readonly Notification[];
}

export interface Notification {
  readonly id: string;
  /** The fields that the administrator chose; undefined for a record deleted since. */
  readonly deal: { readonly id: string; readonly name: string; readonly stageName: string } | undefined;
}

const API = '68.0';

/**
 * The body of an outbound message (SOAP API Developer Guide, "Understanding the Outbound Messaging WSDL"): notifications() in a SOAP 1.1 envelope.
 * A notification of a deleted record has no data (Salesforce Help, "Outbound Message Considerations"); that its sObject is empty then, and not absent, is an assumption.
 */
export function notificationsXml({ organizationId, actionId, myDomain, notifications }: NotificationsMessage): string {
  const soap = (kind: 'c' | 'u'): string => escaped(`https://${myDomain}/services/Soap/${kind}/${API}/${organizationId.slice(0, 15)}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <soapenv:Body>
  <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
   <OrganizationId>${organizationId}</OrganizationId>
   <ActionId>${actionId}</ActionId>
   <SessionId xsi:nil="true"/>
   <EnterpriseUrl>${soap('c')}</EnterpriseUrl>
   <PartnerUrl>${soap('u')}</PartnerUrl>
${notifications.map(notificationXml).join('\n')}
  </notifications>
 </soapenv:Body>
</soapenv:Envelope>
`;
}

function notificationXml({ id, deal }: Notification): string {
  const fields = deal && `
     <sf:Id>${deal.id}</sf:Id>
     <sf:Name>${escaped(deal.name)}</sf:Name>
     <sf:StageName>${escaped(deal.stageName)}</sf:StageName>`;
  return `   <Notification>
    <Id>${id}</Id>
    <sObject xsi:type="sf:Opportunity" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">${fields === undefined ? '' : `${fields}
    `}</sObject>
   </Notification>`;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ["'", '&apos;'], ['\r', '&#xD;']]);

/** Text for an element; what XML 1.0 cannot hold at all becomes U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"'\r]/g, (character) => ENTITIES.get(character) ?? character);
}
