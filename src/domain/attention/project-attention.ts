import { addDays, dayAt } from '../calendar';
import { dueSoonDays, stateOf as stateOfDocument, type BillingDocument } from '../billing-document';
import { stageOf, type StageMapping } from '../deal';
import { nameOf } from '../deliverable';
import { lapse, type GateReview, type GateStanding } from '../gate';
import type { GuidelinesVersion } from '../guidelines';
import type { LinkedDeal } from '../linked-deal';
import { waitsForAnswer, type MarginThreat } from '../margin-threat';
import { isAmount, type Money } from '../money';
import type { Instant, PlainDate } from '../plain-date';
import { isOpen, type ScopeChange } from '../scope-change';
import type { StaffingRisk } from '../staffing/project-staffing';
import type { AttentionItem } from './attention-item';

/** All that is known of a project by which somebody may have to act. */
export interface ProjectFacts {
  readonly deals: readonly LinkedDeal[];
  readonly mapping: StageMapping;
  readonly current: GuidelinesVersion | undefined;
  /** How many people have read the current version. */
  readonly readers: number;
  /** When somebody was last reminded of it; null while nobody was. */
  readonly remindedAt: Instant | null;
  readonly reviews: readonly GateReview[];
  readonly decided: readonly GateStanding[];
  readonly threat: MarginThreat | null;
  readonly documents: readonly BillingDocument[];
  readonly changes: readonly ScopeChange[];
  /** What deals in negotiation would leave missing. */
  readonly risks: readonly StaffingRisk[];
}

/** Where and when it is looked at. */
export interface Now {
  readonly today: PlainDate;
  readonly timeZone: string;
}

/** Days before work begins in which somebody can still be found without haste. */
const daysToStaff = 28;

/** Days that product owner and project manager are given to read a new version, and again after each reminder. */
const daysToRead = 2;

/** What of a project waits for its account manager, in no particular order. */
export function projectAttention(facts: ProjectFacts, now: Now): readonly AttentionItem[] {
  const budget = facts.current?.guidelines.budget.amount ?? null;
  return [...gate(facts, now, budget), ...margin(facts, now, budget), ...planner(facts, now), ...staffing(facts, now), ...guidelines(facts, now, budget), ...payments(facts, now), ...changes(facts, now)];
}

function gate({ reviews, decided, current }: ProjectFacts, { today, timeZone }: Now, money: Money | null): readonly AttentionItem[] {
  const waiting = reviews.map((review): AttentionItem => ({
    id: `review-${review.id}`,
    what: { kind: 'gateReview', reviewId: review.id, deliverable: nameOf(review.deliverable), recipient: review.recipient },
    dueOn: review.dueOn,
    weight: 'today',
    since: dayAt(review.requestedAt, timeZone),
    money,
  }));
  const asked = new Set(reviews.map(({ deliverable }) => nameOf(deliverable)));
  const lapsed = decided.flatMap((standing): readonly AttentionItem[] => {
    const { decision, deliverable, review } = standing;
    if (decision === null || review?.state === 'waiting' || asked.has(nameOf(deliverable))) return [];
    const why = lapse({ ...standing, decision }, { guidelinesVersion: current?.version ?? null, today });
    // What left the project is nobody's here any more, and what was handed over is not asked for again.
    if (why === undefined || why === 'moved') return [];
    return [{ id: `lapsed-${decision.reviewId}`, what: { kind: 'gateLapsed', reviewId: decision.reviewId, deliverable: nameOf(deliverable), lapse: why }, dueOn: null, weight: why === 'conditionOverdue' ? 'today' : 'week', since: null, money }];
  });
  return [...waiting, ...lapsed];
}

function margin({ threat }: ProjectFacts, { timeZone }: Now, money: Money | null): readonly AttentionItem[] {
  if (threat === null || !waitsForAnswer(threat)) return [];
  const { state, reasons, openedAt } = threat;
  return [{ id: 'margin', what: { kind: 'marginThreat', state, reasons: reasons.map(({ kind }) => kind) }, dueOn: null, weight: state === 'belowTarget' ? 'today' : 'week', since: dayAt(openedAt, timeZone), money }];
}

function planner({ deals }: ProjectFacts, { timeZone }: Now): readonly AttentionItem[] {
  return deals.flatMap(({ deal, sync, drift }): readonly AttentionItem[] => {
    const item = (what: AttentionItem['what'], weight: AttentionItem['weight']): readonly AttentionItem[] => [{ id: `deal-${deal.id}`, what, dueOn: null, weight, since: dayAt(sync.since, timeZone), money: deal.amount }];
    const of = { dealId: deal.id, deal: deal.name };
    // What is tried again by itself needs nobody yet.
    if (sync.kind === 'failed' && sync.nextTryAt === null) return item({ kind: 'syncFailed', ...of, failure: sync.failure.code }, 'today');
    // What somebody has chosen is carried out by itself.
    const open = drift.filter(({ chosen }) => chosen === null).length;
    if (sync.kind === 'drifted') return open === 0 ? [] : item({ kind: 'drifted', ...of, entries: open }, 'week');
    return sync.kind === 'waiting' && sync.for === 'stageMapping' ? item({ kind: 'stageUnmapped', ...of, stageName: deal.stageName }, 'today') : [];
  });
}

/** One item a deal, by the first thing that would be missing. */
function staffing({ deals, risks }: ProjectFacts, { today }: Now): readonly AttentionItem[] {
  return deals.flatMap(({ deal: { id, name, amount } }): readonly AttentionItem[] => {
    const [first, ...more] = risks.filter(({ dealId }) => dealId === id).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    if (first === undefined) return [];
    const what = { kind: 'staffing', dealId: id, deal: name, role: first.role, from: first.from, minutes: first.mostMinutes, more: more.length } as const;
    return [{ id: `staffing-${id}`, what, dueOn: null, weight: first.from <= addDays(today, daysToStaff) ? 'week' : 'later', since: null, money: amount }];
  });
}

function guidelines({ deals, mapping, current, readers, remindedAt }: ProjectFacts, { today, timeZone }: Now, money: Money | null): readonly AttentionItem[] {
  if (current === undefined) {
    return deals.flatMap(({ deal, linkedAt }): readonly AttentionItem[] => {
      const stage = stageOf(deal, mapping);
      if (stage !== 'negotiation' && stage !== 'internallyWon' && stage !== 'won') return [];
      return [{ id: `guidelines-${deal.id}`, what: { kind: 'guidelinesMissing', deal: deal.name, stage }, dueOn: null, weight: stage === 'negotiation' ? 'week' : 'today', since: dayAt(linkedAt, timeZone), money: deal.amount }];
    });
  }
  const since = dayAt(current.publishedAt, timeZone);
  const asked = dayAt(remindedAt ?? current.publishedAt, timeZone);
  return readers === 0 && addDays(asked, daysToRead) < today
    ? [{ id: `unread-${current.version}`, what: { kind: 'guidelinesUnread', version: current.version }, dueOn: null, weight: 'week', since, money }]
    : [];
}

function payments({ documents }: ProjectFacts, { today }: Now): readonly AttentionItem[] {
  return documents.flatMap((document): readonly AttentionItem[] => {
    const { id, kind, number, dueOn, amount, currency, settledOn, issuedOn } = document;
    if (kind === 'creditNote' || settledOn !== null || dueOn > addDays(today, dueSoonDays) || stateOfDocument(document, today) === 'settled') return [];
    return [{ id: `payment-${id}`, what: { kind: 'payment', documentId: id, document: kind, number }, dueOn, weight: 'week', since: issuedOn, money: isAmount(amount) ? { amount, currency } : null }];
  });
}

function changes({ changes: all }: ProjectFacts, { timeZone }: Now): readonly AttentionItem[] {
  return all.flatMap((change): readonly AttentionItem[] => {
    const { id, title, state, proposedAt, effect } = change;
    if (!isOpen(change)) return [];
    const amount = effect.budget?.amount.replace(/^-/, '') ?? '';
    return [{
      id: `change-${id}`,
      what: { kind: 'scopeChange', changeId: id, title, state: state.kind === 'proposed' ? 'proposed' : 'negotiation' },
      dueOn: null,
      weight: state.kind === 'proposed' ? 'week' : 'later',
      since: dayAt(proposedAt, timeZone),
      money: effect.budget !== null && isAmount(amount) ? { amount, currency: effect.budget.currency } : null,
    }];
  });
}
