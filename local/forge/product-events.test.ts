import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from './manifest';
import { Subscriptions } from './product-events';

const folder = mkdtempSync(join(tmpdir(), 'triggers-'));
afterAll(() => rmSync(folder, { recursive: true }));

function subscribe(trigger: string): Subscriptions {
  const path = join(folder, 'manifest.yml');
  writeFileSync(path, `app: { id: a/b }\nmodules: { trigger: [{ key: t, function: f, events: [e], ${trigger} }] }`);
  return new Subscriptions(readManifest(path), () => undefined);
}

test.each([
  ['an unlicensed app', 'filter: { appIsLicensed: true }', 'trigger "t" with this filter.appIsLicensed'],
  ['an event that is delivered in spite of an error', "filter: { expression: 'true', onError: RECEIVE_AND_LOG }", 'trigger "t" with this filter.onError'],
  ['properties in the payload', 'payload: { include: { fields: [x] } }', 'trigger "t" with this payload'],
  ['entity properties', "filter: { expression: \"event.runtime.issue.properties['a'] == 1\" }", 'event.runtime'],
  ['entity properties by another way', "filter: { expression: \"!(event['runtime'] == null)\" }", 'event.runtime'],
  ['an expression beyond the part that is modelled', "filter: { expression: 'event.issue.id > 1' }", 'does not model ">"'],
  ['a malformed expression', "filter: { expression: 'event ==' }", 'malformed'],
  ['more than 10,000 characters', `filter: { expression: "'${'x'.repeat(10_000)}' == 'y'" }`, 'filter.expression'],
])('a trigger that asks for %s is refused', (_, trigger, reason) => {
  expect(() => subscribe(trigger)).toThrow(reason);
});

test('only a boolean counts, and the variable is the event', () => {
  expect(subscribe("filter: { expression: 'event.n == 1' }").for({ eventType: 'e', n: 1 })).toHaveLength(1);
  expect(subscribe("filter: { expression: 'event.n' }").for({ eventType: 'e', n: 1 })).toEqual([]);
  expect(subscribe("filter: { expression: 'issue == null' }").for({ eventType: 'e' })).toEqual([]);
});
