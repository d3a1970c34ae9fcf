import type { ResolverContext } from './context';

/** What the site tells the shell's script about one app screen; it crosses from the server into the page as JSON. */

export type ColourMode = 'light' | 'dark';

/** The theme as `@atlaskit/tokens` names it, with `auto` already resolved. */
export interface FrameTheme {
  readonly colorMode: ColourMode;
  readonly light: 'light';
  readonly dark: 'dark';
  readonly spacing: 'spacing';
  readonly typography: 'typography';
  readonly shape: 'shape';
}

export interface FrameDescription {
  /** Proves module, person and context to the site; the frame itself never sees it. */
  readonly token: string;
  readonly context: ResolverContext;
  /** Path of the entry on the frames' origin. */
  readonly src: string;
  /** Path on the shell under which the module routes, for page modules; null elsewhere. */
  readonly pageBase: string | null;
  /** Whether the frame grows with its content; a module with a viewport size does not. */
  readonly autoHeight: boolean;
  /** Entries a modal may open: resource as the manifest writes it, and its path. */
  readonly resources: Readonly<Record<string, string>>;
  /** What the manifest asks for, shown to the screen as its runtime permissions. */
  readonly permissions: { readonly scopes: readonly string[]; readonly external: Readonly<Record<string, unknown>> };
}

/** The iframe attributes that Forge sets for Custom UI ("Custom UI iframe", developer.atlassian.com/platform/forge/custom-ui/iframe). */
export const FRAME_SANDBOX =
  'allow-downloads allow-forms allow-modals allow-pointer-lock allow-popups allow-same-origin allow-scripts';

/** The attribute by which every theme selector of `@atlaskit/tokens` is switched on. */
export const THEME_ATTRIBUTE = 'dark:dark light:light spacing:spacing typography:typography shape:shape';
