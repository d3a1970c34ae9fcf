import type { PlanVersion } from '../account-plan';
import { dayAt } from '../calendar';
import type { ClientStanding } from '../client-standing';
import { renewalUrgency } from '../formal-document';
import { monthToDraft, reportDueOn, stateOfReport, type MonthReport } from '../month-report';
import type { PlainDate } from '../plain-date';
import { relationAlarms } from '../relation';
import type { AttentionItem } from './attention-item';
import type { Now } from './project-attention';

/** All that is known of a client by which somebody may have to act. */
export interface ClientFacts {
  readonly standing: ClientStanding;
  /** The report that is to be written by now; undefined while there is no draft of it. */
  readonly report: MonthReport | undefined;
  /** Whether the client was one already in the month that is to be reported on. */
  readonly isReported: boolean;
  /** The versions of its account plans. */
  readonly plans: readonly PlanVersion[];
}

const none = { dueOn: null, since: null, money: null } as const;

/** What of a client waits for its account manager or the head of sales, in no particular order. */
export const clientAttention = (facts: ClientFacts, { today, timeZone }: Now): readonly AttentionItem[] => [
  ...documents(facts, today),
  ...relation(facts, today),
  ...contacts(facts),
  ...records(facts),
  ...report(facts, today),
  ...plans(facts, timeZone),
];

function documents({ standing: { documents: seen } }: ClientFacts, today: PlainDate): readonly AttentionItem[] {
  if (seen === null) return [];
  const missing: readonly AttentionItem[] = seen.missing.length === 0 ? [] : [{ ...none, id: 'documents', what: { kind: 'documentsMissing', count: seen.missing.length, percent: seen.percent }, weight: 'week' }];
  // One that is over is missing too; the renewal says more of it.
  const renewals = seen.renewals.map(({ requirement, dealId, until }): AttentionItem => {
    const urgency = renewalUrgency(until, today);
    return { ...none, id: `renewal-${requirement}-${dealId ?? 'client'}`, what: { kind: 'renewal', requirement, dealId, until }, dueOn: urgency === 4 ? until : null, weight: urgency === 3 ? 'week' : 'later' };
  });
  return [...missing, ...renewals];
}

function relation({ standing }: ClientFacts, today: PlainDate): readonly AttentionItem[] {
  if (standing.relation === null) return [];
  return relationAlarms(standing.relation, today).map((alarm): AttentionItem => ({ ...none, id: `relation-${alarm.kind}`, what: { kind: 'relation', alarm }, weight: alarm.kind === 'unsatisfied' ? 'today' : 'week' }));
}

function contacts({ standing: { contacts: seen } }: ClientFacts): readonly AttentionItem[] {
  if (seen === null || seen.gaps === 0) return [];
  return [{ ...none, id: 'contacts', what: { kind: 'contacts', gaps: seen.gaps, noDecisionMaker: seen.noDecisionMaker }, weight: seen.noDecisionMaker ? 'week' : 'later' }];
}

function records({ standing: { freshness } }: ClientFacts): readonly AttentionItem[] {
  if (freshness === null || freshness.missing + freshness.stale === 0) return [];
  return [{ ...none, id: 'records', what: { kind: 'records', missing: freshness.missing, stale: freshness.stale }, weight: 'later' }];
}

function report({ report: written, isReported }: ClientFacts, today: PlainDate): readonly AttentionItem[] {
  const state = written === undefined ? 'none' : stateOfReport(written);
  if (!isReported || state === 'stored' || state === 'storing') return [];
  const month = monthToDraft(today);
  return [{ ...none, id: `report-${month}`, what: { kind: 'report', month, state }, dueOn: reportDueOn(month), weight: 'week' }];
}

const plans = ({ plans: all }: ClientFacts, timeZone: string): readonly AttentionItem[] =>
  all.flatMap((version): readonly AttentionItem[] => {
    if (version.state !== 'submitted') return [];
    const { year, number, submitted, plan } = version;
    return [{ id: `plan-${year}-${number}`, what: { kind: 'accountPlan', year, number, submittedBy: submitted.by }, dueOn: null, weight: 'week', since: dayAt(submitted.at, timeZone), money: plan.budget }];
  });
