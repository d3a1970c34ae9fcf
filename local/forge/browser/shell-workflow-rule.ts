import { isRecord, type FromFrame } from './protocol';
import { send, type Frame, type ShellFrames } from './shell-frames';

/** The mark of an iframe in which a rule is being configured, not merely shown. */
const CONFIGURED = 'iframe[data-rule-screen]';

/**
 * The forms in which a workflow rule is added or changed: the button of the page asks the screen for its
 * configuration by the callback that the screen gave to `workflowRules.onConfigure` (Forge Jira bridge, "workflowRules").
 */
export class RuleForms {
  readonly #callbacks = new WeakMap<HTMLIFrameElement, number>();
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #next = 1;

  constructor(private readonly frames: ShellFrames) {
    document.addEventListener('submit', (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement)) return;
      const iframe = form.querySelector<HTMLIFrameElement>(CONFIGURED);
      if (iframe === null) return;
      event.preventDefault();
      void this.#save(form, iframe);
    });
  }

  /** `setWorkflowRuleConfigurationCallback` of @forge/jira-bridge; false where no rule is configured, which the package turns into an error. */
  register(frame: Frame, callback: number | undefined): boolean {
    if (callback === undefined || !frame.iframe.matches(CONFIGURED)) return false;
    this.#callbacks.set(frame.iframe, callback);
    return true;
  }

  settle(message: Extract<FromFrame, { kind: 'reply' | 'failure' }>): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'reply') waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  }

  async #save(form: HTMLFormElement, iframe: HTMLIFrameElement): Promise<void> {
    const button = form.querySelector<HTMLButtonElement>('button[data-save]');
    if (button?.disabled === true) return;
    if (button !== null) button.disabled = true;
    tell(form, '');
    try {
      const configuration = await this.#configurationOf(iframe, form);
      // A screen that gives undefined does not want the form to be sent.
      if (configuration === undefined) return;
      const answer: unknown = await (await fetch(form.action, { method: 'POST', body: new URLSearchParams({ configuration }) })).json();
      if (isRecord(answer) && typeof answer['location'] === 'string') location.assign(answer['location']);
      else tell(form, isRecord(answer) && typeof answer['message'] === 'string' ? answer['message'] : '');
    } catch (error) {
      tell(form, error instanceof Error ? error.message : String(error));
    } finally {
      if (button !== null) button.disabled = false;
    }
  }

  async #configurationOf(iframe: HTMLIFrameElement, form: HTMLFormElement): Promise<string | undefined> {
    const frame = this.frames.all().find((each) => each.iframe === iframe);
    const callback = this.#callbacks.get(iframe);
    if (frame === undefined || callback === undefined) throw new Error(form.dataset['notReady']);
    const value = await new Promise<unknown>((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      send(frame, { kind: 'ask', id, callback });
    });
    if (value !== undefined && typeof value !== 'string') throw new Error(form.dataset['noText']);
    return value;
  }
}

function tell(form: HTMLFormElement, message: string): void {
  const place = form.querySelector('[role="alert"]');
  if (place !== null) place.textContent = message;
}
