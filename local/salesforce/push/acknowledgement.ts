const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const OUTBOUND = 'http://soap.sforce.com/2005/09/outbound';

const NAME = String.raw`(?:[\w.-]+:)?`;
const ENVELOPE = new RegExp(
  String.raw`^\s*(?:<\?xml[^>]*\?>\s*)?<(?<envelope>${NAME})Envelope(?<envelopeAttributes>[^>]*)>\s*(?:<\k<envelope>Header\b[^>]*(?:/>|>.*?</\k<envelope>Header\s*>)\s*)?` +
  String.raw`<\k<envelope>Body(?<bodyAttributes>[^>]*)>\s*<(?<response>${NAME})notificationsResponse(?<responseAttributes>[^>]*)>\s*` +
  String.raw`<(?<ack>${NAME})Ack(?<ackAttributes>[^>]*)>\s*(?<value>\w+)\s*</\k<ack>Ack\s*>\s*</\k<response>notificationsResponse\s*>\s*` +
  String.raw`</\k<envelope>Body\s*>\s*</\k<envelope>Envelope\s*>\s*$`,
  's',
);
/** The forms of xsd:boolean. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([['true', true], ['1', true], ['false', false], ['0', false]]);

/**
 * What the Ack in the answer to an outbound message says (SOAP API Developer Guide, "Understanding the Outbound Messaging WSDL", notificationsResponse).
 * @returns undefined where the text is no SOAP envelope with an Ack in Salesforce's namespace; prefixes may be any.
 */
export function readAcknowledgement(xml: string): boolean | undefined {
  const parts = ENVELOPE.exec(xml.replace(/<!--.*?-->/gs, ''))?.groups;
  if (!parts) return undefined;
  const part = (name: string): string => parts[name] ?? '';
  const envelope = [part('envelopeAttributes')];
  const response = [part('responseAttributes'), part('bodyAttributes'), ...envelope];
  const namespaces = [namespaceOf(part('envelope'), envelope), namespaceOf(part('response'), response), namespaceOf(part('ack'), [part('ackAttributes'), ...response])];
  if (namespaces[0] !== SOAP || namespaces[1] !== OUTBOUND || namespaces[2] !== OUTBOUND) return undefined;
  return BOOLEANS.get(part('value'));
}

/** The namespace of a prefix ("soapenv:", or "" for none), declared at the element itself or the nearest around it. */
function namespaceOf(prefix: string, attributes: readonly string[]): string | undefined {
  const wanted = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  for (const text of attributes) {
    for (const [, name, double, single] of text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      if (name === wanted) return double ?? single;
    }
  }
  return undefined;
}
