import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateManifest } from './validate';

const root = join(__dirname, '..', '..');
const text = readFileSync(join(root, 'manifest.yml'), 'utf8');

it('is a manifest that Forge takes', async () => {
  expect(await validateManifest(root, text)).toEqual([]);
});

describe('a manifest that Forge would refuse, or run wrong', () => {
  it.each([
    ['an unknown module', '  jira:issuePanel:', '  jira:issuePannel:', /issuePannel/],
    ['an unknown key', 'fallback:', 'fallbacks:', /fallback/],
    ['a function that is not there', 'function: validate-delivery', 'function: validate-deliveries', /validate-deliveries/],
    ['a handler that is not exported', 'handler: index.poll', 'handler: index.polls', /index\.polls: src\/index\.ts has no such export/],
    ['an export that nobody names', 'handler: index.poll', 'handler: index.dealSync', /exports poll, which no function names/],
    ['a misspelt event', 'avi:jira:archived:project', 'avi:jira:archive:project', /Forge knows no event avi:jira:archive:project/],
    ['an event without its scope', '    - read:jira-work\n', '', /needs the scope read:jira-work/],
    ['a screen out of a function', 'resource: screens/panel', 'function: resolver', /UI Kit 1/],
    ['a page that is not built', 'panel: panel.html', 'panel: panels.html', /panels\.html: static\/vite\.config\.ts does not build it/],
    ['an entry that is not there', 'resource: screens/panel', 'resource: screens/pannel', /screens\/pannel/],
    ['an older runtime', 'nodejs24.x', 'nodejs22.x', /nodejs22\.x: the app is made for/],
    ['an entity of another name', 'name: gate-standing', 'name: gate-standings', /keeps gate-standing, which is no entity/],
    ['an attribute that is missing', '          standing: { type: string }\n', '', /LinkedDealRecord|standing/],
    ['an index of another name', 'name: by-standing', 'name: by-state-of-link', /linked-deal has no index by-standing/],
    ['an index of other parts', 'partition: [projectId, state]', 'partition: [state]', /the index by-state of gate-review has 1 parts/],
    ['a text that no catalogue has', 'i18n: module.panel }', 'i18n: module.pane }', /no text module\.pane$/m],
    ['a catalogue that is not there', 'locales/pl-PL.json', 'locales/pl.json', /pl/],
    ['a queue that the code does not use', 'queue: deal-sync', 'queue: deals-sync', /queue-jobs\.ts uses deal-sync, which is no consumer/],
    ['a permission of another key', 'key: decide-gate', 'key: decide-gates', /decide-gate, which is no Permission/],
  ])('is found with %s', async (_, before, after, line) => {
    expect(text).toContain(before);
    const changed = text.replace(before, after);
    const problems = await validateManifest(root, changed).catch((error: unknown) => [String(error)]);
    expect(problems.join('\n')).toMatch(line);
  });

  it('is found when it is no manifest at all', async () => {
    expect(await validateManifest(root, 'app: {}')).not.toEqual([]);
    expect(await validateManifest(root, '[]')).not.toEqual([]);
  });
});
