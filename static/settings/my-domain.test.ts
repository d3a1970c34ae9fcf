/// <reference types="jest" />
import { hostOf, isMyDomain } from './my-domain';

test.each([
  ['https://Lipowa.my.salesforce.com/lightning/o/Opportunity', 'lipowa.my.salesforce.com'],
  [' lipowa.my.salesforce.com?x=1 ', 'lipowa.my.salesforce.com'],
])('%s names the host %s', (typed, host) => {
  expect(hostOf(typed)).toBe(host);
});

test.each(['lipowa.my.salesforce.com', 'lipowa--test.sandbox.my.salesforce.com', 'lipowa-dev-ed.develop.my.salesforce.com'])('%s can be a My Domain', (host) => {
  expect(isMyDomain(host)).toBe(true);
});

test.each(['', 'login.salesforce.com', 'lipowa.lightning.force.com', '.my.salesforce.com', 'evil.com/.my.salesforce.com', 'lipowa.my.salesforce.com.evil.com'])(
  '%s can not',
  (host) => {
    expect(isMyDomain(host)).toBe(false);
  },
);
