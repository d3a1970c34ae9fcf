import { decideReview, openReview, readGate } from '../../src/contract/gate-operations';
import type { Deliverable } from '../../src/domain/deliverable';
import type { Verdict } from '../../src/domain/gate';
import { projects, type ProjectName } from './small-company';
import type { TestSite } from './test-site';

interface Decision {
  readonly verdict: Verdict | { readonly kind: 'conditionalGo'; readonly conditions: readonly Readonly<Record<'id' | 'text' | 'owner' | 'dueOn', string>>[] };
  readonly reason: string;
  readonly validUntil?: string;
}

/** Opens and decides the waiting review of a deliverable, as the account manager: what is not met is waived. */
export async function decide(test: TestSite, project: ProjectName, isIt: (deliverable: Deliverable) => boolean, { verdict, reason, validUntil }: Decision): Promise<void> {
  const lena = test.as('lena');
  const spot = { project: projects[project].key };
  const { waiting } = await lena.ask(spot, readGate);
  const review = waiting.find(({ deliverable }) => isIt(deliverable));
  if (review === undefined) throw new Error('No such review waits');
  const { token, criteria } = await lena.ask(spot, openReview, { reviewId: review.id });
  const marks = criteria.map(({ criterion, finding }) => ({ criterionId: criterion.id, mark: finding === 'notMet' ? { kind: 'waived', reason: 'Known' } : { kind: 'met' } }));
  await lena.ask(spot, decideReview, { reviewId: review.id, token, verdict, reason, validUntil: validUntil ?? null, marks });
}
