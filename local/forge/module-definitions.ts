import * as z from 'zod/mini';
import { parseExpression, type Expression } from './expressions/parse';

/** A definition that the local site cannot stand in for; the message says which and why. */
export class ModuleDefinitionError extends Error {}

/** A text of the manifest: plain, or `{ i18n: key }`. */
export type ManifestText = string | { readonly i18n: string };

export interface EntityPropertyValue {
  /** Names joined by dots. */
  readonly path: string;
  readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
  /** What JQL calls it; undefined when it has no name of its own. */
  readonly searchAlias: string | undefined;
}

/** One `jira:entityProperty` module: what of a property JQL can find. */
export interface EntityPropertyDefinition {
  readonly key: string;
  readonly entityType: 'issue' | 'project' | 'user';
  readonly propertyKey: string;
  readonly values: readonly EntityPropertyValue[];
}

export type WorkflowRuleKind = 'validator' | 'condition';
export type RuleScreen = 'create' | 'edit' | 'view';
export type ProjectManagement = 'company-managed' | 'team-managed';

export interface WorkflowRuleDefinition {
  readonly key: string;
  readonly kind: WorkflowRuleKind;
  readonly name: ManifestText;
  readonly description: ManifestText;
  /** Either an expression, which Jira evaluates, or a function of the app. */
  readonly decidedBy: { readonly expression: Expression } | { readonly functionKey: string };
  readonly errorMessage: ManifestText | { readonly expression: Expression } | undefined;
  /** Says in words what a rule's configuration means. */
  readonly configurationDescription: Expression | undefined;
  readonly projectTypes: readonly ProjectManagement[];
  /** Resources as the manifest names them. */
  readonly screens: Readonly<Partial<Record<RuleScreen, string>>>;
}

/** One `jira:jqlFunction` module. */
export interface JqlFunctionDefinition {
  readonly key: string;
  readonly name: string;
  readonly arguments: readonly { readonly name: string; readonly required: boolean }[];
  /** Kinds of fields that it can be used with. */
  readonly types: readonly string[];
  readonly operators: readonly string[];
  readonly functionKey: string;
}

export type LozengeAppearance = 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';
export type ContextStatus =
  | { readonly type: 'badge'; readonly label: string }
  | { readonly type: 'lozenge'; readonly label: string; readonly appearance: LozengeAppearance };

export interface IssueContextDefinition {
  readonly key: string;
  readonly title: ManifestText;
  readonly label: ManifestText;
  readonly icon: string | undefined;
  readonly status: ContextStatus | undefined;
  /** The function that is asked for the status when the panel is opened or closed. */
  readonly dynamicFunctionKey: string | undefined;
}

/** Forge's limit for all `jira:entityProperty` modules together ("Jira entity property", developer.atlassian.com/platform/forge). */
const mostPropertyValues = 100;

const text = z.union([z.string(), z.object({ i18n: z.string() })]);
const screen = z.object({ resource: z.string(), render: z.optional(z.literal('default')) });
const resolver = z.object({ function: z.string() });
const key = z.string().check(z.regex(/^[a-zA-Z0-9_-]+$/u));

const entityProperty = z.strictObject({
  key,
  entityType: z._default(z.enum(['issue', 'project', 'user']), 'issue'),
  propertyKey: z.string().check(z.minLength(1), z.maxLength(255)),
  values: z.array(
    z.strictObject({
      path: z.string().check(z.minLength(1), z.maxLength(255)),
      type: z.enum(['number', 'string', 'text', 'user', 'date']),
      searchAlias: z.optional(z.string().check(z.regex(/^[a-zA-Z0-9._-]+$/u), z.maxLength(255))),
    }),
  ),
});
const rule = {
  key,
  name: text,
  description: text,
  expression: z.optional(z.string()),
  projectTypes: z._default(z.array(z.enum(['company-managed', 'team-managed'])), ['company-managed']),
  configurationDescription: z.optional(z.strictObject({ expression: z.string() })),
  create: z.optional(screen),
  edit: z.optional(screen),
  view: z.optional(screen),
  resolver: z.optional(resolver),
};
const condition = z.strictObject({ ...rule, expression: z.string() });
const validator = z.strictObject({
  ...rule,
  function: z.optional(z.string()),
  errorMessage: z.optional(z.union([text, z.object({ expression: z.string() })])),
});
const appearance = z.enum(['default', 'inprogress', 'moved', 'new', 'removed', 'success']);
const status = z.union([
  z.object({ type: z.literal('badge'), value: z.object({ label: z.string().check(z.regex(/^\d+$/u)) }) }),
  z.object({ type: z.literal('lozenge'), value: z.object({ label: z.string().check(z.minLength(1), z.maxLength(255)), type: z.optional(appearance) }) }),
]);
const issueContext = z.strictObject({
  key,
  resource: z.string(),
  resolver: z.optional(resolver),
  render: z.optional(z.literal('default')),
  title: text,
  description: z.optional(text),
  label: text,
  icon: z.optional(z.string()),
  status: z.optional(z.unknown()),
  dynamicProperties: z.optional(z.strictObject({ function: z.string() })),
});
const jqlFunction = z.strictObject({
  key,
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  arguments: z.array(z.strictObject({ name: z.string(), required: z.boolean() })),
  types: z.array(z.enum(['issue', 'project', 'version', 'status', 'status_category', 'issue_type', 'date', 'number', 'text', 'user'])),
  operators: z.array(z.enum(['=', '!=', '>', '>=', '<', '<=', 'in', 'not in', '~', '!~', 'is', 'is not'])),
  function: z.string(),
});
const dashboardGadget = z.strictObject({
  key,
  resource: z.string(),
  resolver: z.optional(resolver),
  render: z.optional(z.literal('default')),
  title: text,
  description: text,
  thumbnail: z.string(),
  refreshable: z.optional(z.boolean()),
});
const preUninstall = z.strictObject({ key, function: z.string() });

/** @throws ModuleDefinitionError */
export function readEntityProperties(definitions: readonly unknown[]): EntityPropertyDefinition[] {
  const found = definitions.map((definition) => {
    const { values, ...rest } = read('jira:entityProperty', entityProperty, definition);
    return { ...rest, values: values.map(({ path, type, searchAlias }) => ({ path, type, searchAlias })) };
  });
  const count = found.reduce((sum, { values }) => sum + values.length, 0);
  if (count > mostPropertyValues) throw new ModuleDefinitionError(`jira:entityProperty: ${count} values are more than the ${mostPropertyValues} that Forge indexes`);
  return found;
}

/** @throws ModuleDefinitionError */
export function readWorkflowRules(validators: readonly unknown[], conditions: readonly unknown[]): WorkflowRuleDefinition[] {
  return [...validators.map(toValidator), ...conditions.map(toCondition)];
}

/** @throws ModuleDefinitionError */
export function readIssueContexts(definitions: readonly unknown[]): IssueContextDefinition[] {
  return definitions.map((definition) => {
    const { key: moduleKey, title, label, icon, status: declared, dynamicProperties } = read('jira:issueContext', issueContext, definition);
    const shown = declared === undefined ? undefined : readContextStatus(declared);
    if (declared !== undefined && shown === undefined) {
      throw new ModuleDefinitionError(`jira:issueContext ${moduleKey}: the local site does not model a status that is no badge with a number and no lozenge`);
    }
    return { key: moduleKey, title, label, icon, status: shown, dynamicFunctionKey: dynamicProperties?.function };
  });
}

/** @throws ModuleDefinitionError, also for a function of fields that the local site has not, or of a remote. */
export function readJqlFunctions(definitions: readonly unknown[]): JqlFunctionDefinition[] {
  return definitions.map((definition) => {
    const { function: functionKey, ...rest } = read('jira:jqlFunction', jqlFunction, definition);
    return { ...rest, functionKey };
  });
}

/** @throws ModuleDefinitionError for one without a function, which would call a remote. */
export function checkPreUninstall(definitions: readonly unknown[]): void {
  for (const definition of definitions) read('preUninstall', preUninstall, definition);
}

/** @throws ModuleDefinitionError for one with a screen to configure it, which the local site's dashboard has not. */
export function checkDashboardGadgets(definitions: readonly unknown[]): void {
  for (const definition of definitions) read('jira:dashboardGadget', dashboardGadget, definition);
}

/** The status that a manifest or an app's function gives; undefined for what is none, or an icon, which is not modelled. */
export function readContextStatus(value: unknown): ContextStatus | undefined {
  const parsed = status.safeParse(value).data;
  if (parsed === undefined) return undefined;
  return parsed.type === 'badge'
    ? { type: 'badge', label: parsed.value.label }
    : { type: 'lozenge', label: parsed.value.label, appearance: parsed.value.type ?? 'default' };
}

function toValidator(definition: unknown): WorkflowRuleDefinition {
  const parsed = read('jira:workflowValidator', validator, definition);
  const name = `jira:workflowValidator ${parsed.key}`;
  if ((parsed.expression === undefined) === (parsed.function === undefined)) {
    throw new ModuleDefinitionError(`${name}: exactly one of expression and function decides`);
  }
  const { errorMessage } = parsed;
  return {
    ...common('validator', name, parsed),
    decidedBy: parsed.function === undefined ? { expression: expressionOf(name, parsed.expression ?? '') } : { functionKey: parsed.function },
    errorMessage: typeof errorMessage === 'object' && 'expression' in errorMessage ? { expression: expressionOf(name, errorMessage.expression) } : errorMessage,
  };
}

function toCondition(definition: unknown): WorkflowRuleDefinition {
  const parsed = read('jira:workflowCondition', condition, definition);
  const name = `jira:workflowCondition ${parsed.key}`;
  return { ...common('condition', name, parsed), decidedBy: { expression: expressionOf(name, parsed.expression) }, errorMessage: undefined };
}

function common(
  kind: WorkflowRuleKind,
  moduleName: string,
  parsed: Omit<z.infer<typeof validator>, 'function' | 'errorMessage'>,
): Omit<WorkflowRuleDefinition, 'decidedBy' | 'errorMessage'> {
  const { configurationDescription, create, edit, view } = parsed;
  return {
    key: parsed.key,
    kind,
    name: parsed.name,
    description: parsed.description,
    configurationDescription: configurationDescription && expressionOf(moduleName, configurationDescription.expression),
    projectTypes: parsed.projectTypes,
    screens: { ...(create && { create: create.resource }), ...(edit && { edit: edit.resource }), ...(view && { view: view.resource }) },
  };
}

function expressionOf(moduleName: string, source: string): Expression {
  try {
    return parseExpression(source);
  } catch (error) {
    throw new ModuleDefinitionError(`${moduleName}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function read<Shape extends z.ZodMiniType>(type: string, shape: Shape, definition: unknown): z.output<Shape> {
  const parsed = shape.safeParse(definition);
  if (parsed.success) return parsed.data;
  const named = z.safeParse(z.looseObject({ key: z.string() }), definition).data?.key ?? '';
  throw new ModuleDefinitionError(`${type} ${named}: ${parsed.error.issues.map(describe).join('; ')}`);
}

function describe(issue: z.core.$ZodIssue): string {
  const place = issue.path.length === 0 ? '' : ` in ${issue.path.map(String).join('.')}`;
  if (issue.code === 'unrecognized_keys') return `the local site does not model "${issue.keys.join('", "')}"${place}`;
  return `what stands${place === '' ? ' there' : place} is not of the form that the local site models`;
}
