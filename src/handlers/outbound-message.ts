import { SaxesParser } from 'saxes';

/** What is read of an outbound message: ids, as they are written. */
export interface OutboundMessage {
  readonly organisation: string;
  readonly notifications: readonly { readonly id: string; readonly record: string }[];
}

/** SOAP API Developer Guide, "Understanding the Outbound Messaging WSDL". */
const namespace = 'http://soap.sforce.com/2005/09/outbound';
const envelope = 'Envelope/Body/notifications';
const places = {
  organisation: `${envelope}/OrganizationId`,
  notification: `${envelope}/Notification`,
  id: `${envelope}/Notification/Id`,
  record: `${envelope}/Notification/sObject/Id`,
} as const;

/** Longer than any id; what is longer is none. */
const longestId = 100;
/** Deeper than any message. */
const deepest = 10;

/**
 * Reads an outbound message.
 * @returns undefined where it is not well-formed, declares a document type, or lacks what every message has.
 */
export function readOutboundMessage(xml: string): OutboundMessage | undefined {
  const path: string[] = [];
  const notifications: { id: string; record: string }[] = [];
  const read = { organisation: '', isSalesforces: false, text: '' };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new SyntaxError('a message has no document type');
  });
  parser.on('opentag', ({ local, uri }) => {
    path.push(local);
    if (path.length > deepest) throw new SyntaxError('no message is so deep');
    read.text = '';
    const place = path.join('/');
    if (place === envelope) read.isSalesforces = uri === namespace;
    if (place === places.notification) notifications.push({ id: '', record: '' });
  });
  parser.on('text', (text) => {
    read.text = `${read.text}${text.slice(0, longestId + 1)}`.slice(0, longestId + 1);
  });
  parser.on('closetag', () => {
    const place = path.join('/');
    const text = read.text.length > longestId ? '' : read.text.trim();
    const last = notifications.at(-1);
    if (place === places.organisation) read.organisation = text;
    if (place === places.id && last !== undefined) last.id = text;
    if (place === places.record && last !== undefined) last.record = text;
    path.pop();
    read.text = '';
  });
  try {
    parser.write(xml).close();
  } catch {
    return undefined;
  }
  return read.isSalesforces && read.organisation !== '' ? { organisation: read.organisation, notifications } : undefined;
}
