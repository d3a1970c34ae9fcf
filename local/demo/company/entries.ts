/** The entries of an object that has these keys and no others, with the keys' type. */
export function entriesOf<Key extends string, Value>(object: Readonly<Record<Key, Value>>): readonly (readonly [Key, Value])[] {
  const entries: (readonly [Key, Value])[] = [];
  for (const key in object) entries.push([key, object[key]]);
  return entries;
}
