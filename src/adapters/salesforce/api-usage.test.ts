import { parseApiUsage } from './api-usage';

test.each([
  ['api-usage=18/5000', { used: 18, allowed: 5000 }],
  ['api-usage=18/5000; api-bursts=1/750', { used: 18, allowed: 5000 }],
  ['per-app-api-usage=17/250(appName=api-usage), api-usage=25/5000', { used: 25, allowed: 5000 }],
  ['api-bursts=1/750,api-usage=0/0', { used: 0, allowed: 0 }],
])('%p', (header, usage) => expect(parseApiUsage(header)).toEqual(usage));

test.each([null, '', 'api-usage=', 'api-usage=many/5000', 'per-app-api-usage=17/250', 'my-api-usage=1/2'])('%p says nothing', (header) => {
  expect(parseApiUsage(header)).toBeUndefined();
});
