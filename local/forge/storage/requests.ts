import * as z from 'zod/mini';
import { StorageError } from './errors';

/** The bodies that @forge/kvs 1.6 sends. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

const metadataField = z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']);
const readOptions = z.optional(z.object({ metadataFields: z.optional(z.array(metadataField)) }));
const ttl = z.object({
  value: z.number().check(z.int(), z.gte(1)),
  unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
});
const writeOptions = z.object({
  ttl: z.optional(ttl),
  keyPolicy: z.optional(z.enum(['OVERRIDE', 'FAIL_IF_EXISTS'])),
  returnValue: z.optional(z.enum(['PREVIOUS', 'LATEST'])),
  returnMetadataFields: z.optional(z.array(metadataField)),
});
const json: z.ZodMiniType<JsonValue> = z.json();
const condition = z.object({ condition: z.string(), values: z.array(z.union([z.string(), z.number(), z.boolean()])) });
const propertyCondition = z.extend(condition, { property: z.string() });
const conditions = z.object({
  and: z.optional(z.array(propertyCondition)),
  or: z.optional(z.array(propertyCondition)),
});
const address = { key: z.string(), entityName: z.optional(z.string()) };
const write = z.object({ ...address, value: json, options: z.optional(writeOptions) });
// In a batch or a transaction the package's types know a time to live, and no key policy.
const writeAmongOthers = z.extend(write, { options: z.optional(z.strictObject({ ttl: z.optional(ttl) })) });
const conditional = z.object({ ...address, conditions: z.optional(conditions) });

export type WriteOptions = z.infer<typeof writeOptions>;
export type MetadataField = z.infer<typeof metadataField>;
export type Condition = z.infer<typeof condition>;
export type PropertyCondition = z.infer<typeof propertyCondition>;
export type Conditions = z.infer<typeof conditions>;
export type Write = z.infer<typeof write>;

export const requests = {
  read: z.object({ ...address, options: readOptions }),
  write,
  remove: z.object(address),
  query: z.object({
    limit: z.optional(z.number()),
    after: z.optional(z.string()),
    where: z.optional(z.array(propertyCondition)),
    options: readOptions,
  }),
  entityQuery: z.object({
    entityName: z.string(),
    indexName: z.string(),
    partition: z.optional(z.array(z.union([z.string(), z.number(), z.boolean()]))),
    range: z.optional(condition),
    filters: z.optional(conditions),
    sort: z.optional(z.enum(['ASC', 'DESC'])),
    cursor: z.optional(z.string()),
    limit: z.optional(z.number()),
    options: readOptions,
  }),
  batchSet: z.array(writeAmongOthers),
  batchOf: z.array(z.object({ ...address, options: readOptions })),
  transaction: z.object({
    set: z.optional(z.array(z.extend(writeAmongOthers, { conditions: z.optional(conditions) }))),
    delete: z.optional(z.array(conditional)),
    check: z.optional(z.array(conditional)),
  }),
} as const;

export type EntityQuery = z.infer<typeof requests.entityQuery>;
export type KeyQuery = z.infer<typeof requests.query>;
export type Transaction = z.infer<typeof requests.transaction>;

/** @throws StorageError BAD_REQUEST when the body does not have the shape. */
export function parseRequest<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new StorageError('BAD_REQUEST', z.prettifyError(parsed.error));
  return parsed.data;
}
