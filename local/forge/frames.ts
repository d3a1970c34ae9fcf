import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import type { ForgeManifest, ForgeResource } from './manifest';
import { readTranslations, translationsInfo } from './translations';

/** Hosts of the two origins: the same port on two names keeps app screens strangers to the site. */
export const SHELL_HOST = 'localhost';
export const FRAME_HOST = '127.0.0.1';

export interface FrameOptions {
  readonly manifest: ForgeManifest;
  /** The manifest's folder: resource and locale paths are relative to it. */
  readonly appDirectory: string;
  /** Where `bundleBrowser` put bridge.js and theme.css. */
  readonly browserDirectory: string;
}

/**
 * The path of a resource's entry page on the frames' origin.
 * @param resource as a module names it: 'main', or 'main/plan' for the entry `plan`.
 */
export function entryPath(manifest: ForgeManifest, resource: string): string | undefined {
  const [key, entry] = splitResource(resource);
  const found = manifest.resources.get(key);
  if (found === undefined) return undefined;
  const file = entry === undefined ? 'index.html' : found.entries.get(entry);
  return file === undefined ? undefined : `/_forge/app/${key}/${file}`;
}

/** Every resource a module or a modal can name, and the path of its page. */
export function allEntryPaths(manifest: ForgeManifest): Record<string, string> {
  const names = [...manifest.resources.values()].flatMap(({ key, entries }) =>
    entries.size === 0 ? [key] : [...entries.keys()].map((entry) => `${key}/${entry}`),
  );
  return Object.fromEntries(names.map((name) => [name, entryPath(manifest, name) ?? '']));
}

/**
 * Serves app screens as Forge serves Custom UI: built files with a content security policy, the bridge put first
 * into every page, and the manifest's translations beside it. Nothing else lives on this origin.
 */
export function createFrames({ manifest, appDirectory, browserDirectory }: FrameOptions): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Cache-Control', 'no-cache');
  });
  for (const file of ['bridge.js', 'bridge.js.map', 'theme.css']) {
    app.get(`/_forge/${file}`, async (context) => {
      const content = await readIfThere(join(browserDirectory, file));
      return content === undefined ? context.text('Not built', 503) : context.body(bytes(content), 200, { 'Content-Type': typeOf(file) });
    });
  }
  app.get('/_forge/app/:resource/:path{.+}', async (context) => {
    const resource = manifest.resources.get(context.req.param('resource'));
    if (resource === undefined) return context.text('No such resource', 404);
    const path = context.req.param('path');
    const locale = /^(?:.*\/)?__LOCALES__\/([\w-]+)\.json$/u.exec(path)?.[1];
    if (locale !== undefined) return locales(locale);
    const file = insideOf(join(appDirectory, resource.path), path);
    const content = file === undefined ? undefined : await readIfThere(file);
    if (content === undefined) {
      return isEntry(resource, path) ? context.html(notBuiltPage(resource, path), 503, pageHeaders(context.req.url)) : context.text('No such file', 404);
    }
    if (!path.endsWith('.html')) return context.body(bytes(content), 200, { 'Content-Type': typeOf(path) });
    return context.html(withBridge(content.toString('utf8')), 200, pageHeaders(context.req.url));
  });
  return app;

  async function locales(name: string): Promise<Response> {
    const answer = name === 'i18n-info' ? translationsInfo(manifest) : await readTranslations(manifest, appDirectory, name);
    return answer === undefined ? new Response('No such locale', { status: 404 }) : Response.json(answer);
  }

  function pageHeaders(url: string): Record<string, string> {
    return { 'Content-Security-Policy': contentPolicy(manifest, new URL(url).port), 'Referrer-Policy': 'origin' };
  }
}

function contentPolicy(manifest: ForgeManifest, port: string): string {
  const inlineStyles = manifest.contentStyles.includes('unsafe-inline') ? " 'unsafe-inline'" : '';
  const scripts = manifest.contentScripts.map((source) => ` '${source}'`).join('');
  const connect = manifest.clientEgress.map((address) => ` ${address.includes('://') ? address : `https://${address}`}`).join('');
  return [
    "default-src 'self'",
    `script-src 'self'${scripts}`,
    `style-src 'self'${inlineStyles}`,
    `connect-src 'self'${connect}`,
    "img-src 'self' data: blob: https:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
    `frame-ancestors http://${SHELL_HOST}${port === '' ? '' : `:${port}`}`,
  ].join('; ');
}

function withBridge(html: string): string {
  const tag = '<script src="/_forge/bridge.js"></script>';
  const head = /<head[^>]*>/iu.exec(html);
  if (head === null) return tag + html;
  const at = head.index + head[0].length;
  return html.slice(0, at) + tag + html.slice(at);
}

function splitResource(resource: string): [key: string, entry: string | undefined] {
  const slash = resource.indexOf('/');
  return slash < 0 ? [resource, undefined] : [resource.slice(0, slash), resource.slice(slash + 1)];
}

function isEntry(resource: ForgeResource, path: string): boolean {
  return path === 'index.html' || [...resource.entries.values()].includes(path);
}

/** The file a request means, or undefined when it lies outside the folder. */
function insideOf(folder: string, path: string): string | undefined {
  const file = normalize(join(folder, path));
  return file.startsWith(normalize(folder) + sep) ? file : undefined;
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}

function bytes(content: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(content);
}

function typeOf(path: string): string {
  return getMimeType(path) ?? 'application/octet-stream';
}

function notBuiltPage(resource: ForgeResource, path: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not built</title></head><body>
<h1>This screen is not built</h1><p><code>${resource.path}/${path}</code> is missing. Run <code>npm run build</code>, then load the page again.</p>
<p lang="pl">Ten ekran nie jest zbudowany. Uruchom <code>npm run build</code> i wczytaj stronę ponownie.</p></body></html>`;
}
