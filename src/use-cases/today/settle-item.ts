import { namedBy, type Subject } from '../../domain/attention/attention-item';
import type { DealId, LineId } from '../../domain/ids';
import type { PlainDate } from '../../domain/plain-date';
import type { World } from '../../ports/world';
import { saveDocument } from '../billing/change-billing';
import type { ProjectCall, SiteCall } from '../call';
import { answerThreat } from '../margin/answer-threat';
import { syncDealNow } from '../planner/sync-deal-now';
import { UseCaseError } from '../use-case-error';

interface OfProject {
  readonly subject: Subject;
}

/**
 * The page over all projects has no project in its context, so the id comes from the payload, and Jira is asked whether the caller
 * sets guidelines there before anything else.
 * @throws UseCaseError `notFound` where they do not, so that nobody learns of a project by asking.
 */
async function inProject({ tracker }: World, call: SiteCall, subject: Subject): Promise<ProjectCall> {
  const named = namedBy(subject);
  if (named?.kind !== 'project' || !(await tracker.may('setGuidelines', named.projectId))) throw new UseCaseError('notFound');
  return { ...call, projectId: named.projectId };
}

/** @throws UseCaseError `notFound`, and as `answerThreat`. */
export async function answerThreatOf(world: World, call: SiteCall, { subject, plan }: OfProject & { readonly plan: string }) {
  await answerThreat(world, await inProject(world, call, subject), { plan });
  return {};
}

/** @throws UseCaseError as `syncDealNow`. */
export async function retryDeal(world: World, call: SiteCall, { subject, dealId }: OfProject & { readonly dealId: DealId }) {
  await syncDealNow(world, await inProject(world, call, subject), { dealId });
  return {};
}

/** An invoice was paid, or a protocol signed. @throws UseCaseError `notFound`, `invalidRequest` for a day that cannot be, `conflict`. */
export async function settlePayment(world: World, call: SiteCall, { subject, documentId, settledOn }: OfProject & { readonly documentId: LineId; readonly settledOn: PlainDate }) {
  const there = await inProject(world, call, subject);
  const book = await world.billing.book(there.projectId);
  const open = book.documents.find(({ id }) => id === documentId);
  if (open === undefined) throw new UseCaseError('notFound');
  const { id, ...document } = open;
  await saveDocument(world, there, { revision: book.revision, id, document: { ...document, settledOn } });
  return {};
}
