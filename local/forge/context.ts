/** What Forge tells a resolver, and the screen itself, about where a screen stands and who looks at it. */
export interface ResolverContext {
  readonly accountId: string;
  readonly cloudId: string;
  readonly siteUrl: string;
  readonly localId: string;
  readonly environmentId: string;
  readonly environmentType: string;
  readonly moduleKey: string;
  readonly locale: string;
  readonly timezone: string;
  readonly theme?: Readonly<Record<string, unknown>>;
  readonly extension: {
    readonly type: string;
    readonly project?: { readonly id: string; readonly key: string; readonly type: string };
    readonly issue?: { readonly id: string; readonly key: string; readonly type: string; readonly typeId: string };
    readonly [name: string]: unknown;
  };
}

/** What a workflow rule's function is given (Forge manifest reference, "Jira workflow validator"). */
export interface WorkflowRulePayload {
  readonly issue: { readonly key: string };
  readonly configuration?: Readonly<Record<string, unknown>>;
  readonly transition: {
    readonly from: Readonly<Record<string, unknown>>;
    readonly to: Readonly<Record<string, unknown>>;
    readonly [name: string]: unknown;
  };
  readonly modifiedFields?: Readonly<Record<string, unknown>>;
  readonly [name: string]: unknown;
}
