import type { SearchModules } from '../forge/jql-function';
import type { IssueCondition } from './issue-store';
import type { Principal } from './model';
import type { PrecomputationStore } from './precomputation-store';
import { JiraRefusal } from './rest/answers';
import { jqlCondition } from './rest/jql-condition';
import { JqlFunctionCalls, naming } from './rest/jql-function-calls';
import { parseJql, type JqlNode } from './rest/jql-parser';
import type { JiraStore } from './store';

const noApp: SearchModules = { functions: () => [], properties: () => [], run: () => Promise.resolve({ kind: 'failed', reason: 'no app is installed' }) };

/** The one way in which issues are found by JQL, whoever asks: a page or a REST call. */
export class IssueSearch {
  private app = noApp;
  private readonly calls: JqlFunctionCalls;

  constructor(
    private readonly store: JiraStore,
    readonly kept: PrecomputationStore,
  ) {
    this.calls = new JqlFunctionCalls(kept);
  }

  /** Tells Jira of the functions and indexed properties that an app brings to JQL, as installing it does. */
  register(app: SearchModules): void {
    this.app = app;
  }

  modules(): SearchModules {
    return this.app;
  }

  /**
   * Turns JQL into a condition on issues that the principal may browse.
   * @throws JiraRefusal 400 for what is no JQL, restricts nothing, or names what is not there; NotModelled for JQL that the stand-in has not.
   */
  async condition(jql: string, principal: Principal): Promise<IssueCondition> {
    const { where, order } = parseJql(jql);
    if (where === undefined) {
      throw new JiraRefusal(400, ['Unbounded JQL queries are not allowed here. Please add a search restriction to your query.']);
    }
    const expanded = await this.calls.expand(where, this.app);
    const search = { store: this.store, principal, properties: this.app.properties() };
    // Each expansion by itself first, so that what is wrong with it is said of its function.
    for (const expansion of expansionsOf(expanded)) naming(expansion.functionName, () => jqlCondition({ where: expansion, order: [] }, search));
    return jqlCondition({ where: expanded, order }, search);
  }
}

type Expansion = Extract<JqlNode, { kind: 'expansion' }>;

function expansionsOf(node: JqlNode): readonly Expansion[] {
  switch (node.kind) {
    case 'clause':
      return [];
    case 'expansion':
      return [node];
    case 'not':
      return expansionsOf(node.node);
    case 'and':
    case 'or':
      return node.nodes.flatMap(expansionsOf);
  }
}
