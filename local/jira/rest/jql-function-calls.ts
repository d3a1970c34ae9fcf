import { randomUUID } from 'node:crypto';
import type { JqlFunctionAnswer, SearchModules } from '../../forge/jql-function';
import type { JqlFunctionDefinition } from '../../forge/module-definitions';
import type { FunctionUse, KeptAnswer, PrecomputationStore } from '../precomputation-store';
import { JiraRefusal, NotModelled } from './answers';
import { jqlField } from './jql-condition';
import { isJiraFunction } from './jql-names';
import { parseJql, type JqlCall, type JqlClause, type JqlNode } from './jql-parser';

/** The app that the local site has installed, as Jira would call it. */
const appName = 'Opiekun';
/** developer.atlassian.com/platform/forge, "Work around the 1,000 value limit in custom JQL functions". */
const mostValues = 1000;

/** Puts what an app's functions stand for into queries, and keeps it. */
export class JqlFunctionCalls {
  constructor(private readonly kept: PrecomputationStore) {}

  /**
   * Replaces each clause with a function of the app by the JQL that the function answers, now or when it was last asked.
   * @throws JiraRefusal 400 that names the function when it is used as it was not declared, fails, or answers what is no JQL.
   */
  async expand(node: JqlNode, app: SearchModules): Promise<JqlNode> {
    switch (node.kind) {
      case 'not':
        return { kind: 'not', node: await this.expand(node.node, app) };
      case 'and':
      case 'or': {
        const nodes: JqlNode[] = [];
        for (const each of node.nodes) nodes.push(await this.expand(each, app));
        return { kind: node.kind, nodes };
      }
      case 'clause': {
        const found = appCall(node, app);
        if (found === undefined) return node;
        if (node.operands.length > 1) throw new NotModelled(`JQL function '${found.call.name}()' of an app in a list`);
        const { name } = found.definition;
        return { kind: 'expansion', functionName: name, node: readFragment(await this.ask(node, found.call, found.definition, app), name, app) };
      }
      case 'expansion':
        return node;
    }
  }

  private async ask(clause: JqlClause, call: JqlCall, definition: JqlFunctionDefinition, app: SearchModules): Promise<string> {
    const { name, key } = definition;
    const { type } = jqlField(clause.field, app.properties());
    checkUse(clause, call, definition, type);
    const use: FunctionUse = { moduleKey: key, functionName: name, field: clause.field.text, operator: clause.operator, arguments: call.arguments };
    const known = this.kept.use(use);
    if (known !== undefined) return jqlOf(known, name);
    const precomputationId = randomUUID();
    const { field, operator, functionName } = use;
    const answer = await app.run(key, { precomputationId, clause: { field, type: [type], operator, functionName, arguments: call.arguments } });
    return this.keep(precomputationId, use, answer, app);
  }

  private keep(id: string, use: FunctionUse, answer: JqlFunctionAnswer, app: SearchModules): string {
    const name = use.functionName;
    switch (answer.kind) {
      case 'failed':
        throw refusal(name, `could not be evaluated: ${answer.reason}`);
      case 'error':
        if (answer.isKept) this.kept.add(id, use, { value: null, error: answer.message });
        throw refusal(name, `says: ${answer.message}`);
      case 'jql':
        readFragment(answer.jql, name, app);
        this.kept.add(id, use, { value: answer.jql, error: null });
        return answer.jql;
    }
  }
}

/**
 * Reads what a function answered, or what an app wants kept for it.
 * @throws JiraRefusal 400 that names the function.
 */
export function readFragment(jql: string, functionName: string, app: SearchModules): JqlNode {
  const { where, order } = naming(functionName, () => parseJql(jql));
  if (where === undefined || order.length > 0) throw refusal(functionName, 'has not returned a JQL clause');
  if (countValues(where) > mostValues) throw refusal(functionName, `has returned more than the maximum of ${mostValues} values for this JQL fragment`);
  const inner = findCall(where, app);
  if (inner !== undefined) throw new NotModelled(`JQL function '${inner}()' of an app in the JQL that '${functionName}()' returned`);
  return where;
}

/** Says whose JQL it is that something is wrong with. */
export function naming<T>(functionName: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof JiraRefusal) throw refusal(functionName, `has returned JQL that is not valid: ${error.errorMessages.join(' ')}`);
    throw error;
  }
}

function refusal(functionName: string, what: string): JiraRefusal {
  return new JiraRefusal(400, [`Function '${functionName}' provided by '${appName}' ${what}${what.endsWith('.') ? '' : '.'}`]);
}

function jqlOf({ value, error }: KeptAnswer, functionName: string): string {
  if (value === null) throw refusal(functionName, `says: ${error}`);
  return value;
}

function appCall({ operands }: JqlClause, app: SearchModules): { call: JqlCall; definition: JqlFunctionDefinition } | undefined {
  for (const operand of operands) {
    if (operand.kind !== 'call' || isJiraFunction(operand.name)) continue;
    const definition = app.functions().find(({ name }) => name.toLowerCase() === operand.name.toLowerCase());
    if (definition !== undefined) return { call: operand, definition };
  }
  return undefined;
}

function findCall(node: JqlNode, app: SearchModules): string | undefined {
  if (node.kind === 'clause') return appCall(node, app)?.definition.name;
  const inner = 'nodes' in node ? node.nodes : [node.node];
  return inner.map((each) => findCall(each, app)).find((name) => name !== undefined);
}

/** "The platform counts all literal values in the JQL fragment"; EMPTY is none. */
function countValues(node: JqlNode): number {
  if (node.kind === 'clause') return node.operands.filter(({ kind }) => kind !== 'empty').length;
  const inner = 'nodes' in node ? node.nodes : [node.node];
  return inner.reduce((sum, each) => sum + countValues(each), 0);
}

function checkUse({ field, operator }: JqlClause, { arguments: given }: JqlCall, definition: JqlFunctionDefinition, type: string): void {
  const { name, types, operators, arguments: declared } = definition;
  if (!types.includes(type)) throw refusal(name, `cannot be used with the field '${field.text}'`);
  if (!operators.includes(operator)) throw refusal(name, `does not support the operator '${operator}'`);
  const least = declared.filter(({ required }) => required).length;
  if (given.length >= least && given.length <= declared.length) return;
  const expected = least === declared.length ? `'${least}'` : `between '${least}' and '${declared.length}'`;
  throw new JiraRefusal(400, [`Function '${name}' expected ${expected} arguments but received '${given.length}'.`]);
}
