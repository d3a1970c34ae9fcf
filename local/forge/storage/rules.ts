import type { AttributeType, EntityDefinition } from '../manifest';
import { limits } from '../limits';
import { StorageError } from './errors';
import type { JsonValue } from './requests';

const keyPattern = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const largestInteger = 2 ** 31 - 1;

/** @throws StorageError when Forge would not take the key. */
export function checkKey(key: string): void {
  if (key.length === 0) throw new StorageError('EMPTY_KEY', 'Key cannot be empty.');
  if (key.length > limits.keyCharacters) {
    throw new StorageError('KEY_TOO_LONG', `The key has more than ${limits.keyCharacters} characters.`);
  }
  if (!keyPattern.test(key)) throw new StorageError('INVALID_KEY', `The key does not match ${keyPattern.source}`);
}

/**
 * @returns the value as it is stored.
 * @throws StorageError when the value is null, too large or too deep.
 */
export function serialiseValue(value: JsonValue): string {
  if (value === null) throw new StorageError('BAD_REQUEST', 'A value is a string, number, boolean, array or object.');
  const text = JSON.stringify(value);
  if (Buffer.byteLength(text) > limits.valueBytes) {
    throw new StorageError('MAX_SIZE', `The value has more than ${limits.valueBytes} bytes.`);
  }
  if (depthOf(value, limits.valueDepth + 1) > limits.valueDepth) {
    throw new StorageError('MAX_DEPTH', `The value is nested more than ${limits.valueDepth} deep.`);
  }
  return text;
}

/** @throws StorageError when the value is not one of the entity, as the manifest declares it. */
export function checkEntityValue(entity: EntityDefinition, value: JsonValue): void {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new StorageError('INVALID_ENTITY_VALUE', `A value of entity ${entity.name} is an object.`);
  }
  for (const [name, attribute] of Object.entries(value)) {
    const type = entity.attributes.get(name);
    if (!type) throw new StorageError('INVALID_ENTITY_VALUE', `Entity ${entity.name} has no attribute "${name}".`);
    if (!isOfType(type, attribute)) {
      throw new StorageError('INVALID_ENTITY_VALUE', `Attribute "${name}" of entity ${entity.name} is not of type ${type}.`);
    }
  }
}

/** Whether a value may stand in an attribute of this type; an integer is a signed one of 32 bits. */
export function isOfType(type: AttributeType, value: JsonValue): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'float':
      return typeof value === 'number';
    case 'integer':
      return Number.isInteger(value) && Math.abs(Number(value) + 0.5) <= largestInteger + 0.5;
  }
}

function depthOf(value: JsonValue, enough: number): number {
  if (enough === 0 || value === null || typeof value !== 'object') return 0;
  let deepest = 0;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    deepest = Math.max(deepest, depthOf(inner, enough - 1));
  }
  return deepest + 1;
}
