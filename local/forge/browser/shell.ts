import type { FromFrame } from './protocol';
import { pageBaseOf, ShellCommands } from './shell-commands';
import { ShellFlags } from './shell-flags';
import { enlivenIssueContexts } from './shell-issue-context';
import { isFromFrame, send, ShellFrames, type Frame } from './shell-frames';
import { markCurrentRoute, moduleLocation, moveWithin } from './shell-navigation';
import { enlivenPage } from './shell-page';
import { ShellTheme } from './shell-theme';
import { RuleForms } from './shell-workflow-rule';

/** Runs in every page of the site: the parent's end of the bridge. It loads before the frames do, so no message is missed. */
const theme = new ShellTheme();
const frames = new ShellFrames();
const ruleForms = new RuleForms(frames);
const commands = new ShellCommands(frames, new ShellFlags(), theme, ruleForms);

theme.watch((colorMode) => {
  for (const frame of frames.all()) send(frame, { kind: 'theme', colorMode });
});

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const frame = frames.sender(event);
  if (frame === undefined || !isFromFrame(event.data)) return;
  if (event.data.kind === 'call') void answer(frame, event.data);
  else act(frame, event.data);
});

async function answer(frame: Frame, call: Extract<FromFrame, { kind: 'call' }>): Promise<void> {
  try {
    send(frame, { kind: 'answer', id: call.id, value: await commands.run(frame, call.command, call.data) });
  } catch (error) {
    send(frame, { kind: 'refusal', id: call.id, message: error instanceof Error ? error.message : String(error) });
  }
}

function act(frame: Frame, message: Exclude<FromFrame, { kind: 'call' }>): void {
  switch (message.kind) {
    case 'height':
      if (frame.modal === undefined && frame.description.autoHeight) frame.iframe.style.height = `${message.height}px`;
      return;
    case 'escape':
      frame.modal?.escape();
      return;
    case 'forget':
      commands.unsubscribe(frame, message.callback);
      return;
    case 'route':
      moveWithin(pageBaseOf(frame), message.action, message.path, message.state);
      return;
    case 'reply':
    case 'failure':
      ruleForms.settle(message);
      return;
    case 'go':
      window.history.go(message.delta);
  }
}

function pageFrame(): Frame | undefined {
  return frames.all().find((frame) => frame.description.pageBase !== null && frame.modal === undefined);
}

function tellLocation(action: 'PUSH' | 'POP'): void {
  const frame = pageFrame();
  if (frame?.description.pageBase == null) return;
  markCurrentRoute();
  send(frame, { kind: 'location', action, location: moduleLocation(frame.description.pageBase) });
}

window.addEventListener('popstate', () => tellLocation('POP'));

// The module's pages in the sidebar change the route of the open screen instead of loading it again.
document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-app-route]') : null;
  const base = pageFrame()?.description.pageBase;
  if (link === null || base == null || !link.pathname.startsWith(`${base}/`)) return;
  event.preventDefault();
  moveWithin(base, 'PUSH', link.pathname.slice(base.length), undefined);
  tellLocation('PUSH');
});

enlivenPage(theme);
enlivenIssueContexts(frames);
