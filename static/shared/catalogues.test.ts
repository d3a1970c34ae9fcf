/// <reference types="jest" />
/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const folder = join(__dirname, '../../locales');
const plural = z.strictObject({ one: z.string(), few: z.optional(z.string()), many: z.optional(z.string()), other: z.string() });
const catalogue = z.record(z.string(), z.union([z.string(), plural]));
type Text = z.infer<typeof catalogue>[string];

const read = (file: string) => catalogue.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
const forms = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text).filter((form) => form !== undefined));
const placeholders = (form: string): string[] => [...new Set(form.match(/\{[a-zA-Z]+\}/g) ?? [])].sort();

const entries = readdirSync(folder)
  .map((file) => /^(.+)\.en-US\.json$/.exec(file)?.[1])
  .filter((entry) => entry !== undefined);

describe.each(entries)('the texts of %s', (entry) => {
  const english = read(`${entry}.en-US.json`);
  const polish = read(`${entry}.pl-PL.json`);

  test('have the same keys in both languages', () => {
    expect(Object.keys(polish).sort()).toEqual(Object.keys(english).sort());
  });

  test.each(Object.keys(english))('%s has the same placeholders in every form of both languages', (key) => {
    const expected = forms(english[key] ?? '').flatMap(placeholders);
    const allowed = new Set([...expected, '{count}']);
    for (const form of [...forms(english[key] ?? ''), ...forms(polish[key] ?? '')]) {
      // A form such as "tomorrow" may do without its number, never without any other value.
      expect(placeholders(form).filter((one) => one !== '{count}')).toEqual([...new Set(expected)].filter((one) => one !== '{count}').sort());
      expect(placeholders(form).every((one) => allowed.has(one))).toBe(true);
      expect(form.trim()).toBe(form);
      expect(form).not.toBe('');
    }
  });

  test('have every plural form that Polish needs', () => {
    for (const [key, text] of Object.entries(polish)) {
      const isPlural = typeof text !== 'string';
      expect([key, isPlural]).toEqual([key, typeof english[key] !== 'string']);
      if (isPlural) expect([key, Object.keys(text).sort()]).toEqual([key, ['few', 'many', 'one', 'other']]);
    }
  });
});
