import { isPlainDate } from '../../plain-date';
import { RefusedRequest } from '../errors';

/** Reads the fields of a JSON body one by one and keeps every complaint, so that one answer names them all. */
export class BodyFields {
  readonly complaints: string[] = [];

  constructor(private readonly body: Readonly<Record<string, unknown>>) {}

  private present(name: string): unknown {
    const value = this.body[name];
    return value === null ? undefined : value;
  }

  private complain(message: string): undefined {
    this.complaints.push(message);
    return undefined;
  }

  text(name: string): string | undefined {
    const value = this.present(name);
    if (value === undefined || typeof value === 'string') return value;
    return this.complain(`${name} must be a string`);
  }

  requiredText(name: string): string {
    const value = this.text(name);
    if (this.present(name) === undefined || value === '') this.complain(`${name} cannot be null or empty`);
    return value ?? '';
  }

  choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.present(name);
    if (value === undefined) return undefined;
    return choices.find((choice) => choice === value) ?? this.complain(`${name} must be one of ${choices.join(', ')}`);
  }

  requiredChoice<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
    if (this.present(name) === undefined) this.complain(`${name} cannot be null`);
    return this.choice(name, choices) ?? choices[0];
  }

  date(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined || isPlainDate(value)) return value;
    return this.complain(`${name} must be a date in the form yyyy-MM-dd`);
  }

  requiredDate(name: string): string {
    if (this.present(name) === undefined) this.complain(`${name} cannot be null`);
    return this.date(name) ?? '';
  }

  /** A whole number of at least the smallest. */
  integer(name: string, smallest: number): number | undefined {
    const value = this.present(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return this.complain(`${name} must be an integer`);
    return value >= smallest ? value : this.complain(`${name} must be greater than or equal to ${smallest}`);
  }

  flag(name: string): boolean | undefined {
    const value = this.present(name);
    if (value === undefined || typeof value === 'boolean') return value;
    return this.complain(`${name} must be a boolean`);
  }

  texts(name: string): string[] {
    return this.list(name, 'strings', (item) => (typeof item === 'string' ? item : undefined));
  }

  integers(name: string): number[] {
    return this.list(name, 'integers', (item) => (typeof item === 'number' && Number.isSafeInteger(item) ? item : undefined));
  }

  choices<T extends string>(name: string, choices: readonly T[]): T[] {
    return this.list(name, choices.join(', '), (item) => choices.find((choice) => choice === item));
  }

  private list<T>(name: string, what: string, read: (item: unknown) => T | undefined): T[] {
    const value = this.present(name);
    if (value === undefined) return [];
    const items: unknown[] = Array.isArray(value) ? value : [undefined];
    const good = items.map(read).filter((item) => item !== undefined);
    if (good.length !== items.length) this.complain(`${name} must be a list of ${what}`);
    return good;
  }

  nested(name: string): BodyFields | undefined {
    const value = this.present(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.complain(`${name} must be an object`);
    return new BodyFields(Object.fromEntries(Object.entries(value)));
  }

  complainIf(condition: boolean, message: string): void {
    if (condition) this.complaints.push(message);
  }

  /** @throws RefusedRequest 400 with all the complaints, if there are any */
  finish(): void {
    if (this.complaints.length > 0) throw new RefusedRequest(400, [...new Set(this.complaints)]);
  }
}

/**
 * The fields of a JSON object sent as a body.
 * @throws RefusedRequest 400 when it is not JSON, or not an object
 */
export async function readBody(request: { text(): Promise<string> }): Promise<BodyFields> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await request.text());
  } catch {
    throw new RefusedRequest(400, ['Request body is not valid JSON']);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new RefusedRequest(400, ['Request body must be a JSON object']);
  }
  return new BodyFields(Object.fromEntries(Object.entries(parsed)));
}
