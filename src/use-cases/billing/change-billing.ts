import { billingLimits, billingProblem, type BillingDocument } from '../../domain/billing-document';
import { planImport, type GivenDocument } from '../../domain/billing-import';
import { isLineId, type LineId } from '../../domain/ids';
import type { BillingBook, BillingChange } from '../../ports/billing-store';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { companyDay } from '../company-day';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { readBilling } from './read-billing';

interface Saved {
  readonly revision: number;
  /** Null for a new one. */
  readonly id: LineId | null;
  readonly document: GivenDocument;
}

/** @throws UseCaseError `notFound` for an unknown document or a deal that is not the project's, `invalidRequest` with what is wrong, `conflict`. */
export async function saveDocument(world: World, call: ProjectCall, { revision, id, document }: Saved) {
  const [book, today, deals] = await Promise.all([bookAt(world, call, revision), companyDay(world), dealsOf(world, call)]);
  if (!deals.has(document.dealId)) throw new UseCaseError('notFound');
  if (id !== null && !book.documents.some((one) => one.id === id)) throw new UseCaseError('notFound');
  if (id === null && book.documents.length >= billingLimits.documents) throw new UseCaseError('invalidRequest', { field: 'tooMany' });
  const problem = billingProblem(document, book.documents.filter((one) => one.id !== id), today);
  if (problem !== undefined) throw new UseCaseError('invalidRequest', { field: problem });
  const saved: BillingDocument = { ...document, number: document.number.trim(), id: id ?? freshId(world) };
  await write(world, call, revision, { put: [saved], remove: [] }, id === null ? 'billing.added' : 'billing.changed', { kind: saved.kind, number: saved.number });
  return readBilling(world, call);
}

export async function removeDocument(world: World, call: ProjectCall, { revision, id }: { readonly revision: number; readonly id: LineId }) {
  const gone = (await bookAt(world, call, revision)).documents.find((one) => one.id === id);
  if (gone === undefined) throw new UseCaseError('notFound');
  await write(world, call, revision, { put: [], remove: [id] }, 'billing.removed', { kind: gone.kind, number: gone.number, amount: `${gone.amount} ${gone.currency}` });
  return readBilling(world, call);
}

/** Every row is checked before anything is written. */
export async function importDocuments(world: World, call: ProjectCall, { revision, rows }: { readonly revision: number; readonly rows: readonly GivenDocument[] }) {
  const [book, today, deals] = await Promise.all([bookAt(world, call, revision), companyDay(world), dealsOf(world, call)]);
  const ours = rows.map((given, row) => ({ given, row })).filter(({ given }) => deals.has(given.dealId));
  const { added, changed, unchanged, refused } = planImport(book.documents, ours.map(({ given }) => given), today, () => freshId(world));
  if (added.length + changed.length > 0) {
    await write(world, call, revision, { put: [...added, ...changed], remove: [] }, 'billing.imported', { added: String(added.length), changed: String(changed.length) });
  }
  return {
    book: await readBilling(world, call),
    added: added.length,
    changed: changed.length,
    unchanged,
    refused: [
      ...rows.flatMap(({ dealId }, row) => (deals.has(dealId) ? [] : [{ row, problem: 'otherDeal' as const }])),
      ...refused.map(({ row, problem }) => ({ row: ours[row]?.row ?? row, problem })),
    ].sort((a, b) => a.row - b.row),
  };
}

async function bookAt({ billing }: World, { projectId }: ProjectCall, revision: number): Promise<BillingBook> {
  const book = await billing.book(projectId);
  if (book.revision !== revision) throw new UseCaseError('conflict');
  return book;
}

const dealsOf = async ({ dealStore }: World, { projectId }: ProjectCall): Promise<ReadonlySet<string>> => new Set((await dealStore.ofProject(projectId)).map(({ deal }) => deal.id));

async function write(world: World, { projectId, accountId }: ProjectCall, revision: number, change: BillingChange, event: string, details: Readonly<Record<string, string>>): Promise<void> {
  await refuseConflict('conflict', () => world.billing.change(projectId, revision, change));
  await world.audit.append(`project:${projectId}`, [{ at: world.clock.now(), event, by: accountId, details }]);
}

function freshId({ ids }: World): LineId {
  const id = ids.next();
  if (!isLineId(id)) throw new TypeError(`${id} is no id`);
  return id;
}
