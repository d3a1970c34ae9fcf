import { statusStyle } from '../context-status';
import type { ContextStatus } from '../module-definitions';
import { isRecord } from './protocol';
import type { ShellFrames } from './shell-frames';
import { askSite } from './shell-server';

/**
 * Issue contexts: the screen loads when its panel is opened for the first time, and the app is asked for the
 * status then and whenever the panel is closed ("Jira issue context" of Forge, dynamic properties).
 */
export function enlivenIssueContexts(frames: ShellFrames): void {
  const asked = new WeakMap<HTMLElement, number>();
  // The event does not bubble, so it is caught on its way down.
  document.addEventListener(
    'toggle',
    (event) => {
      const panel = event.target;
      if (!(panel instanceof HTMLDetailsElement) || panel.dataset['issueContext'] === undefined) return;
      const iframe = panel.querySelector<HTMLIFrameElement>('iframe[data-src]');
      if (iframe === null) return;
      const first = panel.open && !iframe.hasAttribute('src');
      if (first) iframe.src = iframe.dataset['src'] ?? '';
      if (panel.dataset['issueContext'] === 'dynamic' && (first || !panel.open)) void refreshStatus(panel, iframe);
    },
    true,
  );

  async function refreshStatus(panel: HTMLElement, iframe: HTMLIFrameElement): Promise<void> {
    const place = panel.querySelector<HTMLElement>('[data-context-status]');
    const frame = frames.all().find((each) => each.iframe === iframe);
    if (place === null || frame === undefined) return;
    const turn = (asked.get(panel) ?? 0) + 1;
    asked.set(panel, turn);
    const status = await statusOf(frame.description.token, place);
    // A later question may have been answered sooner.
    if (asked.get(panel) !== turn) return;
    place.hidden = status === undefined;
    place.textContent = status?.label ?? '';
    place.style.cssText = status === undefined ? '' : statusStyle(status);
  }
}

/** What the app says now; what the manifest says when it says nothing. */
async function statusOf(frameToken: string, place: HTMLElement): Promise<ContextStatus | undefined> {
  try {
    const status = await askSite('/_forge/dynamic-status', { frameToken });
    if (isStatus(status)) return status;
  } catch {
    // The person is no worse off than without dynamic properties.
  }
  const declared: unknown = JSON.parse(place.dataset['contextStatus'] ?? 'null');
  return isStatus(declared) ? declared : undefined;
}

/** Our own server made it. */
function isStatus(value: unknown): value is ContextStatus {
  return isRecord(value) && (value['type'] === 'badge' || value['type'] === 'lozenge') && typeof value['label'] === 'string';
}
