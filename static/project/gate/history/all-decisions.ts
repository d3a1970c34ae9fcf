import type { Answer } from '../../../../src/contract/answer';
import { readHistory, readRecord } from '../../../../src/contract/gate-operations';
import { isReviewId } from '../../../../src/domain/ids';
import { call } from '../../../shared/client';
import type { Decided, GateEvent } from '../gate-view';

/** As many decisions as the section itself is given. */
const mostGiven = 100;
const verdicts = new Set(['gate.go', 'gate.conditionalGo', 'gate.noGo']);

/** Every decision of the project, newest first: those that the section has, and the older ones that only the history still names. */
export async function allDecisions(given: readonly Decided[]): Promise<Answer<readonly Decided[]>> {
  if (given.length < mostGiven) return { ok: true, data: given };
  const known = new Set(given.map(({ review }) => String(review.id)));
  const all = [...given];
  let before: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof historyPage>> = await historyPage(before);
    if (!page.ok) return page;
    for (const id of page.data.events.filter(({ event }) => verdicts.has(event)).map(reviewOf)) {
      if (id === undefined || known.has(id)) continue;
      known.add(id);
      const record = await call(readRecord, { reviewId: id });
      if (!record.ok) return record;
      const { review, decision, aftermath } = record.data;
      all.push({ review, decision, aftermath });
    }
    before = page.data.next;
  } while (before !== null);
  return { ok: true, data: all };
}

const historyPage = (before: string | null) => call(readHistory, { before });

function reviewOf({ details }: GateEvent) {
  const id = details['review'] ?? '';
  return isReviewId(id) ? id : undefined;
}
