import { StoreConflict } from '../../ports/errors';
import type { RevisedRecords } from '../../ports/revised-records';

const tries = 5;

/** Changes what belongs to one person, who may have two windows open: what one of them wrote meanwhile is kept. @returns what stands now. */
export async function changeOwn<Content extends { readonly revision: number }>(records: RevisedRecords<Content>, subject: string, next: (before: Content) => Content): Promise<Content> {
  for (let attempt = 1; ; attempt += 1) {
    const content = next(await records.read(subject));
    try {
      await records.save(subject, content);
      return content;
    } catch (error) {
      if (!(error instanceof StoreConflict) || attempt === tries) throw error;
    }
  }
}
