import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import * as z from 'zod/mini';
import type { Database } from '../database';
import { limits } from './limits';
import { findModule, type ForgeManifest, type ForgeModule } from './manifest';
import { InvocationFailure } from './worker/pool';

const route = '/_forge/webtrigger/:id';
const idRow = z.object({ id: z.string() });
const keyRow = z.object({ module_key: z.string() });
const responseSchema = z.looseObject({
  type: z.enum(['static', 'dynamic']),
  outputs: z.optional(
    z.array(
      z.looseObject({
        key: z.string(),
        statusCode: z.number(),
        contentType: z.optional(z.string()),
        body: z.optional(z.string()),
      }),
    ),
  ),
});
const staticResult = z.looseObject({ outputKey: z.string() });
const dynamicResult = z.looseObject({
  statusCode: z.number().check(z.int(), z.gte(200), z.lte(599)),
  headers: z.optional(z.record(z.string(), z.array(z.string()))),
  body: z.optional(z.string()),
});
const nodeBindings = z.looseObject({ incoming: z.looseObject({ rawHeaders: z.array(z.string()) }) });

/** Forge's web triggers, as its page on them has requests and answers (Forge runtime reference, "Web trigger"). */
export class WebTriggers {
  readonly app = new Hono();

  constructor(
    private readonly options: {
      readonly database: Database;
      readonly manifest: ForgeManifest;
      readonly publicUrl: string;
      isInstalled(): boolean;
      run(module: ForgeModule, request: Record<string, unknown>): Promise<unknown>;
      readonly log: (line: string) => void;
    },
  ) {
    options.database.exec(
      'CREATE TABLE IF NOT EXISTS forge_webtrigger (module_key TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE) WITHOUT ROWID',
    );
    this.app.all(route, (context) => this.receive(context));
    this.app.all(`${route}/*`, (context) => this.receive(context));
  }

  /** The address of a trigger: random once, and the same ever after. */
  url(moduleKey: string): string {
    findModule(this.options.manifest, moduleKey, 'webtrigger');
    const { database, publicUrl } = this.options;
    database.prepare('INSERT OR IGNORE INTO forge_webtrigger VALUES (?, ?)').run(moduleKey, randomUUID());
    const { id } = idRow.parse(database.prepare('SELECT id FROM forge_webtrigger WHERE module_key = ?').get(moduleKey));
    return `${publicUrl}${route.replace(':id', id)}`;
  }

  /** The triggers that have an address. */
  created(): { moduleKey: string; url: string }[] {
    const rows = this.options.database.prepare('SELECT module_key FROM forge_webtrigger ORDER BY module_key').all();
    return z.array(keyRow).parse(rows).map(({ module_key }) => ({ moduleKey: module_key, url: this.url(module_key) }));
  }

  private async receive(context: Context): Promise<Response> {
    const id = context.req.param('id') ?? '';
    const found = this.options.database.prepare('SELECT module_key FROM forge_webtrigger WHERE id = ?').get(id);
    if (found === undefined || !this.options.isInstalled()) return context.body(null, 404);
    const body = await context.req.arrayBuffer();
    if (body.byteLength > limits.payloadBytes) return context.body(null, 413);
    const module = findModule(this.options.manifest, keyRow.parse(found).module_key, 'webtrigger');
    const { pathname } = new URL(context.req.url);
    try {
      const result = await this.options.run(module, {
        method: context.req.method,
        path: pathname,
        userPath: pathname.slice(pathname.indexOf(id) + id.length),
        queryParameters: context.req.queries(),
        headers: headersOf(context),
        body: Buffer.from(body).toString('utf8'),
      });
      return this.answer(module, result);
    } catch (error) {
      if (!(error instanceof InvocationFailure)) throw error;
      return new Response(null, { status: error.reason === 'timedOut' ? 504 : 500 });
    }
  }

  private answer(module: ForgeModule, result: unknown): Response {
    const declared = responseSchema.safeParse(module.definition['response']);
    if (declared.success && declared.data.type === 'static') {
      const { outputKey } = staticResult.safeParse(result).data ?? {};
      const output = declared.data.outputs?.find(({ key }) => key === outputKey);
      if (!output) return this.incompatible(module, `no outputKey of the manifest, but ${JSON.stringify(result)}`);
      return new Response(output.body ?? null, {
        status: output.statusCode,
        headers: output.contentType === undefined ? {} : { 'content-type': output.contentType },
      });
    }
    const parsed = dynamicResult.safeParse(result);
    if (!parsed.success) return this.incompatible(module, z.prettifyError(parsed.error));
    const { statusCode, headers = {}, body } = parsed.data;
    const entries = Object.entries(headers).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    );
    return new Response(body ?? null, { status: statusCode, headers: entries });
  }

  private incompatible(module: ForgeModule, what: string): Response {
    this.options.log(`error: the function of web trigger ${module.key} returned ${what}`);
    return new Response(null, { status: 500 });
  }
}

/** With the caller's own spelling of the names, where the server still has it. */
function headersOf(context: Context): Record<string, string[]> {
  const collected: Record<string, string[]> = {};
  const bindings = nodeBindings.safeParse(context.env);
  const raw = bindings.success ? bindings.data.incoming.rawHeaders : [...context.req.raw.headers].flat();
  for (let at = 0; at + 1 < raw.length; at += 2) (collected[raw[at] ?? ''] ??= []).push(raw[at + 1] ?? '');
  return collected;
}
