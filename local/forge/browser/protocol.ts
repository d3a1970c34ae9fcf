/** Messages between an app screen and the shell. Both ends check the other's origin and window before they read one. */

export interface FrameLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state: unknown;
  readonly key: string;
}

export type HistoryAction = 'PUSH' | 'REPLACE' | 'POP';

export type FromFrame =
  | { readonly kind: 'call'; readonly id: number; readonly command: string; readonly data: unknown }
  | { readonly kind: 'forget'; readonly callback: number }
  | { readonly kind: 'height'; readonly height: number }
  | { readonly kind: 'escape' }
  | { readonly kind: 'route'; readonly action: 'PUSH' | 'REPLACE'; readonly path: string; readonly state: unknown }
  | { readonly kind: 'go'; readonly delta: number }
  /** What a callback gave that the shell asked for; undefined is kept, as structured clones do. */
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

export type ToFrame =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly message: string }
  | { readonly kind: 'callback'; readonly callback: number; readonly argument: unknown }
  /** A callback whose result the shell waits for. */
  | { readonly kind: 'ask'; readonly id: number; readonly callback: number }
  | { readonly kind: 'theme'; readonly colorMode: 'light' | 'dark' }
  | { readonly kind: 'location'; readonly action: HistoryAction; readonly location: FrameLocation };

/** Stands for a function of the screen, which cannot cross between windows. */
export interface CallbackReference {
  readonly forgeCallback: number;
}

const SHELL_HOST = 'localhost';
const FRAME_HOST = '127.0.0.1';

/** The shell's origin; it shares the port with the frames and differs in host, so the two are strangers to the browser. */
export function shellOrigin(port: string): string {
  return `http://${SHELL_HOST}${port === '' ? '' : `:${port}`}`;
}

/** The origin all app screens are served from. */
export function frameOrigin(port: string): string {
  return `http://${FRAME_HOST}${port === '' ? '' : `:${port}`}`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a value as the reference that {@link CallbackReference} describes; undefined when it is none. */
export function callbackOf(value: unknown): number | undefined {
  const id = isRecord(value) ? value['forgeCallback'] : undefined;
  return typeof id === 'number' ? id : undefined;
}
