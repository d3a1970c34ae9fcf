import { ExpressionNotModelled } from '../forge/expressions/errors';
import { EntityProperties, evaluate, JiraEntity, type ExpressionVariables } from '../forge/expressions/evaluate';
import { parseExpression, type Expression } from '../forge/expressions/parse';
import type { WorkflowRuleDefinition } from '../forge/module-definitions';
import type { WorkflowRules } from '../forge/workflow-rule';
import { accountOf, type Issue, type Principal } from './model';
import { NotModelled } from './rest/answers';
import type { JiraStore } from './store';
import type { WorkflowRule } from './workflow-rule-store';

type Configuration = WorkflowRule['configuration'];

/** Whether a condition lets someone see its transition: only `true` does, as "Jira workflow condition" of Forge says. */
export function conditionHolds(store: JiraStore, app: WorkflowRules | undefined, rule: WorkflowRule, issue: Issue, principal: Principal): boolean {
  const definition = app?.find('condition', rule.moduleKey);
  return definition !== undefined && outcome(definition, rule.configuration, variables(store, issue, principal, rule.configuration)) === true;
}

/**
 * Why an expression refuses: what it says itself, or the module's message in the person's language, or nothing
 * ("Jira workflow validator" of Forge).
 * @returns undefined when it evaluates to true.
 */
export function expressionRefusal(
  store: JiraStore,
  app: WorkflowRules,
  definition: WorkflowRuleDefinition,
  configuration: Configuration,
  issue: Issue,
  principal: Principal,
): string | undefined {
  const known = variables(store, issue, principal, configuration);
  const result = outcome(definition, configuration, known);
  if (result === true) return undefined;
  if (typeof result === 'string') return result;
  const { errorMessage } = definition;
  if (errorMessage === undefined) return '';
  if (typeof errorMessage === 'object' && 'expression' in errorMessage) {
    const words = valueOf(errorMessage.expression, known);
    return typeof words === 'string' ? words : '';
  }
  const locale = principal.kind === 'user' ? store.people.find(principal.accountId)?.locale : undefined;
  return app.text(errorMessage, locale === 'pl_PL' ? 'pl-PL' : 'en-US');
}

/** What a configuration says of itself in words; undefined when the module has no such expression, or it gives no words. */
export function configurationInWords(definition: WorkflowRuleDefinition, configuration: Configuration): string | undefined {
  if (definition.configurationDescription === undefined) return undefined;
  const words = valueOf(definition.configurationDescription, { config: configuration });
  return typeof words === 'string' && words !== '' ? words : undefined;
}

/** An expression in the configuration takes the place of the module's own. A failure is undefined, which counts as false. */
function outcome({ decidedBy }: WorkflowRuleDefinition, configuration: Configuration, known: ExpressionVariables): unknown {
  if (!('expression' in decidedBy)) return undefined;
  const own = configuration['expression'];
  return valueOf(typeof own === 'string' ? own : decidedBy.expression, known);
}

/** @throws NotModelled, so that nobody takes a gap of the local site for an answer of Jira. */
function valueOf(expression: Expression | string, known: ExpressionVariables): unknown {
  try {
    return evaluate(typeof expression === 'string' ? parseExpression(expression) : expression, known);
  } catch (error) {
    if (error instanceof ExpressionNotModelled) throw new NotModelled(`${error.what} in a Jira expression`);
    return undefined;
  }
}

/** The part of "Jira expressions types" that rules are known to need; reading anything else is not modelled. */
function variables(store: JiraStore, issue: Issue, principal: Principal, config: Configuration): ExpressionVariables {
  const accountId = accountOf(principal);
  return {
    config,
    issue: new JiraEntity('Issue', {
      id: () => Number(issue.id),
      key: () => issue.key,
      summary: () => issue.summary,
      properties: () => new EntityProperties((key) => store.properties.get('issue', issue.id, key)?.value),
    }),
    user: new JiraEntity('User', { accountId: () => accountId }),
  };
}
