import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { FieldFacts } from '../describe/field-facts';
import { canonicalId } from '../record-ids';
import { NotModelledError } from '../soql/errors';
import { WriteError } from './write-error';

/** Largest request that is no multipart message: 50 MB (REST API Developer Guide, "Insert or Update Blob Data"). */
const LARGEST_BODY = 52_428_800;

const jsonObject = z.record(z.string(), z.unknown());

/** The fields of a write: known, allowed, and of their types; null where the request says so. */
export class WrittenFields {
  private constructor(private readonly values: ReadonlyMap<string, string | boolean | null>) {}

  /**
   * Reads the body of a create or update.
   * @throws WriteError @throws NotModelledError
   */
  static async read(context: Context, objectName: string, known: readonly FieldFacts[], use: 'create' | 'update'): Promise<WrittenFields> {
    const type = context.req.header('content-type') ?? '';
    if (/^multipart\//i.test(type)) throw new NotModelledError(`multipart request to ${objectName}`);
    if (!/^application\/json\b/i.test(type)) throw new WriteError('UNSUPPORTED_MEDIA_TYPE', `Content-Type header specified in HTTP request is not supported: ${type || 'none'}`, undefined, 415);
    // The documentation names the limit and not the error; 413 is what HTTP has for it.
    if (Number(context.req.header('content-length') ?? 0) > LARGEST_BODY) throw tooLarge();
    const text = await context.req.text();
    if (text.length > LARGEST_BODY) throw tooLarge();
    const values = new Map<string, string | boolean | null>();
    for (const [written, value] of Object.entries(parsed(text))) {
      if (written === 'attributes') continue;
      const field = known.find(({ name }) => name.toLowerCase() === written.toLowerCase());
      if (field === undefined) throw new WriteError('INVALID_FIELD', `No such column '${written}' on sobject of type ${objectName}`);
      if (field.type === 'id') {
        throw use === 'create'
          ? new WriteError('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id'])
          : new WriteError('INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
      }
      if (use === 'create' ? !field.createable : !field.updateable) {
        throw new WriteError('INVALID_FIELD_FOR_INSERT_UPDATE',
          `Unable to create/update fields: ${field.name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`, [field.name]);
      }
      values.set(field.name, checkedValue(field, value));
    }
    return new WrittenFields(values);
  }

  has(field: string): boolean {
    return this.values.has(field);
  }

  text(field: string): string | undefined {
    const value = this.values.get(field);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  flag(field: string): boolean | undefined {
    const value = this.values.get(field);
    return typeof value === 'boolean' ? value : undefined;
  }

  /** @throws WriteError which names all that are missing */
  require(...fields: readonly string[]): void {
    const missing = fields.filter((field) => this.text(field) === undefined);
    if (missing.length > 0) throw new WriteError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
  }

  /** In an update a field that is required may be left out and may not be emptied. @throws WriteError */
  refuseEmpty(field: string): void {
    if (this.has(field)) this.require(field);
  }
}

export function tooLarge(): WriteError {
  return new WriteError('REQUEST_ENTITY_TOO_LARGE', `Maximum size of request reached. Maximum size of request is ${LARGEST_BODY} bytes`, undefined, 413);
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new WriteError('JSON_PARSER_ERROR', error instanceof Error ? error.message : 'The body is no JSON.');
  }
  const object = jsonObject.safeParse(value);
  if (!object.success || Array.isArray(value)) throw new WriteError('JSON_PARSER_ERROR', 'The HTTP entity body is required to be an object of fields.');
  return object.data;
}

function checkedValue(field: FieldFacts, value: unknown): string | boolean | null {
  if (value === null) {
    if (field.type === 'boolean') throw new WriteError('INVALID_FIELD_FOR_INSERT_UPDATE', `${field.name}: cannot be null`, [field.name]);
    return null;
  }
  if (field.type === 'boolean') {
    if (typeof value !== 'boolean') throw cannotDeserialize(field, value);
    return value;
  }
  if (typeof value !== 'string') throw cannotDeserialize(field, value);
  if (field.type === 'reference') {
    const id = canonicalId(value);
    if (id === undefined && value !== '') throw new WriteError('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, [field.name]);
    return id ?? null;
  }
  if (field.restrictedPicklist && value !== '' && !field.picklist.includes(value)) throw badPicklistValue(field, value);
  if (field.length > 0 && value.length > field.length) {
    throw new WriteError('STRING_TOO_LONG', `${field.label}: data value too large: ${value.slice(0, 100)} (max length=${field.length})`, [field.name]);
  }
  return value;
}

function cannotDeserialize(field: FieldFacts, value: unknown): WriteError {
  return new WriteError('JSON_PARSER_ERROR', `Cannot deserialize instance of ${field.type} from value ${JSON.stringify(value).slice(0, 100)} or request may be missing a required field`);
}

/** A value that a restricted picklist does not have. */
export function badPicklistValue(field: Pick<FieldFacts, 'name' | 'label'>, value: string): WriteError {
  return new WriteError('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', `${field.label}: bad value for restricted picklist field: ${value}`, [field.name]);
}
