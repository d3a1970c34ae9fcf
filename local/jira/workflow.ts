import type { WorkflowRules } from '../forge/workflow-rule';
import { accountOf, type Issue, type Principal, type Transition, type ValidatorRule } from './model';
import type { JiraStore } from './store';
import { conditionHolds, expressionRefusal } from './workflow-expression';

/** What Forge hands to a workflow validator function (Forge documentation, `jira:workflowValidator`). */
export interface ValidatorPayload {
  readonly issue: { readonly key: string };
  readonly configuration: Readonly<Record<string, unknown>>;
  readonly transition: {
    readonly id: string;
    readonly name: string;
    readonly from: { readonly id: string };
    readonly to: { readonly id: string };
  };
  /** Fields set on the transition screen; transitions here have none. */
  readonly modifiedFields: Readonly<Record<string, unknown>>;
}

/** Runs an app's validator function, which may answer anything; accountId is undefined when the app itself moves the issue. */
export type RunValidator = (
  moduleKey: string,
  payload: ValidatorPayload,
  accountId: string | undefined,
) => Promise<{ result: unknown; errorMessage?: string }>;

export type TransitionOutcome =
  | { readonly kind: 'moved' }
  /** The transition does not lead out of the issue's status (any more). */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'refused'; readonly message: string };

const refusalWithoutMessage = 'The validator of this transition refused it.';
const validatorFailed = 'The validator of this transition could not be run, so the transition was refused.';

/** The one way in which an issue changes status, whoever asks: a page, a REST call, or a bulk change. */
export class IssueWorkflow {
  private app: WorkflowRules | undefined;

  constructor(
    private readonly store: JiraStore,
    private readonly runValidator: RunValidator,
  ) {}

  /**
   * Tells Jira of an app's rules, as installing it does. From then on a rule that the app does not offer (any more)
   * evaluates to false; before it every validator is decided by a function, and no condition holds.
   */
  register(app: WorkflowRules): void {
    this.app = app;
  }

  /**
   * The transitions someone may try now; none without the permission. A condition that does not hold hides
   * its transition, a validator does not.
   * @throws NotModelled when a condition's configuration brings an expression that the local site has not.
   */
  available(issue: Issue, principal: Principal): Transition[] {
    if (!this.store.permissions.has(principal, 'TRANSITION_ISSUES', issue.projectId)) return [];
    const project = this.store.projects.find(issue.projectId);
    if (project === undefined) return [];
    const conditions = this.store.workflows.rules.conditions(project.workflowId);
    return this.store.workflows
      .transitionsFrom(project.workflowId, issue.statusId)
      .filter(({ id }) => conditions.every((rule) => rule.transitionId !== id || conditionHolds(this.store, this.app, rule, issue, principal)));
  }

  /** Permission and conditions, then every validator in order, then the change. A validator that throws refuses. */
  async execute(issue: Issue, transitionId: string, principal: Principal): Promise<TransitionOutcome> {
    if (!this.store.permissions.has(principal, 'TRANSITION_ISSUES', issue.projectId)) return { kind: 'forbidden' };
    const transition = this.available(issue, principal).find(({ id }) => id === transitionId);
    if (transition === undefined) return { kind: 'unavailable' };
    const refusal = await this.firstRefusal(issue, transition, principal);
    if (refusal !== undefined) return { kind: 'refused', message: refusal };
    const moved = this.store.issues.moveStatus(issue.id, issue.statusId, transition.to, principal);
    return { kind: moved ? 'moved' : 'unavailable' };
  }

  private async firstRefusal(issue: Issue, transition: Transition, principal: Principal): Promise<string | undefined> {
    for (const rule of transition.validators) {
      const refusal = await this.refusalOf(rule, issue, transition, principal);
      if (refusal !== undefined) return refusal === '' ? refusalWithoutMessage : refusal;
    }
    return undefined;
  }

  /** Why one validator refuses, perhaps without a word; undefined when it lets the issue pass. */
  private async refusalOf(rule: ValidatorRule, issue: Issue, transition: Transition, principal: Principal): Promise<string | undefined> {
    const { moduleKey, configuration } = rule;
    const definition = this.app?.find('validator', moduleKey);
    if (this.app !== undefined && definition === undefined) return refusalWithoutMessage;
    if (this.app !== undefined && definition !== undefined && 'expression' in definition.decidedBy) {
      return expressionRefusal(this.store, this.app, definition, configuration, issue, principal);
    }
    const payload: ValidatorPayload = {
      issue: { key: issue.key },
      configuration,
      transition: { id: transition.id, name: transition.name.en, from: { id: issue.statusId }, to: { id: transition.to } },
      modifiedFields: {},
    };
    try {
      const { result, errorMessage } = await this.runValidator(moduleKey, payload, principal.kind === 'app' ? undefined : accountOf(principal));
      // The answer comes from outside: only a true that is a boolean lets the issue pass.
      return result === true ? undefined : (errorMessage ?? '');
    } catch {
      return validatorFailed;
    }
  }
}
