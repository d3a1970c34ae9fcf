import { isRecord } from './protocol';

/** Calls the site in the name of a frame. @throws Error in the site's words when it refuses. */
export async function askSite(path: '/_forge/invoke' | '/_forge/product' | '/_forge/dynamic-status', body: Record<string, unknown>): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (isRecord(answer) && answer['ok'] === true) return answer['value'];
  throw new Error(isRecord(answer) && typeof answer['message'] === 'string' ? answer['message'] : `The site answered ${response.status}.`);
}

/** Takes the parts of the page that hold product data afresh from the server; app screens stay as they are. */
export async function refreshProductData(): Promise<void> {
  const response = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of document.querySelectorAll<HTMLElement>('[data-refresh]')) {
    const name = part.dataset['refresh'] ?? '';
    const replacement = fresh.querySelector(`[data-refresh="${CSS.escape(name)}"]`);
    if (replacement !== null) part.replaceWith(document.adoptNode(replacement));
  }
}
