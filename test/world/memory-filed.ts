import { StoreConflict } from '../../src/ports/errors';
import type { Filed, FiledRecords } from '../../src/ports/filed-records';
import type { RevisedRecords } from '../../src/ports/revised-records';
import type { MemoryStorage, MemoryTable } from './memory-storage';

/** Records of one kind, as `createFiledRecords` keeps them. */
export function memoryFiled<Content>(storage: MemoryStorage, kind: string, table: MemoryTable<Filed<Content>>): FiledRecords<Content> {
  const keyOf = (owner: string, id: string): string => `${owner}:${id}`;
  const byTime = (a: Filed<Content>, b: Filed<Content>): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
  const require = (owner: string, id: string, revision: number): void => {
    if ((table.get(keyOf(owner, id))?.revision ?? 0) !== revision) throw new StoreConflict(kind);
  };
  return {
    one: async (owner, id) => table.get(keyOf(owner, id)),
    ofOwner: async (owner, most) => table.all().filter((filed) => filed.owner === owner).sort((a, b) => byTime(b, a)).slice(0, most),
    inList: async (list, most, upTo) => table.all().filter((filed) => filed.list === list && (upTo === undefined || filed.at <= upTo)).sort(byTime).slice(0, most),
    inListFrom: async (list, from, most) => table.all().filter((filed) => filed.list === list && filed.at >= from).sort(byTime).slice(0, most),
    async save(filed) {
      require(filed.owner, filed.id, filed.revision - 1);
      storage.write(table.put(keyOf(filed.owner, filed.id), filed));
    },
    async remove(owner, id, revision) {
      require(owner, id, revision);
      storage.write(table.put(keyOf(owner, id), undefined));
    },
  };
}

/** Records of one kind, as `createRevisedRecords` keeps them. */
export function memoryRevised<Content extends { readonly revision: number }>(storage: MemoryStorage, kind: string, table: MemoryTable<Content>, initial: Content): RevisedRecords<Content> {
  const read = (subject: string): Content => table.get(subject) ?? initial;
  return {
    read: async (subject) => read(subject),
    async save(subject, content) {
      if (read(subject).revision !== content.revision - 1) throw new StoreConflict(kind);
      storage.write(table.put(subject, content));
    },
  };
}
