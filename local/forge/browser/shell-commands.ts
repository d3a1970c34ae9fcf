import { callbackOf, isRecord } from './protocol';
import type { ShellFlags } from './shell-flags';
import { send, type Frame, type ShellFrames } from './shell-frames';
import { openModal } from './shell-modal';
import { moduleLocation, navigate, pathOfTarget } from './shell-navigation';
import { askSite, refreshProductData } from './shell-server';
import type { ShellTheme } from './shell-theme';
import type { RuleForms } from './shell-workflow-rule';

interface Subscription {
  readonly frame: Frame;
  readonly event: string;
  readonly callback: number;
}

type Command = (frame: Frame, data: unknown) => unknown;

/** What the shell does for each command of `@forge/bridge` 7, and for the one of `@forge/jira-bridge` that workflow rules use; any other is refused by name. */
export class ShellCommands {
  readonly #subscriptions: Subscription[] = [];
  readonly #commands: ReadonlyMap<string, Command>;

  constructor(
    private readonly frames: ShellFrames,
    private readonly flags: ShellFlags,
    private readonly theme: ShellTheme,
    private readonly ruleForms: RuleForms,
  ) {
    this.#commands = new Map<string, Command>([
      ['invoke', (frame, data) => this.#invoke(frame, fields(data))],
      ['fetchProduct', (frame, data) => this.#fetchProduct(frame, fields(data))],
      ['getContext', (frame) => this.#context(frame)],
      ['getFrameId', (frame) => frame.description.context.localId],
      ['enableTheming', () => this.theme.mode],
      ['createHistory', (frame) => moduleLocation(pageBaseOf(frame))],
      ['getUrl', (_frame, data) => location.origin + pathOfTarget(fields(data))],
      ['navigate', (_frame, data) => navigate(data)],
      ['reload', () => location.reload()],
      ['refresh', () => refreshProductData()],
      ['changeWindowTitle', (_frame, title) => changeTitle(title)],
      ['emitReadyEvent', (frame) => { frame.iframe.dataset['ready'] = 'true'; }],
      ['emit', (_frame, data) => this.#emit(fields(data))],
      ['on', (frame, data) => this.#subscribe(frame, fields(data))],
      ['showFlag', (frame, data) => this.flags.show(fields(data), (callback) => send(frame, { kind: 'callback', callback, argument: undefined }))],
      ['closeFlag', (_frame, data) => this.flags.close(String(fields(data)['id']))],
      ['openModal', (frame, data) => this.#openModal(frame, fields(data))],
      ['onClose', (frame, callback) => registerClose(frame, callback)],
      ['close', (frame, payload) => closeView(frame, payload)],
      ['setWorkflowRuleConfigurationCallback', (frame, data) => this.ruleForms.register(frame, callbackOf(fields(fields(data)['data'])['onConfigure']))],
      // Forge submits field and configuration views only, and this site has none of them.
      ['submit', () => false],
    ]);
  }

  async run(frame: Frame, command: string, data: unknown): Promise<unknown> {
    const known = this.#commands.get(command);
    if (known === undefined) throw new Error(`not modelled: ${command}`);
    return known(frame, data);
  }

  unsubscribe(frame: Frame, callback: number): void {
    const at = this.#subscriptions.findIndex((item) => item.frame === frame && item.callback === callback);
    if (at >= 0) this.#subscriptions.splice(at, 1);
  }

  #invoke(frame: Frame, data: Record<string, unknown>): Promise<unknown> {
    if (data['metadata'] !== undefined) throw new Error('not modelled: invoke with metadata');
    return askSite('/_forge/invoke', {
      frameToken: frame.description.token,
      functionKey: data['functionKey'],
      payload: data['payload'],
    });
  }

  #fetchProduct(frame: Frame, data: Record<string, unknown>): Promise<unknown> {
    if (data['product'] !== 'jira') throw new Error(`not modelled: requests to ${String(data['product'])}`);
    if (data['isMultipartFormData'] === true) throw new Error('not modelled: multipart requests to jira');
    const init = fields(data['fetchRequestInit']);
    return askSite('/_forge/product', {
      frameToken: frame.description.token,
      path: data['restPath'],
      method: init['method'] ?? 'GET',
      headers: init['headers'] ?? [],
      body: init['body'] ?? null,
    });
  }

  #context(frame: Frame): unknown {
    const { context, permissions } = frame.description;
    const extension = frame.modalContext === undefined ? context.extension : { ...context.extension, modal: frame.modalContext };
    return {
      ...context,
      extension,
      permissions,
      theme: { colorMode: this.theme.mode, light: 'light', dark: 'dark', spacing: 'spacing', typography: 'typography', shape: 'shape' },
      surfaceColor: null,
      userAccess: { enabled: false, hasAccess: true },
    };
  }

  #emit({ event, payload }: Record<string, unknown>): void {
    for (const { frame, callback } of this.#subscriptions.filter((item) => item.event === event)) {
      send(frame, { kind: 'callback', callback, argument: payload });
    }
  }

  #subscribe(frame: Frame, data: Record<string, unknown>): unknown {
    const callback = callbackOf(data['callback']);
    if (callback === undefined) throw new Error('on needs a callback');
    this.#subscriptions.push({ frame, event: String(data['event']), callback });
    return data['callback'];
  }

  #openModal(opener: Frame, data: Record<string, unknown>): boolean {
    const resource = data['resource'];
    const src = typeof resource === 'string' ? opener.description.resources[resource] : opener.description.src;
    if (src === undefined) throw new Error(`the manifest has no resource ${String(resource)}`);
    const onClose = callbackOf(data['onClose']);
    const modal = openModal({
      src,
      size: data['size'],
      title: typeof data['title'] === 'string' ? data['title'] : '',
      closeOnEscape: data['closeOnEscape'] !== false,
      closeOnOverlayClick: data['closeOnOverlayClick'] !== false,
      onClose: (payload) => {
        for (const callback of frame.closeCallbacks) send(frame, { kind: 'callback', callback, argument: payload });
        this.frames.removeModal(frame);
        this.#forgetFrame(frame);
        if (onClose !== undefined) send(opener, { kind: 'callback', callback: onClose, argument: payload });
      },
    });
    const frame: Frame = { iframe: modal.iframe, description: opener.description, modalContext: data['context'] ?? {}, modal, closeCallbacks: [] };
    this.frames.addModal(frame);
    return true;
  }

  #forgetFrame(frame: Frame): void {
    for (const item of this.#subscriptions.filter((held) => held.frame === frame)) this.unsubscribe(frame, item.callback);
  }
}

function fields(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw new Error('the command needs an object');
  return value;
}

/** @throws Error for a module that has no page of its own, and for a modal. */
export function pageBaseOf(frame: Frame): string {
  if (frame.description.pageBase === null || frame.modal !== undefined) {
    throw new Error('history is for page modules only');
  }
  return frame.description.pageBase;
}

function changeTitle(title: unknown): void {
  if (typeof title !== 'string') throw new Error('the title must be a string');
  document.title = title;
}

function registerClose(frame: Frame, callback: unknown): boolean {
  const reference = callbackOf(callback);
  if (frame.modal === undefined || reference === undefined) return false;
  frame.closeCallbacks.push(reference);
  return true;
}

function closeView(frame: Frame, payload: unknown): boolean {
  if (frame.modal === undefined) return false;
  frame.modal.close(payload);
  return true;
}
