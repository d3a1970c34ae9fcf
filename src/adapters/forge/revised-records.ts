import { StoreConflict } from '../../ports/errors';
import type { RevisedRecords } from '../../ports/revised-records';
import { RevisedState } from './revised-state';

/** @param kind keeps its subjects apart from those of other kinds. */
export const createRevisedRecords = <Content extends { readonly revision: number }>(kind: string, initial: Content): RevisedRecords<Content> => ({
  read: (subject) => new RevisedState<Content>(`${kind}:${subject}`, initial).read(),
  save: async (subject, next) => {
    await new RevisedState<Content>(`${kind}:${subject}`, initial).change((now) => {
      if (now.revision !== next.revision - 1) throw new StoreConflict(kind);
      return next;
    });
  },
});
