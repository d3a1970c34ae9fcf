import * as z from 'zod/mini';
import type { Answer } from '../../src/contract/answer';
import { errorCodes } from '../../src/contract/answer';
import type { Operation, Place } from '../../src/contract/operation';

/** Where a person stands when a screen calls: `settings`, the page over all projects, the page of a project, or an issue. */
export type Spot = 'settings' | 'portfolio' | { readonly project: string } | { readonly issue: string };

const description = z.object({ token: z.string() });
const invoked = z.object({ ok: z.boolean(), value: z.optional(z.unknown()), message: z.optional(z.string()) });
const refusal = z.object({ code: z.enum(errorCodes), message: z.string(), field: z.optional(z.string()) });
const answer = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), data: z.unknown() }), z.object({ ok: z.literal(false), error: refusal })]);

/** Tokens of screens that were opened once, by site, person and page: a person who goes on working does not open the page anew for each call. */
const opened = new Map<string, string>();

/** A person who uses the site without a browser: pages, forms, and the operations of the screens on them. */
export class Visitor {
  /** @param jiraUrl the site's address, @param accountId whom the session belongs to. */
  constructor(
    private readonly jiraUrl: string,
    private readonly accountId: string,
  ) {}

  request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', `local-user=${this.accountId}`);
    return fetch(this.jiraUrl + path, { redirect: 'manual', ...init, headers });
  }

  submit(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
    return this.request(path, { method: 'POST', body: new URLSearchParams(form) });
  }

  /** The token with which the shell would call for the screen on that page; undefined where the person sees no screen. */
  async frameToken(spot: Spot): Promise<string | undefined> {
    const page = await this.request(pathOf(spot));
    const frame = /data-frame="([^"]*)"/u.exec(await page.text())?.[1];
    if (frame === undefined) return undefined;
    return description.parse(JSON.parse(frame.replace(/&quot;/gu, '"').replace(/&#39;/gu, "'").replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&amp;/gu, '&'))).token;
  }

  /** Sends an operation as the shell does, with any token; the raw response. */
  invoke(frameToken: string, functionKey: string, payload: unknown): Promise<Response> {
    return this.request('/_forge/invoke', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ frameToken, functionKey, payload }),
    });
  }

  /** Calls an operation from a screen. The answer has passed the contract's schema. */
  async call<Name extends string, At extends Place, Request, Data>(spot: Spot, operation: Operation<Name, At, Request, Data>, payload: unknown = {}): Promise<Answer<Data>> {
    const response = await this.fromOpenScreen(spot, operation.name, payload);
    const { value, message } = invoked.parse(await response.json());
    if (!response.ok) throw new Error(`${operation.name}: ${response.status} ${message ?? ''}`);
    const parsed = answer.parse(value);
    if (parsed.ok) return { ok: true, data: operation.answer.parse(parsed.data) };
    const { code, message: why, field } = parsed.error;
    return { ok: false, error: { code, message: why, ...(field === undefined ? {} : { field }) } };
  }

  /** From the screen as it was opened before, or as it is opened now where that one is not good any more. */
  private async fromOpenScreen(spot: Spot, name: string, payload: unknown): Promise<Response> {
    const place = `${this.jiraUrl} ${this.accountId} ${pathOf(spot)}`;
    const known = opened.get(place);
    if (known !== undefined) {
      const response = await this.invoke(known, name, payload);
      if (response.ok) return response;
    }
    const token = await this.frameToken(spot);
    if (token === undefined) throw new Error(`${this.accountId} sees no screen at ${pathOf(spot)}`);
    opened.set(place, token);
    return this.invoke(token, name, payload);
  }

  /** As `call`, for what has to succeed. */
  async ask<Name extends string, At extends Place, Request, Data>(spot: Spot, operation: Operation<Name, At, Request, Data>, payload: unknown = {}): Promise<Data> {
    const result = await this.call(spot, operation, payload);
    if (!result.ok) throw new Error(`${operation.name} was refused: ${JSON.stringify(result.error)}`);
    return result.data;
  }
}

/** The page on which a screen stands. */
export function pathOf(spot: Spot): string {
  if (spot === 'settings') return '/settings/apps/settings';
  if (spot === 'portfolio') return '/apps/portfolio/margins';
  return 'project' in spot ? `/projects/${spot.project}/apps/project/guidelines` : `/browse/${spot.issue}`;
}
