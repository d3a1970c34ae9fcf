import { readAcknowledgement } from './acknowledgement';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const OUTBOUND = 'http://soap.sforce.com/2005/09/outbound';
const plain = (ack: string, namespace = OUTBOUND): string =>
  `<soapenv:Envelope xmlns:soapenv="${SOAP}"><soapenv:Body><notificationsResponse xmlns="${namespace}"><Ack>${ack}</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>`;

test.each([
  [plain('true'), true],
  [plain('1'), true],
  [plain('false'), false],
  [`<?xml version="1.0" encoding="UTF-8"?>\n<!-- Ack>true -->\n${plain(' true ')}\n`, true],
  [`<Envelope xmlns='${SOAP}'><Header/><Body><n:notificationsResponse xmlns:n='${OUTBOUND}'><n:Ack>true</n:Ack></n:notificationsResponse></Body></Envelope>`, true],
  [`<S:Envelope xmlns:S="${SOAP}" xmlns:o="${OUTBOUND}"><S:Header><x/></S:Header><S:Body><o:notificationsResponse><o:Ack>false</o:Ack></o:notificationsResponse></S:Body></S:Envelope>`, false],
])('%s says %s', (xml, said) => {
  expect(readAcknowledgement(xml)).toBe(said);
});

test.each([
  [''], ['OK'], ['{"ack":true}'], ['<Ack>true</Ack>'], [plain('yes')], [plain('')], [plain('true', 'urn:other')], [plain('true').slice(0, -5)],
  [plain('true').replace(SOAP, 'urn:other')], [plain('true').replaceAll('notificationsResponse', 'notifications')], [`<!--${plain('true')}-->`],
  [plain('true').replace('<Ack>', '<Ack xmlns="">')],
  [plain('true', 'urn:other').replace('<Ack>', `<Ack xmlns="${OUTBOUND}">`)],
  [`<soapenv:Envelope xmlns:soapenv="${SOAP}"><soapenv:Body><soapenv:Fault><faultstring>no</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>`],
])('%s says nothing', (xml) => {
  expect(readAcknowledgement(xml)).toBeUndefined();
});
