/// <reference types="jest" />
import { storedRequirement } from './stored-requirement';

const within = (validatorConfig: unknown) => ({ accountId: 'x', extension: { type: 'jira:workflowValidator', isNewEditor: true, validatorConfig } });

test.each([
  ['what was saved, as text', within('{"requirement":"goOnly"}'), 'goOnly'],
  ['what was saved, as a value', within({ requirement: 'conditionalToo' }), 'conditionalToo'],
  ['a new rule', { extension: { type: 'jira:workflowValidator' } }, null],
  ['a text that is no JSON', within('{requirement'), null],
  ['another requirement', within('{"requirement":"none"}'), null],
  ['no context', undefined, null],
])('reads %s', (_, given, requirement) => {
  expect(storedRequirement(given)).toBe(requirement);
});
