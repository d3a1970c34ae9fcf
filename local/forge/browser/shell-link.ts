import { callbackOf, isRecord, shellOrigin, type FromFrame, type ToFrame } from './protocol';

interface Settle {
  resolve(value: unknown): void;
  reject(reason: Error): void;
}

/** The frame's end of the line to the shell: calls with answers, and functions the shell may call back. */
export class ShellLink {
  readonly #origin = shellOrigin(location.port);
  readonly #waiting = new Map<number, Settle>();
  readonly #callbacks = new Map<number, (argument: unknown) => unknown>();
  #next = 1;

  /** @param notify receives what is neither an answer nor a callback: theme and location changes. */
  constructor(notify: (message: Extract<ToFrame, { kind: 'theme' | 'location' }>) => void) {
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.origin !== this.#origin || event.source !== window.parent) return;
      const message = event.data;
      if (!isFromShell(message)) return;
      if (message.kind === 'theme' || message.kind === 'location') notify(message);
      else if (message.kind === 'ask') void this.#reply(message.id, message.callback);
      else if (message.kind === 'callback') this.#callbacks.get(message.callback)?.(message.argument);
      else this.#settle(message);
    });
  }

  post(message: FromFrame): void {
    window.parent.postMessage(message, this.#origin);
  }

  /** @throws Error (rejects) with the shell's words when it refuses the command. */
  call(command: string, data: unknown): Promise<unknown> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.post({ kind: 'call', id, command, data: this.#withoutFunctions(data) });
    });
  }

  /** Calls a command that subscribes, and gives the subscription that Forge gives. */
  async subscribe(command: string, data: unknown): Promise<{ unsubscribe: () => void }> {
    const reference = callbackOf(await this.call(command, data));
    return {
      unsubscribe: () => {
        if (reference === undefined) return;
        this.#callbacks.delete(reference);
        this.post({ kind: 'forget', callback: reference });
      },
    };
  }

  async #reply(id: number, callback: number): Promise<void> {
    try {
      this.post({ kind: 'reply', id, value: await this.#callbacks.get(callback)?.(undefined) });
    } catch (error) {
      this.post({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  #settle(message: Extract<ToFrame, { kind: 'answer' | 'refusal' }>): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  }

  #withoutFunctions(data: unknown): unknown {
    if (typeof data === 'function') {
      const id = this.#next++;
      this.#callbacks.set(id, (argument) => Reflect.apply(data, undefined, [argument]));
      return { forgeCallback: id };
    }
    if (Array.isArray(data)) return data.map((item) => this.#withoutFunctions(item));
    if (!isRecord(data) || Object.getPrototypeOf(data) !== Object.prototype) return data;
    return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, this.#withoutFunctions(value)]));
  }
}

function isFromShell(data: unknown): data is ToFrame {
  const kind = isRecord(data) ? data['kind'] : undefined;
  return kind === 'answer' || kind === 'refusal' || kind === 'callback' || kind === 'ask' || kind === 'theme' || kind === 'location';
}
