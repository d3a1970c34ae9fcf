import type { FrameLocation, HistoryAction, ToFrame } from './protocol';
import type { ShellLink } from './shell-link';

type Listener = (location: FrameLocation, action: HistoryAction) => void;

/**
 * The history object that `view.createHistory()` gives (Forge bridge "view", developer.atlassian.com;
 * the interface of history 4): paths are relative to the module's own page, and the shell's address bar follows.
 */
export class FrameHistory {
  location: FrameLocation;
  action: HistoryAction = 'POP';
  readonly #link: ShellLink;
  readonly #listeners = new Set<Listener>();

  constructor(link: ShellLink, initial: FrameLocation) {
    this.#link = link;
    this.location = initial;
  }

  readonly listen = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly push = (to: string | Partial<FrameLocation>, state?: unknown): void => this.#route('PUSH', to, state);
  readonly replace = (to: string | Partial<FrameLocation>, state?: unknown): void => this.#route('REPLACE', to, state);
  readonly go = (delta: number): void => this.#link.post({ kind: 'go', delta });
  readonly goBack = (): void => this.go(-1);
  readonly goForward = (): void => this.go(1);
  readonly back = this.goBack;
  readonly forward = this.goForward;
  readonly createHref = (to: string | Partial<FrameLocation>): string => hrefOf(resolve(to, this.location));
  readonly block = (): never => {
    throw new Error('not modelled: history.block');
  };

  /** Takes a change that began outside the screen: a link of the shell, or the browser's own back and forward. */
  follow(message: Extract<ToFrame, { kind: 'location' }>): void {
    this.#move(message.action, message.location);
  }

  #route(action: 'PUSH' | 'REPLACE', to: string | Partial<FrameLocation>, state: unknown): void {
    const location = { ...resolve(to, this.location), state: state ?? (typeof to === 'string' ? undefined : to.state) };
    this.#link.post({ kind: 'route', action, path: hrefOf(location), state: location.state });
    this.#move(action, location);
  }

  #move(action: HistoryAction, location: FrameLocation): void {
    this.action = action;
    this.location = location;
    for (const listener of this.#listeners) listener(location, action);
  }
}

function resolve(to: string | Partial<FrameLocation>, from: FrameLocation): FrameLocation {
  const path = typeof to === 'string' ? to : `${to.pathname ?? from.pathname}${to.search ?? ''}${to.hash ?? ''}`;
  const url = new URL(path, `http://frame${hrefOf(from)}`);
  return { pathname: url.pathname, search: url.search, hash: url.hash, state: undefined, key: crypto.randomUUID().slice(0, 8) };
}

function hrefOf(location: FrameLocation): string {
  return `${location.pathname}${location.search}${location.hash}`;
}
