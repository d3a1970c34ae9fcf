import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { ForgeManifest } from './manifest';

interface Tree {
  readonly [key: string]: string | Tree;
}
const tree: z.ZodMiniType<Tree> = z.record(z.string(), z.union([z.string(), z.lazy(() => tree)]));

/** What Forge writes beside a resource as `__LOCALES__/i18n-info.json`; `@forge/i18n` reads its `config`. */
export function translationsInfo(manifest: ForgeManifest): { config: { locales: string[]; fallback: unknown } } | undefined {
  const { translations } = manifest;
  return translations && { config: { locales: translations.resources.map(({ key }) => key), fallback: translations.fallback } };
}

/** One locale file of the manifest, as it is; undefined when the manifest has no such locale. */
export async function readTranslations(manifest: ForgeManifest, appDirectory: string, locale: string): Promise<unknown> {
  const resource = manifest.translations?.resources.find(({ key }) => key === locale);
  return resource && JSON.parse(await readFile(join(appDirectory, resource.path), 'utf8'));
}

/**
 * Looks up the texts of module titles, which the manifest gives as `{ i18n: key }` or as plain text.
 * A key that no locale file has shows as itself, and so does every key of a locale file that is not there.
 */
export class ModuleTexts {
  readonly #locales: ReadonlyMap<string, Tree>;
  readonly #fallback: string | undefined;

  constructor(manifest: ForgeManifest, appDirectory: string) {
    this.#fallback = manifest.translations?.fallback.default;
    this.#locales = new Map(
      (manifest.translations?.resources ?? [])
        .filter(({ path }) => existsSync(join(appDirectory, path)))
        .map(({ key, path }) => [key, z.parse(tree, JSON.parse(readFileSync(join(appDirectory, path), 'utf8')))]),
    );
  }

  /** @param locale 'pl-PL'. */
  text(value: unknown, locale: string): string {
    if (typeof value === 'string') return value;
    const key = z.safeParse(z.object({ i18n: z.string() }), value).data?.i18n;
    if (key === undefined) return '';
    return this.#find(key, locale) ?? (this.#fallback === undefined ? undefined : this.#find(key, this.#fallback)) ?? key;
  }

  #find(key: string, locale: string): string | undefined {
    const texts = this.#locales.get(locale);
    if (texts === undefined) return undefined;
    const flat = texts[key];
    if (typeof flat === 'string') return flat;
    let at: string | Tree | undefined = texts;
    for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
    return typeof at === 'string' ? at : undefined;
  }
}
