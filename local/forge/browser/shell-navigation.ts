import { isRecord, type FrameLocation } from './protocol';

/** The shell path of a place that `router.navigate` and `router.getUrl` name (Forge bridge "router"). @throws Error for a place this site has not. */
export function pathOfTarget(place: Record<string, unknown>): string {
  const part = (name: string): string => {
    const value = place[name];
    if (typeof value !== 'string' || value === '') throw new Error(`${name} is required for this target`);
    return encodeURIComponent(value);
  };
  switch (place['target']) {
    case 'issue':
      return `/browse/${part('issueKey')}`;
    case 'projectSettingsDetails':
      return `/projects/${part('projectKey')}/settings`;
    case 'module': {
      const base = place['projectKey'] === undefined ? pathOfSite(part('moduleKey')) : `/projects/${part('projectKey')}/apps/${part('moduleKey')}`;
      const path = typeof place['path'] === 'string' ? place['path'].replace(/^\/+/, '') : '';
      return path === '' ? base : `${base}/${path}`;
    }
    default:
      throw new Error(`not modelled: navigation to ${String(place['target'])}`);
  }
}

/** A page over all projects stands in the top bar of every page; any other without a project is one of the settings. */
function pathOfSite(moduleKey: string): string {
  const isGlobal = [...document.querySelectorAll('a')].some((link) => link.getAttribute('href') === `/apps/${moduleKey}`);
  return isGlobal ? `/apps/${moduleKey}` : `/settings/apps/${moduleKey}`;
}

/** Goes where a screen asked. Only web addresses are followed. */
export function navigate(request: unknown): void {
  if (!isRecord(request)) throw new Error('navigate needs a location');
  const address = typeof request['url'] === 'string' ? request['url'] : pathOfTarget(request);
  const url = new URL(address, location.origin);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error(`not a web address: ${address}`);
  if (request['type'] === 'new-tab') window.open(url, '_blank', 'noopener');
  else location.assign(url);
}

/** Where the address bar stands, as the module whose page begins at `base` sees it. */
export function moduleLocation(base: string): FrameLocation {
  const state: unknown = window.history.state;
  const held = isRecord(state) ? state : {};
  return {
    pathname: location.pathname.slice(base.length) || '/',
    search: location.search,
    hash: location.hash,
    state: held['moduleState'],
    key: typeof held['key'] === 'string' ? held['key'] : 'default',
  };
}

/** Moves the address bar within the module's own page. @throws Error when the path would leave it. */
export function moveWithin(base: string, action: 'PUSH' | 'REPLACE', path: string, moduleState: unknown): void {
  const url = new URL(base + path, location.origin);
  if (url.origin !== location.origin || (url.pathname !== base && !url.pathname.startsWith(`${base}/`))) {
    throw new Error('a screen may only route within its own page');
  }
  const state = { moduleState, key: crypto.randomUUID().slice(0, 8) };
  if (action === 'PUSH') window.history.pushState(state, '', url);
  else window.history.replaceState(state, '', url);
  markCurrentRoute();
}

/** Shows in the sidebar which of the module's pages is open. */
export function markCurrentRoute(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-app-route]')) {
    const here = location.pathname === link.pathname || location.pathname.startsWith(`${link.pathname}/`);
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
