import { watchContentHeight } from './content-height';
import { FrameHistory } from './frame-history';
import { FrameTheming } from './frame-theme';
import { isRecord, type FrameLocation } from './protocol';
import { ShellLink } from './shell-link';

/**
 * Runs in an app screen before anything of the app: gives `@forge/bridge` the object it looks for,
 * and carries its commands to the shell. Commands that need the screen's own window are done here.
 */
declare global {
  interface Window {
    __bridge?: { callBridge(command: string, data?: unknown): Promise<unknown> };
  }
}

const theming = new FrameTheming();
let history: FrameHistory | undefined;

const link = new ShellLink((message) => {
  if (message.kind === 'theme') theming.apply(message.colorMode);
  else history?.follow(message);
});

async function enableTheming(): Promise<void> {
  await theming.enable((await link.call('enableTheming', undefined)) === 'dark' ? 'dark' : 'light');
}

async function createHistory(): Promise<FrameHistory> {
  const initial = await link.call('createHistory', undefined);
  history ??= new FrameHistory(link, readLocation(initial));
  return history;
}

function readLocation(value: unknown): FrameLocation {
  const text = (name: string): string => (isRecord(value) && typeof value[name] === 'string' ? value[name] : '');
  return { pathname: text('pathname'), search: text('search'), hash: text('hash'), state: isRecord(value) ? value['state'] : undefined, key: text('key') };
}

window.__bridge = {
  callBridge(command, data) {
    if (command === 'enableTheming') return enableTheming();
    if (command === 'createHistory') return createHistory();
    if (command === 'on') return link.subscribe(command, data);
    return link.call(command, data);
  },
};

// Keys pressed in a frame never reach the shell, which closes its dialog by Escape.
window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) link.post({ kind: 'escape' });
});

window.addEventListener('DOMContentLoaded', () => watchContentHeight((height) => link.post({ kind: 'height', height })));
