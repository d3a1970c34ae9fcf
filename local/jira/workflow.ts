import type { Issue, Principal, Transition } from './model';
import type { JiraStore } from './store';

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
  constructor(
    private readonly store: JiraStore,
    private readonly runValidator: RunValidator,
  ) {}

  /** The transitions someone may try now; none without the permission. Validators do not hide a transition. */
  available(issue: Issue, principal: Principal): Transition[] {
    if (!this.store.permissions.has(principal, 'TRANSITION_ISSUES', issue.projectId)) return [];
    const project = this.store.projects.find(issue.projectId);
    return project === undefined ? [] : this.store.workflows.transitionsFrom(project.workflowId, issue.statusId);
  }

  /** Permission, then every validator in order, then the change. A validator that throws refuses. */
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
    const accountId = principal.kind === 'user' ? principal.accountId : undefined;
    for (const { moduleKey, configuration } of transition.validators) {
      const payload: ValidatorPayload = {
        issue: { key: issue.key },
        configuration,
        transition: { id: transition.id, name: transition.name.en, from: { id: issue.statusId }, to: { id: transition.to } },
        modifiedFields: {},
      };
      try {
        const { result, errorMessage } = await this.runValidator(moduleKey, payload, accountId);
        // The answer comes from outside: only a true that is a boolean lets the issue pass.
        if (result !== true) return errorMessage === undefined || errorMessage === '' ? refusalWithoutMessage : errorMessage;
      } catch {
        return validatorFailed;
      }
    }
    return undefined;
  }
}
