import type { Answer } from '../../../../src/contract/answer';
import { readHistory, readRecord } from '../../../../src/contract/gate-operations';
import { isReviewId, type ReviewId } from '../../../../src/domain/ids';
import type { Decided, GateEvent } from '../../../gate/gate-view';
import { call } from '../../../shared/client';
import { mostDecided } from '../gate-figures';

/** Records that are asked for at once: few enough for Jira, and a project of a thousand decisions is still there in a minute. */
const atOnce = 8;
const verdicts = new Set(['gate.go', 'gate.conditionalGo', 'gate.noGo']);

/** Every decision of the project, newest first: those that the section has, and the older ones that only the history still names. */
export async function allDecisions(given: readonly Decided[]): Promise<Answer<readonly Decided[]>> {
  if (given.length < mostDecided) return { ok: true, data: given };
  const known = new Set<ReviewId>(given.map(({ review }) => review.id));
  const all = [...given];
  let before: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof historyPage>> = await historyPage(before);
    if (!page.ok) return page;
    const ids = page.data.events.filter(({ event }) => verdicts.has(event)).flatMap(reviewOf).filter((id) => !known.has(id));
    for (let start = 0; start < ids.length; start += atOnce) {
      for (const record of await Promise.all(ids.slice(start, start + atOnce).map((reviewId) => call(readRecord, { reviewId })))) {
        if (!record.ok) return record;
        const { review, decision, aftermath } = record.data;
        known.add(review.id);
        all.push({ review, decision, aftermath });
      }
    }
    before = page.data.next;
  } while (before !== null);
  return { ok: true, data: all };
}

const historyPage = (before: string | null) => call(readHistory, { before });

function reviewOf({ details }: GateEvent): readonly ReviewId[] {
  const id = details['review'] ?? '';
  return isReviewId(id) ? [id] : [];
}
