import * as z from 'zod/mini';
import type { ResolverContext } from '../../forge/context';
import type { FrameDescription } from '../../forge/frame-description';
import type { FrameTokens } from '../../forge/frame-token';
import { allEntryPaths, entryPath } from '../../forge/frames';
import { LOCAL_CLOUD_ID, LOCAL_ENVIRONMENT_ID, LOCAL_ENVIRONMENT_TYPE, permissionKey } from '../../forge/installation';
import type { ForgeManifest, ForgeModule } from '../../forge/manifest';
import type { ContextStatus, ManifestText, RuleScreen, WorkflowRuleDefinition, WorkflowRuleKind } from '../../forge/module-definitions';
import type { ModuleTexts } from '../../forge/translations';
import type { Project, User } from '../model';
import { localeTag } from './texts';

/** Heights that a module's viewportSize stands for, in CSS pixels. Assumed: Forge's documentation gives no figures. */
const VIEWPORT_HEIGHTS = { small: 112, medium: 262, large: 524, xlarge: 1048, max: 1048 } as const;

export type ScreenType = 'jira:projectPage' | 'jira:issuePanel' | 'jira:issueContext' | 'jira:adminPage' | 'jira:globalPage' | 'jira:dashboardGadget';

/** A module of the app that shows a screen, as one person sees it. */
export interface AppScreen {
  readonly key: string;
  readonly title: string;
  /** Path on the frames' origin; undefined when the module has no icon of its own. */
  readonly icon: string | undefined;
  readonly pages: readonly { readonly route: string; readonly title: string }[];
}

/** A collapsible panel under an issue's fields, as one person sees it. */
export interface IssueContextView {
  readonly key: string;
  readonly title: string;
  readonly label: string;
  readonly icon: string | undefined;
  /** As the manifest has it. */
  readonly status: ContextStatus | undefined;
  /** Whether the app is asked for the status, too. */
  readonly dynamic: boolean;
}

export interface AppPermissionView {
  /** The full key, as the permissions REST API has it. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly global: boolean;
}

const screenDefinition = z.looseObject({
  title: z.optional(z.unknown()),
  icon: z.optional(z.string()),
  viewportSize: z.optional(z.enum(['small', 'medium', 'large', 'xlarge', 'max'])),
  pages: z.optional(z.array(z.looseObject({ title: z.unknown(), route: z.string() }))),
});

/** What the site shows of the installed app: its pages, panels and permissions, in the person's language. */
export class AppModules {
  constructor(
    private readonly manifest: ForgeManifest,
    private readonly texts: ModuleTexts,
    private readonly tokens: FrameTokens,
    /** An app that is not installed has no modules. */
    private readonly isInstalled: () => boolean = () => true,
  ) {}

  /** Whether the app has something that a Rovo agent can ask for. */
  hasActions(): boolean {
    return this.isInstalled() && this.manifest.modules.some(({ type }) => type === 'action');
  }

  /** The last part of the app's ARI. */
  get appId(): string {
    return this.manifest.appId;
  }

  screens(type: ScreenType, user: User): AppScreen[] {
    return this.modules().filter((module) => module.type === type).map((module) => this.toScreen(module, user));
  }

  /** The app's workflow validators. */
  validators(user: User): { key: string; title: string }[] {
    return this.modules()
      .filter(({ type }) => type === 'jira:workflowValidator')
      .map(({ key, definition }) => ({ key, title: this.texts.text(definition['name'], localeTag(user.locale)) }));
  }

  issueContexts(user: User): IssueContextView[] {
    return (this.isInstalled() ? this.manifest.issueContexts : []).map(({ key, title, label, icon, status, dynamicFunctionKey }) => ({
      key,
      title: this.text(title, user),
      label: this.text(label, user),
      icon: iconPath(icon),
      status,
      dynamic: dynamicFunctionKey !== undefined,
    }));
  }

  /** The workflow rules that may be added in a project of this kind ("projectTypes" of the rule modules). */
  rulesFor(project: Project): WorkflowRuleDefinition[] {
    const management = project.style === 'classic' ? 'company-managed' : 'team-managed';
    return (this.isInstalled() ? this.manifest.workflowRules : []).filter(({ projectTypes }) => projectTypes.includes(management));
  }

  /** A rule's module, in whatever project it stands. */
  rule(kind: WorkflowRuleKind, key: string): WorkflowRuleDefinition | undefined {
    return (this.isInstalled() ? this.manifest.workflowRules : []).find((each) => each.kind === kind && each.key === key);
  }

  /** A text of the manifest in the person's language. */
  text(value: ManifestText, user: User): string {
    return this.texts.text(value, localeTag(user.locale));
  }

  permissions(user: User): AppPermissionView[] {
    return this.modules()
      .filter(({ type }) => type === 'jira:projectPermission' || type === 'jira:globalPermission')
      .map(({ type, key, definition }) => ({
        key: permissionKey(this.manifest.appId, key),
        name: this.texts.text(definition['name'], localeTag(user.locale)),
        description: this.texts.text(definition['description'], localeTag(user.locale)),
        global: type === 'jira:globalPermission',
      }));
  }

  /**
   * What the page needs to show a module's screen to a person, signed.
   * @param origin the shell's origin.
   * @param place the module's part of Forge's extension context: issue, project.
   * @param pageBase where the module routes on the shell; null for a panel.
   */
  frame(type: ScreenType, key: string, user: User, origin: string, place: Readonly<Record<string, unknown>>, pageBase: string | null): FrameDescription | undefined {
    const module = this.modules().find((each) => each.type === type && each.key === key);
    return module?.resource === undefined ? undefined : this.describe(type, key, module.resource, user, origin, place, pageBase);
  }

  /**
   * A rule's screen, signed. What was saved stands in the context as the text it was saved as.
   * @param place the workflow's part of Forge's extension context.
   */
  ruleFrame(rule: WorkflowRuleDefinition, screen: RuleScreen, user: User, origin: string, place: Readonly<Record<string, unknown>>, saved: string | undefined): FrameDescription | undefined {
    const resource = rule.screens[screen];
    if (resource === undefined) return undefined;
    const [type, savedAs] = rule.kind === 'validator' ? ['jira:workflowValidator', 'validatorConfig'] : ['jira:workflowCondition', 'conditionConfig'];
    const extension = { isNewEditor: true, ...place, ...(saved !== undefined && { [savedAs]: saved }) };
    return this.describe(type, rule.key, resource, user, origin, extension, null);
  }

  private modules(): readonly ForgeModule[] {
    return this.isInstalled() ? this.manifest.modules : [];
  }

  private describe(type: string, key: string, resource: string, user: User, origin: string, place: Readonly<Record<string, unknown>>, pageBase: string | null): FrameDescription | undefined {
    const src = entryPath(this.manifest, resource);
    if (src === undefined) return undefined;
    const context: ResolverContext = {
      accountId: user.accountId,
      cloudId: LOCAL_CLOUD_ID,
      siteUrl: origin,
      localId: `ari:cloud:ecosystem::extension/${this.manifest.appId}/${LOCAL_ENVIRONMENT_ID}/static/${key}`,
      environmentId: LOCAL_ENVIRONMENT_ID,
      environmentType: LOCAL_ENVIRONMENT_TYPE,
      moduleKey: key,
      locale: localeTag(user.locale),
      timezone: user.timeZone,
      theme: { colorMode: user.theme },
      extension: { type, ...place },
    };
    return {
      token: this.tokens.issue(context),
      context,
      src,
      pageBase,
      autoHeight: this.viewportHeight(key) === undefined,
      resources: allEntryPaths(this.manifest),
      permissions: { scopes: this.manifest.scopes, external: this.manifest.external },
    };
  }

  /** The fixed height of a module's frame in CSS pixels; undefined when it follows its content. */
  viewportHeight(key: string): number | undefined {
    const module = this.manifest.modules.find((each) => each.key === key);
    const size = module && z.parse(screenDefinition, module.definition).viewportSize;
    return size && VIEWPORT_HEIGHTS[size];
  }

  private toScreen(module: ForgeModule, user: User): AppScreen {
    const { title, icon, pages } = z.parse(screenDefinition, module.definition);
    const locale = localeTag(user.locale);
    return {
      key: module.key,
      title: this.texts.text(title, locale),
      icon: iconPath(icon),
      pages: (pages ?? []).map((page) => ({ route: page.route, title: this.texts.text(page.title, locale) })),
    };
  }
}

/** The path of a bundled icon on the frames' origin; any other address as it is. */
function iconPath(icon: string | undefined): string | undefined {
  return icon?.replace(/^resource:([\w-]+);(.+)$/u, '/_forge/app/$1/$2');
}
