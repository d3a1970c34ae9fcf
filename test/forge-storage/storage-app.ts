import { makeResolver } from '@forge/resolver';
import { auditTrail } from '../../src/adapters/forge/audit-trail';
import { createDealStore } from '../../src/adapters/forge/deal-store';
import { gateStore } from '../../src/adapters/forge/gate-store';
import { guidelinesStore } from '../../src/adapters/forge/guidelines-store';
import { ledgerStore } from '../../src/adapters/forge/ledger-store';
import { secretStore, settingsStore } from '../../src/adapters/forge/settings-store';
import { signalMemory } from '../../src/adapters/forge/signal-memory';
import { summaryStore } from '../../src/adapters/forge/summary-store';
import { sampleDeal, sampleDraft, versionOf } from '../../src/domain/fixture/guidelines';
import { sampleEvidence } from '../../src/domain/fixture/gate';
import { day, dealId, instant, issueId, lineId, person, planId, projectId, reviewId } from '../../src/domain/fixture/values';
import type { GateDecision, GateReview } from '../../src/domain/gate';
import { newLink, type LinkedDeal } from '../../src/domain/linked-deal';
import { tagOf, type LedgerRow } from '../../src/domain/plan-entry';
import { emptySummary, withAcknowledged, withDeals, withPublished } from '../../src/domain/project-summary';
import { StoreConflict } from '../../src/ports/errors';
import type { DecisionRecord } from '../../src/ports/gate-store';
import type { StoredDraft } from '../../src/ports/guidelines-store';
import { moneyOperations } from './money-app';

const dealStore = createDealStore(1);

/** An app of its own, whose operations do with the stores what use cases do, and answer what came of it. */

const project = projectId('10001');
const issue = issueId('20001');
const at = instant('2026-03-02T09:00:00.000Z');
const deal = dealId(1);

const draftAt = (revision: number): StoredDraft => ({ revision, savedAt: at, savedBy: person('anna'), draft: sampleDraft });
const closedAt = (revision: number): StoredDraft => ({ ...draftAt(revision), draft: null });

const linked = (n: number, changes: Partial<LinkedDeal> = {}): LinkedDeal => ({
  ...newLink(project, sampleDeal({ id: dealId(n) }), instant(`2026-03-02T09:00:00.${String(n).padStart(3, '0')}Z`)),
  ...changes,
});

const review = (id: string): GateReview => ({
  id: reviewId(id),
  projectId: project,
  deliverable: { kind: 'issue', issueId: issue, issueKey: 'ALFA-1', summary: 'Order form' },
  requestedBy: person('piotr'),
  requestedAt: at,
  dueOn: null,
  recipient: '',
  note: '',
  state: 'waiting',
  remindedAt: null,
});

const decision = (id: string, guidelinesVersion: number | null): GateDecision => ({
  reviewId: reviewId(id),
  verdict: { kind: 'go' },
  reason: 'Good',
  decidedBy: person('anna'),
  decidedAt: at,
  guidelinesVersion,
  validUntil: day('2026-04-01'),
  isOwnRequest: false,
  blockers: [],
  covers: [],
});

const recordOf = (decided: GateReview, made: GateDecision): DecisionRecord => ({ review: decided, decision: made, evidence: sampleEvidence, criteria: [] });

const row = (n: number, planned: string | null = null): LedgerRow => {
  const line = lineId(`line${n}`);
  const key = { tag: tagOf(deal, line), dealId: deal, projectId: project, lineId: line };
  const content = {
    assignee: { kind: 'role', role: 'Developer' },
    projectId: project,
    from: day('2026-03-09'),
    to: day('2026-04-30'),
    minutesPerDay: 480,
    description: key.tag,
  } as const;
  if (planned === null) return { ...key, state: 'claimed', firmness: 'tentative', content };
  return { ...key, state: 'written', planId: planId(planned), firmness: 'firm', content, intended: null, accepted: null, replaced: null };
};

/** `kept`, or what the conflict was about. */
async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'kept';
  } catch (error) {
    if (error instanceof StoreConflict) return `conflict: ${error.what}`;
    throw error;
  }
}

const publish = async (version: number, draftRevision: number) => {
  const [earlier, summary] = await Promise.all([guidelinesStore.versions(project), summaryStore.summary(project)]);
  const published = versionOf(version);
  return guidelinesStore.publish(project, published, draftRevision, closedAt(draftRevision + 1), withPublished(summary ?? emptySummary(project), published, earlier));
};

export const resolver = makeResolver<Record<string, () => Promise<unknown>>>({
  drafts: async () => [
    await outcome(guidelinesStore.saveDraft(project, 0, draftAt(1))),
    await outcome(guidelinesStore.saveDraft(project, 0, draftAt(1))),
    await outcome(guidelinesStore.saveDraft(project, 1, draftAt(2))),
    await outcome(guidelinesStore.saveDraft(project, 1, draftAt(2))),
    (await guidelinesStore.draft(project))?.revision,
    (await guidelinesStore.draft(projectId('10009'))) ?? null,
  ],

  publishing: async () => {
    await guidelinesStore.saveDraft(project, 0, draftAt(1));
    const stale = await outcome(publish(1, 7));
    const untouched = { versions: (await guidelinesStore.versions(project)).length, draft: (await guidelinesStore.draft(project))?.revision };
    const first = await outcome(publish(1, 1));
    const summary = (await summaryStore.summary(project)) ?? emptySummary(project);
    await guidelinesStore.saveDraft(project, 2, draftAt(3));
    const crossed = await outcome(guidelinesStore.publish(project, versionOf(2), 3, closedAt(4), { ...summary, revision: summary.revision }));
    const second = await outcome(publish(2, 3));
    return {
      stale,
      untouched,
      first,
      crossed,
      second,
      current: (await guidelinesStore.current(project))?.version,
      versions: (await guidelinesStore.versions(project)).map(({ version }) => version),
      one: (await guidelinesStore.version(project, 1))?.version,
      none: (await guidelinesStore.version(project, 3)) ?? null,
      draft: (await guidelinesStore.draft(project))?.draft,
    };
  },

  acknowledging: async () => {
    await guidelinesStore.saveDraft(project, 0, draftAt(1));
    await publish(1, 1);
    const summary = (await summaryStore.summary(project)) ?? emptySummary(project);
    const said = (id: string) => ({ person: person(id), version: 1, at });
    const acknowledge = (id: string) => outcome(guidelinesStore.acknowledge(project, said(id), withAcknowledged(summary, said(id))));
    return [await acknowledge('piotr'), await acknowledge('ola'), (await guidelinesStore.acknowledgements(project)).map(({ person: one }) => one.accountId)];
  },

  panel: async () => {
    const empty = await summaryStore.forGate(project, [`issue:${issue}`]);
    await guidelinesStore.saveDraft(project, 0, draftAt(1));
    await publish(1, 1);
    await gateStore.saveReview(review('review1'), undefined);
    await settingsStore.saveCompany({ language: 'en', timeZone: 'Europe/London' });
    const full = await summaryStore.forGate(project, [`issue:${issue}`]);
    return {
      empty: [empty.summary ?? null, empty.standings, empty.company],
      full: [full.summary?.guidelines?.version, full.standings[0]?.review?.id, full.company],
    };
  },

  links: async () => {
    const summary = withDeals(emptySummary(project), [{ id: deal, name: 'Order portal', client: null, stage: null, stageName: 'New' }]);
    const added = await outcome(dealStore.add(linked(1), summary));
    const again = await outcome(dealStore.add(linked(1), undefined));
    const saved = await outcome(dealStore.save(linked(1, { sync: { kind: 'inStep', since: at } }), undefined));
    const crossed = await outcome(dealStore.save(linked(1, { sync: { kind: 'gone', since: at }, revision: 2 }), summary));
    const kept = (await dealStore.link(deal))?.sync.kind;
    const removed = await outcome(dealStore.remove(linked(1), withDeals(summary, [])));
    return { added, again, saved, crossed, kept, removed, resurrected: await outcome(dealStore.save(linked(1, { revision: 2 }), undefined)), link: (await dealStore.link(deal)) ?? null, revision: (await summaryStore.summary(project))?.revision };
  },

  manyLinks: async () => {
    for (let n = 1; n <= 130; n += 1) await dealStore.add(linked(n, n > 120 ? { projectId: projectId('10002') } : {}), undefined);
    const asked = [...Array.from({ length: 60 }, (_, n) => dealId(n + 1)), dealId(999)];
    return {
      ofProject: (await dealStore.ofProject(project)).map((link) => link.deal.id).join() === Array.from({ length: 120 }, (_, n) => dealId(n + 1)).join(),
      among: (await dealStore.linkedAmong(asked)).length,
      none: (await dealStore.linkedAmong([])).length,
    };
  },

  ledger: async () => {
    const claims = [await outcome(ledgerStore.claim(row(1))), await outcome(ledgerStore.claim(row(1)))];
    await ledgerStore.save(row(1, '77'));
    for (let n = 2; n <= 205; n += 1) await ledgerStore.save(row(n));
    const rows = await ledgerStore.ofDeal(deal);
    return { claims, rows: rows.length, first: rows.find((one) => one.lineId === 'line1'), others: (await ledgerStore.ofDeal(dealId(2))).length };
  },

  gate: async () => {
    const requested = await outcome(gateStore.saveReview(review('review1'), undefined));
    const twice = await outcome(gateStore.saveReview(review('review2'), undefined));
    const before = await gateStore.standing(`issue:${issue}`);
    if (before === undefined) return { requested };
    const decided = { ...review('review1'), state: 'decided' } as const;
    const underOthers = await outcome(gateStore.decide(recordOf(decided, decision('review1', 3)), before));
    const waiting = (await gateStore.waiting(project)).map(({ id }) => id);
    const done = await outcome(gateStore.decide(recordOf(decided, decision('review1', null)), before));
    const again = await outcome(gateStore.decide(recordOf(decided, decision('review1', null)), before));
    return {
      requested,
      twice,
      underOthers,
      waiting,
      done,
      again,
      stillWaiting: (await gateStore.waiting(project)).length,
      decisions: (await gateStore.decisions(project, 100)).length,
      ofDeliverable: (await gateStore.decisionsOf(`issue:${issue}`, 100)).length,
      record: (await gateStore.record(reviewId('review1')))?.evidence.gatheredAt ?? null,
      review: (await gateStore.review('review1'))?.state,
      never: (await gateStore.review('review2')) ?? null,
      standing: (await gateStore.standing(`issue:${issue}`))?.decision?.verdict.kind,
    };
  },

  settings: async () => {
    const before = [(await settingsStore.salesforce()) ?? null, await settingsStore.mapping(), await settingsStore.lastSignals(), (await secretStore.tempoToken()) ?? null];
    await settingsStore.saveMapping({ Won: 'won', 'Wygrane wewnętrznie': 'internallyWon' });
    await secretStore.saveTempoToken('token');
    const after = [await settingsStore.mapping(), await secretStore.tempoToken()];
    await secretStore.saveTempoToken(undefined);
    await secretStore.saveTempoToken(undefined);
    return { before, after, gone: (await secretStore.tempoToken()) ?? null };
  },

  signals: async () => {
    const seen = [await signalMemory.firstSeen('zdarzenie żółć/1', 1200), await signalMemory.firstSeen('zdarzenie żółć/1', 1200), await signalMemory.firstSeen('2', 1200)];
    await signalMemory.forget('2');
    return [...seen, await signalMemory.firstSeen('2', 1200)];
  },

  ...moneyOperations,

  audit: async () => {
    await auditTrail.append(`deal:${deal}`, Array.from({ length: 60 }, (_, n) => ({ at, event: 'entry.created', by: 'push', details: { n: String(n) } })));
    return 'kept';
  },
});
