import type { FrameDescription } from '../frame-description';
import { frameOrigin, isRecord, type FromFrame, type ToFrame } from './protocol';
import type { OpenModal } from './shell-modal';

/** One app screen on the page, in the page itself or in a modal. */
export interface Frame {
  readonly iframe: HTMLIFrameElement;
  readonly description: FrameDescription;
  /** What the opener handed to the modal's screen. */
  readonly modalContext: unknown;
  modal: OpenModal | undefined;
  /** Callbacks of `view.onClose`. */
  readonly closeCallbacks: number[];
}

/** The frames of the page. A message counts only when its window and origin are a known frame's. */
export class ShellFrames {
  readonly #modals: Frame[] = [];
  readonly #inPage = new WeakMap<HTMLIFrameElement, Frame>();

  all(): Frame[] {
    const inPage = [...document.querySelectorAll<HTMLIFrameElement>('iframe[data-frame]')].map((iframe) => this.#described(iframe));
    return [...inPage, ...this.#modals];
  }

  sender(event: MessageEvent<unknown>): Frame | undefined {
    if (event.origin !== frameOrigin(location.port)) return undefined;
    return this.all().find((frame) => frame.iframe.contentWindow === event.source);
  }

  addModal(frame: Frame): void {
    this.#modals.push(frame);
  }

  removeModal(frame: Frame): void {
    this.#modals.splice(this.#modals.indexOf(frame), 1);
  }

  #described(iframe: HTMLIFrameElement): Frame {
    const known = this.#inPage.get(iframe);
    if (known !== undefined) return known;
    const description: unknown = JSON.parse(iframe.dataset['frame'] ?? '');
    if (!isDescription(description)) throw new Error('The page describes a frame that is none.');
    const frame: Frame = { iframe, description, modalContext: undefined, modal: undefined, closeCallbacks: [] };
    this.#inPage.set(iframe, frame);
    return frame;
  }
}

/** Our own server wrote the description; this tells it from anything else that may stand there. */
function isDescription(value: unknown): value is FrameDescription {
  return isRecord(value) && typeof value['token'] === 'string' && typeof value['src'] === 'string' && isRecord(value['context']) && isRecord(value['resources']);
}

export function send(frame: Frame, message: ToFrame): void {
  frame.iframe.contentWindow?.postMessage(message, frameOrigin(location.port));
}

export function isFromFrame(data: unknown): data is FromFrame {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false;
  const has = (name: string, type: string): boolean => typeof Reflect.get(data, name) === type;
  switch (data.kind) {
    case 'call':
      return has('id', 'number') && has('command', 'string');
    case 'forget':
      return has('callback', 'number');
    case 'height':
      return has('height', 'number');
    case 'escape':
      return true;
    case 'route':
      return has('action', 'string') && has('path', 'string');
    case 'go':
      return has('delta', 'number');
    case 'reply':
      return has('id', 'number');
    case 'failure':
      return has('id', 'number') && has('message', 'string');
    default:
      return false;
  }
}
