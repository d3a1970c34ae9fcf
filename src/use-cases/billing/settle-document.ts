import type { LineId } from '../../domain/ids';
import type { PlainDate } from '../../domain/plain-date';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { UseCaseError } from '../use-case-error';
import { saveDocument } from './change-billing';

/**
 * An invoice was paid, or a protocol signed; said of the same day twice, it is written once.
 * @throws UseCaseError `notFound`, `invalidRequest` for a day that cannot be, `conflict`.
 */
export async function settleDocument(world: World, call: ProjectCall, { documentId, settledOn }: { readonly documentId: LineId; readonly settledOn: PlainDate }) {
  const book = await world.billing.book(call.projectId);
  const open = book.documents.find(({ id }) => id === documentId);
  if (open === undefined) throw new UseCaseError('notFound', { field: 'documentId' });
  if (open.settledOn === settledOn) return {};
  const { id, ...document } = open;
  await saveDocument(world, call, { revision: book.revision, id, document: { ...document, settledOn } });
  return {};
}
