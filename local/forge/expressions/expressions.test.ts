import * as fc from 'fast-check';
import { ExpressionFailure, ExpressionNotModelled, ExpressionSyntaxError } from './errors';
import { EntityProperties, evaluate, JiraEntity } from './evaluate';
import { parseExpression } from './parse';

const properties: Record<string, unknown> = { gate: { state: 'approved', count: 2, open: false }, plain: 'text', nothing: null };
const variables = {
  issue: new JiraEntity('Issue', { key: () => 'CRM-1', assignee: () => null, properties: () => new EntityProperties((key) => properties[key]) }),
  config: { level: 'go', 'two words': true, constructor_: 1, nested: { a: null } },
};
const value = (source: string): unknown => evaluate(parseExpression(source), variables);

test.each<[string, unknown]>([
  ["issue.properties['gate']?.state == 'approved'", true],
  ["issue.properties['gate'].count == 2", true],
  ["issue.properties['none'] == null", true],
  ["issue.properties['none']?.state == 'approved'", false],
  ['issue.properties["nothing"] != null', false],
  ["config['level'] == 'go' && config.level != 'no'", true],
  ["config['two words']", true],
  ['config?.missing == null', true],
  ["config?.['missing'] == null", true],
  ['config.nested.a == null', true],
  ["!issue.assignee || issue.key == 'X'", true],
  ['!!config', true],
  ["'a' == 1", false],
  ['1 == 1.0', true],
  ['null != false', true],
  ["false || true && false", false],
  ["(false || true) && true", true],
  ["!(config.level == 'go')", false],
  ["'Requires \"' + config['level'] + '\\'.'", 'Requires "go\'.'],
  ["false && issue.unknown", false],
  ["config\n  .level\t==\n'go'", true],
])('%s is %p', (source, expected) => {
  expect(value(source)).toBe(expected);
});

test.each(["issue.assignee.displayName == 'A'", 'config.missing == null', 'config.toString', 'config.__proto__', "issue.properties['none']?.a.b"])('%s fails, as in Jira', (source) => {
  expect(() => value(source)).toThrow(ExpressionFailure);
});

test.each([
  ['issue.summary', '"summary" of Issue'],
  ['project.key', 'the variable "project"'],
  ["issue.key.includes('C')", 'calling a method'],
  ['config.level ? true : false', '"?"'],
  ['1 < 2', '"<"'],
  ['config.level === 1', '"==="'],
  ['[1]', 'a list'],
  ['let a = 1; a', '"let"'],
  ['`x`', 'template literals'],
  ["config[1]", 'whose name is no text'],
  ["'a' && true", 'as a condition'],
  ["1 + 'a'", 'anything but texts'],
  ['config == config', 'comparing'],
  ['issue.key.length', '"length" of a string'],
  ["'\\u0041'", 'the escape'],
])('%s is not modelled', (source, what) => {
  expect(() => value(source)).toThrow(ExpressionNotModelled);
  expect(() => value(source)).toThrow(what);
});

test.each(['', '  ', 'a ==', '(a', "'open", 'a..b', '§', 'a b', '!', "config['a'", ')'])('%p is malformed', (source) => {
  expect(() => parseExpression(source)).toThrow(ExpressionSyntaxError);
});

test('whatever the text, parsing ends with an expression or one of its own errors', () => {
  const words = fc.constantFrom('issue', 'config', '.', '?.', '[', ']', "'a'", '==', '!=', '&&', '||', '!', '(', ')', '1', 'null', ' ', '+', '<', 'let');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 14 }), (parts) => {
      try {
        parseExpression(parts.join(' '));
        return true;
      } catch (error) {
        return error instanceof ExpressionSyntaxError || error instanceof ExpressionNotModelled;
      }
    }),
  );
});
