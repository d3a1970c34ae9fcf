import { dirname, join } from 'node:path';
import { readManifest } from '../forge/manifest';
import { ModuleTexts } from '../forge/translations';
import type { WorkflowRules } from '../forge/workflow-rule';
import { closeTestSites, extensionPrefix, json, people, startTestSite, type Person, type TestSite } from './test-site';
import type { WorkflowRule } from './workflow-rule-store';

const manifestPath = join(__dirname, '../forge/fixture/manifest.yml');
const workflowId = 'software-workflow';
const transitions = '/rest/api/3/issue/CRM-1/transitions';

let site: TestSite;
let installed: boolean;
beforeEach(async () => {
  installed = true;
  site = await startTestSite();
  const manifest = readManifest(manifestPath);
  const texts = new ModuleTexts(manifest, dirname(manifestPath));
  const rules: WorkflowRules = {
    all: () => (installed ? manifest.workflowRules : []),
    find: (kind, key) => rules.all().find((each) => each.kind === kind && each.key === key),
    text: (value, locale) => texts.text(value, locale),
  };
  site.jira.workflow.register(rules);
  site.jira.store.workflows.setValidators(workflowId, '41', []);
});
afterEach(closeTestSites);

const add = (kind: WorkflowRule['kind'], moduleKey: string, configuration: WorkflowRule['configuration'] = {}): string =>
  site.jira.store.workflows.rules.add(workflowId, { kind, transitionId: '41', moduleKey, configuration });
const setProperty = (value: unknown): boolean => site.jira.store.properties.set('issue', '30001', 'parcel', value);
const move = (person: Person = 'piotr'): Promise<Response> => site.as(person, transitions, json('POST', { transition: { id: '41' } }));
const offered = async (): Promise<string> => (await site.as('piotr', transitions)).text();

describe('a condition', () => {
  test('that does not hold hides its transition, and asking for it all the same is refused', async () => {
    add('condition', 'parcel-condition');
    expect(await offered()).not.toContain('"id":"41"');
    expect(await offered()).toContain('"id":"61"');
    const answer = await move();
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errorMessages: ["Transition id '41' is not valid for this issue."] });

    setProperty({ released: true });
    expect(await offered()).toContain('"id":"41"');
    expect((await move()).status).toBe(204);
  });

  test.each([['a text', { released: 'yes' }], ['a number', { released: 1 }], ['null', null]])('holds for true only: not for %s', async (_, value) => {
    setProperty(value);
    add('condition', 'parcel-condition');
    expect(await offered()).not.toContain('"id":"41"');
  });

  test('that fails hides its transition', async () => {
    add('condition', 'parcel-condition', { expression: 'config.nothing.at.all' });
    expect(await offered()).not.toContain('"id":"41"');
  });

  test('is decided by the expression in its configuration, where there is one', async () => {
    add('condition', 'parcel-condition', { expression: "issue.key == config['for']", for: 'CRM-1' });
    expect(await offered()).toContain('"id":"41"');
    expect((await move()).status).toBe(204);
  });

  test('with an expression that is not modelled is a 501 and no guess', async () => {
    add('condition', 'parcel-condition', { expression: 'issue.comments.length > 0' });
    const answer = await site.as('piotr', transitions);
    expect(answer.status).toBe(501);
    expect(await answer.json()).toEqual({ notModelled: '">" in a Jira expression' });
    expect((await move()).status).toBe(501);
  });

  test('all must hold, each for its own transition', async () => {
    setProperty({ released: true });
    add('condition', 'parcel-condition');
    expect(await offered()).toContain('"id":"41"');
    add('condition', 'parcel-condition', { expression: 'false' });
    expect(await offered()).not.toContain('"id":"41"');
    expect(await offered()).toContain('"id":"61"');
  });

  test('can tell people apart', async () => {
    add('condition', 'parcel-condition', { expression: `user.accountId == '${people.piotr}'` });
    expect(await offered()).toContain('"id":"41"');
    expect(await (await site.as('anna', transitions)).text()).not.toContain('"id":"41"');
    expect(await (await site.fromApp(transitions)).text()).not.toContain('"id":"41"');
  });
});

describe('a validator with an expression', () => {
  test('refuses with the manifest’s message in the person’s language, and then lets pass', async () => {
    add('validator', 'expression-gate');
    const refused = await move();
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errorMessages: ['Paczka nie jest zapieczętowana.'] });
    expect(await offered()).toContain('"id":"41"');
    setProperty({ sealed: true });
    expect((await move()).status).toBe(204);
  });

  test('can make its message from the configuration', async () => {
    add('validator', 'level-gate', { level: 'go' });
    expect(await (await move()).json()).toMatchObject({ errorMessages: ['Level go is needed for CRM-1'] });
    setProperty({ level: 'go' });
    expect((await move()).status).toBe(204);
  });

  test('shows a text that the expression gives as its message', async () => {
    add('validator', 'expression-gate', { expression: "'Ask ' + config['whom']", whom: 'Anna' });
    expect(await (await move()).json()).toMatchObject({ errorMessages: ['Ask Anna'] });
  });

  test('that fails refuses, and its message failing too leaves Jira’s own', async () => {
    add('validator', 'level-gate');
    expect(await (await move()).json()).toMatchObject({ errorMessages: ['The validator of this transition refused it.'] });
  });

  test('stands beside one with a function, which gets its configuration', async () => {
    setProperty({ sealed: true });
    add('validator', 'expression-gate');
    add('validator', 'parcel-gate', { level: 'go' });
    expect((await move()).status).toBe(204);
    expect(site.validatorCalls).toMatchObject([{ moduleKey: 'parcel-gate', payload: { configuration: { level: 'go' } } }]);
  });
});

describe('rules of an app that is not installed', () => {
  test('evaluate to false: a validator refuses and is not asked, a condition hides', async () => {
    setProperty({ sealed: true, released: true });
    add('validator', 'parcel-gate');
    installed = false;
    expect((await move()).status).toBe(400);
    expect(site.validatorCalls).toEqual([]);
    add('condition', 'parcel-condition');
    expect(await offered()).not.toContain('"id":"41"');
    installed = true;
    expect((await move()).status).toBe(204);
  });
});

test('the workflow search shows both kinds of rules', async () => {
  const condition = add('condition', 'parcel-condition', { n: 1 });
  const validator = add('validator', 'parcel-gate');
  const body: unknown = await (await site.fromApp('/rest/api/3/workflows/search')).json();
  const rule = (id: string, ruleKey: string, key: string, config: string) => ({ id, ruleKey, parameters: { key: extensionPrefix + key, config, id, disabled: 'false' } });
  expect(body).toMatchObject({
    values: [
      {
        transitions: expect.arrayContaining([
          expect.objectContaining({
            id: '41',
            conditions: { operation: 'ALL', conditionGroups: [], conditions: [rule(condition, 'forge:expression-condition', 'parcel-condition', '{"n":1}')] },
            validators: [rule(validator, 'forge:expression-validator', 'parcel-gate', '{}')],
          }),
        ]),
      },
    ],
  });
});

test('rules are changed one by one, seeded ones too', () => {
  const { workflows } = site.jira.store;
  workflows.setValidators(workflowId, '41', ['a', 'b', 'c'].map((moduleKey) => ({ moduleKey, configuration: {} })));
  const [first, second, third] = workflows.rules.of(workflowId);
  if (first === undefined || second === undefined || third === undefined) throw new Error('The rules are missing.');
  workflows.rules.remove(workflowId, first);
  workflows.rules.configure(workflowId, third, { n: 1 });
  workflows.rules.remove(workflowId, first);
  expect(workflows.rules.of(workflowId)).toMatchObject([{ moduleKey: 'b' }, { moduleKey: 'c', configuration: { n: 1 } }]);
});
