import { callbackOf, isRecord } from './protocol';

const DISMISS_AFTER_MS = 8_000;
const KINDS = ['info', 'success', 'warning', 'error'];
const SIGNS: Readonly<Record<string, string>> = { info: 'i', success: '✓', warning: '!', error: '!' };

/** The messages an app puts in the page's corner (Forge bridge "showFlag"). A flag with a known id replaces the old one. */
export class ShellFlags {
  readonly #timers = new Map<string, number>();

  show(options: Record<string, unknown>, runAction: (callback: number) => void): void {
    const id = String(options['id']);
    this.close(id);
    const kind = KINDS.find((known) => known === (options['appearance'] ?? options['type'])) ?? 'info';
    const flag = element('div', 'flag', `flag-${kind}`);
    flag.dataset['flag'] = id;
    flag.setAttribute('role', kind === 'error' ? 'alert' : 'status');
    const sign = element('span', 'flag-sign');
    sign.textContent = SIGNS[kind] ?? 'i';
    sign.setAttribute('aria-hidden', 'true');
    const words = element('div', 'flag-words');
    addText(words, 'strong', options['title']);
    addText(words, 'p', options['description']);
    this.#addActions(words, options['actions'], runAction);
    const close = element('button', 'flag-close');
    close.textContent = '×';
    close.setAttribute('aria-label', document.body.dataset['closeLabel'] ?? 'Close');
    close.addEventListener('click', () => this.close(id));
    flag.append(sign, words, close);
    flagRegion().append(flag);
    if (options['isAutoDismiss'] === true) this.#timers.set(id, window.setTimeout(() => this.close(id), DISMISS_AFTER_MS));
  }

  close(id: string): void {
    window.clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    document.querySelector(`[data-flag="${CSS.escape(id)}"]`)?.remove();
  }

  #addActions(words: HTMLElement, actions: unknown, runAction: (callback: number) => void): void {
    if (!Array.isArray(actions)) return;
    for (const action of actions) {
      if (!isRecord(action)) continue;
      const callback = callbackOf(action['onClick']);
      const button = element('button', 'flag-action');
      button.textContent = String(action['text']);
      button.addEventListener('click', () => {
        if (callback !== undefined) runAction(callback);
      });
      words.append(button);
    }
  }
}

function flagRegion(): HTMLElement {
  const present = document.querySelector<HTMLElement>('.flags');
  if (present !== null) return present;
  const region = element('div', 'flags');
  document.body.append(region);
  return region;
}

function element(name: 'div' | 'span' | 'button', ...classes: string[]): HTMLElement {
  const made = document.createElement(name);
  made.classList.add(...classes);
  return made;
}

function addText(parent: HTMLElement, name: 'strong' | 'p', text: unknown): void {
  if (typeof text !== 'string' || text === '') return;
  const made = document.createElement(name);
  made.textContent = text;
  parent.append(made);
}
