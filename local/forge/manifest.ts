import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import {
  checkDashboardGadgets,
  checkPreUninstall,
  ModuleDefinitionError,
  readEntityProperties,
  readIssueContexts,
  readJqlFunctions,
  readWorkflowRules,
  type EntityPropertyDefinition,
  type IssueContextDefinition,
  type JqlFunctionDefinition,
  type WorkflowRuleDefinition,
} from './module-definitions';

export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'any';

export interface EntityIndex {
  readonly name: string;
  readonly partition: readonly string[];
  readonly range: readonly string[];
}

export interface EntityDefinition {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, AttributeType>;
  readonly indexes: readonly EntityIndex[];
}

export interface ForgeFunction {
  readonly key: string;
  /** The name that the bundle exports. */
  readonly exportName: string;
  readonly timeoutSeconds: number | undefined;
}

export interface ForgeResource {
  readonly key: string;
  /** A folder, relative to the manifest. */
  readonly path: string;
  /** Entry name to the HTML file inside the folder; empty for a resource with index.html only. */
  readonly entries: ReadonlyMap<string, string>;
}

/** One entry of `modules`; `definition` is the whole of it, for what is read by one kind of module only. */
export interface ForgeModule {
  readonly type: string;
  readonly key: string;
  readonly functionKey: string | undefined;
  readonly resolverFunctionKey: string | undefined;
  readonly resource: string | undefined;
  readonly definition: Readonly<Record<string, unknown>>;
}

export interface ForgeTranslations {
  readonly resources: readonly { readonly key: string; readonly path: string }[];
  readonly fallback: Readonly<Record<string, string | readonly string[]>> & { readonly default: string };
}

export interface ForgeManifest {
  /** The whole ARI, as the manifest has it. */
  readonly appAri: string;
  /** The last part of the ARI. */
  readonly appId: string;
  readonly memoryMegabytes: number;
  readonly entities: ReadonlyMap<string, EntityDefinition>;
  readonly scopes: readonly string[];
  /** Addresses that functions may call. */
  readonly backendEgress: readonly string[];
  /** Addresses that screens may call. */
  readonly clientEgress: readonly string[];
  readonly contentStyles: readonly string[];
  readonly contentScripts: readonly string[];
  readonly external: Readonly<Record<string, unknown>>;
  readonly modules: readonly ForgeModule[];
  /** What JQL can find of properties, for Jira to index. */
  readonly entityProperties: readonly EntityPropertyDefinition[];
  readonly workflowRules: readonly WorkflowRuleDefinition[];
  readonly issueContexts: readonly IssueContextDefinition[];
  readonly jqlFunctions: readonly JqlFunctionDefinition[];
  readonly functions: ReadonlyMap<string, ForgeFunction>;
  readonly resources: ReadonlyMap<string, ForgeResource>;
  readonly translations: ForgeTranslations | undefined;
}

export class ManifestError extends Error {
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.name = 'ManifestError';
  }
}

/** Every kind of module that the local site stands in for; any other is refused, so that none is left out unseen. */
const modelledModules = new Set([
  'action',
  'consumer',
  'function',
  'jira:adminPage',
  'jira:dashboardGadget',
  'jira:entityProperty',
  'jira:globalPage',
  'jira:globalPermission',
  'jira:issueContext',
  'jira:issuePanel',
  'jira:jqlFunction',
  'jira:projectPage',
  'jira:projectPermission',
  'jira:workflowCondition',
  'jira:workflowValidator',
  'preUninstall',
  'rovo:agent',
  'scheduledTrigger',
  'trigger',
  'webtrigger',
]);

const attributeType = z.enum(['string', 'integer', 'float', 'boolean', 'any']);
const entity = z.object({
  name: z.string().check(z.regex(/^[_a-z0-9:.-]+$/)),
  attributes: z.record(z.string().check(z.regex(/^[_A-Za-z][_0-9A-Za-z]*$/)), z.object({ type: attributeType })),
  indexes: z.optional(
    z.array(
      z.union([
        z.string(),
        z.object({
          name: z.string(),
          partition: z.optional(z.array(z.string())),
          range: z.optional(z.array(z.string())),
        }),
      ]),
    ),
  ),
});
const address = z.union([z.string(), z.looseObject({ address: z.string() })]);
const scopes = z.union([z.array(z.string()), z.record(z.string(), z.unknown())]);
const moduleDefinition = z.looseObject({
  key: z.string(),
  function: z.optional(z.string()),
  resolver: z.optional(z.looseObject({ function: z.optional(z.string()) })),
  resource: z.optional(z.string()),
});
const functionDefinition = z.looseObject({
  key: z.string(),
  handler: z.string(),
  timeoutSeconds: z.optional(z.number().check(z.int(), z.gt(0), z.lte(900))),
});

const manifestSchema = z.looseObject({
  app: z.looseObject({
    id: z.string(),
    runtime: z.optional(z.looseObject({ name: z.string(), memoryMB: z.optional(z.number()) })),
    storage: z.optional(z.looseObject({ entities: z.optional(z.array(entity)) })),
  }),
  permissions: z.optional(
    z.looseObject({
      scopes: z.optional(scopes),
      content: z.optional(
        z.looseObject({
          styles: z.optional(z.array(z.string())),
          scripts: z.optional(z.array(z.string())),
        }),
      ),
      external: z.optional(
        z.looseObject({
          fetch: z.optional(
            z.looseObject({ backend: z.optional(z.array(address)), client: z.optional(z.array(address)) }),
          ),
        }),
      ),
    }),
  ),
  translations: z.optional(
    z.looseObject({
      resources: z.array(z.looseObject({ key: z.string(), path: z.string() })),
      fallback: z.catchall(z.object({ default: z.string() }), z.union([z.string(), z.array(z.string())])),
    }),
  ),
  modules: z.record(z.string(), z.array(moduleDefinition)),
  resources: z.optional(
    z.array(z.looseObject({ key: z.string(), path: z.string(), entry: z.optional(z.record(z.string(), z.string())) })),
  ),
});

/**
 * Reads a Forge manifest, as far as a host needs it.
 * @throws ManifestError when the file is not a manifest that this host understands.
 */
export function readManifest(path: string): ForgeManifest {
  const parsed = manifestSchema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new ManifestError(path, z.prettifyError(parsed.error));
  const { app, permissions, translations, modules, resources } = parsed.data;
  const declaredScopes = permissions?.scopes ?? [];
  const unmodelled = Object.keys(modules).find((type) => !modelledModules.has(type));
  if (unmodelled !== undefined) throw new ManifestError(path, `the local site does not model the module ${unmodelled}`);
  return {
    appAri: app.id,
    appId: app.id.slice(app.id.lastIndexOf('/') + 1),
    memoryMegabytes: app.runtime?.memoryMB ?? 512,
    entities: new Map((app.storage?.entities ?? []).map((each) => [each.name, toEntity(path, each)])),
    scopes: Array.isArray(declaredScopes) ? declaredScopes : Object.keys(declaredScopes),
    backendEgress: (permissions?.external?.fetch?.backend ?? []).map(toAddress),
    clientEgress: (permissions?.external?.fetch?.client ?? []).map(toAddress),
    contentStyles: permissions?.content?.styles ?? [],
    contentScripts: permissions?.content?.scripts ?? [],
    external: permissions?.external ?? {},
    modules: Object.entries(modules)
      .filter(([type]) => type !== 'function')
      .flatMap(([type, definitions]) => definitions.map((definition) => toModule(type, definition))),
    ...typedModules(path, modules),
    functions: new Map((modules['function'] ?? []).map((each) => [each.key, toFunction(path, each)])),
    resources: new Map(
      (resources ?? []).map((each) => [
        each.key,
        { key: each.key, path: each.path, entries: new Map(Object.entries(each.entry ?? {})) },
      ]),
    ),
    translations: translations && { resources: translations.resources, fallback: translations.fallback },
  };
}

/** @throws Error when the manifest has no such module. */
export function findModule(manifest: ForgeManifest, key: string, type?: string): ForgeModule {
  const found = manifest.modules.find((each) => each.key === key && (type === undefined || each.type === type));
  if (!found) throw new Error(`The manifest has no ${type ?? 'module'} "${key}".`);
  return found;
}

function typedModules(
  path: string,
  modules: Readonly<Record<string, readonly unknown[]>>,
): Pick<ForgeManifest, 'entityProperties' | 'workflowRules' | 'issueContexts' | 'jqlFunctions'> {
  const of = (type: string): readonly unknown[] => modules[type] ?? [];
  try {
    checkPreUninstall(of('preUninstall'));
    checkDashboardGadgets(of('jira:dashboardGadget'));
    return {
      entityProperties: readEntityProperties(of('jira:entityProperty')),
      workflowRules: readWorkflowRules(of('jira:workflowValidator'), of('jira:workflowCondition')),
      issueContexts: readIssueContexts(of('jira:issueContext')),
      jqlFunctions: readJqlFunctions(of('jira:jqlFunction')),
    };
  } catch (error) {
    if (error instanceof ModuleDefinitionError) throw new ManifestError(path, error.message);
    throw error;
  }
}

function toAddress(declared: z.infer<typeof address>): string {
  return typeof declared === 'string' ? declared : declared.address;
}

function toModule(type: string, definition: z.infer<typeof moduleDefinition>): ForgeModule {
  return {
    type,
    key: definition.key,
    functionKey: definition.function,
    resolverFunctionKey: definition.resolver?.function,
    resource: definition.resource,
    definition,
  };
}

function toFunction(path: string, definition: unknown): ForgeFunction {
  const parsed = functionDefinition.safeParse(definition);
  if (!parsed.success) throw new ManifestError(path, z.prettifyError(parsed.error));
  const { key, handler, timeoutSeconds } = parsed.data;
  const match = /^index\.(\w+)$/.exec(handler);
  if (!match?.[1]) throw new ManifestError(path, `function ${key}: handler "${handler}" is not of the form index.name`);
  return { key, exportName: match[1], timeoutSeconds };
}

function toEntity(path: string, declared: z.infer<typeof entity>): EntityDefinition {
  const attributes = new Map(Object.entries(declared.attributes).map(([name, { type }]) => [name, type]));
  const indexes = (declared.indexes ?? []).map((index) =>
    typeof index === 'string'
      ? { name: index, partition: [], range: [index] }
      : { name: index.name, partition: index.partition ?? [], range: index.range ?? [] },
  );
  for (const index of indexes) {
    const unknown = [...index.partition, ...index.range].find((name) => !attributes.has(name));
    if (unknown) {
      throw new ManifestError(path, `entity ${declared.name}: index ${index.name} names no attribute "${unknown}"`);
    }
  }
  return { name: declared.name, attributes, indexes };
}
