import { parse } from 'yaml';
import * as z from 'zod/mini';

/** The parts of manifest.yml that our own checks look at. */
const moduleShape = z.looseObject({
  key: z.string(),
  function: z.optional(z.string()),
  resource: z.optional(z.string()),
  queue: z.optional(z.string()),
  handler: z.optional(z.string()),
  events: z.optional(z.array(z.string())),
});
const manifestShape = z.looseObject({
  app: z.looseObject({
    runtime: z.looseObject({ name: z.string() }),
    storage: z.looseObject({
      entities: z.array(
        z.looseObject({
          name: z.string(),
          attributes: z.record(z.string(), z.unknown()),
          indexes: z.array(z.union([z.string(), z.looseObject({ name: z.string(), partition: z.optional(z.array(z.string())) })])),
        }),
      ),
    }),
  }),
  permissions: z.looseObject({ scopes: z.array(z.string()) }),
  translations: z.looseObject({ resources: z.array(z.looseObject({ key: z.string(), path: z.string() })) }),
  modules: z.record(z.string(), z.array(moduleShape)),
  resources: z.array(z.looseObject({ key: z.string(), path: z.string(), entry: z.optional(z.record(z.string(), z.string())) })),
});
export type Manifest = z.infer<typeof manifestShape>;

/** @returns the manifest, or a line for each thing that keeps it from being read. */
export function readManifest(text: string): { readonly manifest: Manifest } | { readonly problems: readonly string[] } {
  const parsed = manifestShape.safeParse(parse(text));
  return parsed.success ? { manifest: parsed.data } : { problems: parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`) };
}
