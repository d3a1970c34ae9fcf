import { billingStore } from '../../src/adapters/forge/billing-store';
import { marginStore } from '../../src/adapters/forge/margin-store';
import { storedMargins } from '../../src/adapters/forge/margins';
import { addDays, addSeconds } from '../../src/domain/calendar';
import type { BillingDocument } from '../../src/domain/billing-document';
import { clientId, day, dealId, instant, lineId, projectId, total } from '../../src/domain/fixture/values';
import { withBudget } from '../../src/domain/client-work';
import { unchecked, type ProjectMargin } from '../../src/domain/project-margin';
import { StoreConflict } from '../../src/ports/errors';

/** What use cases do with margins, rates and billing, for an app of its own. */

const project = projectId('10001');
const other = projectId('10002');
const at = instant('2026-05-04T08:00:00.000Z');
const figures = {
  source: 'ownRates', refreshes: 'always', asOf: day('2026-05-04'), readAt: at, currency: 'PLN', billing: 'timeAndMaterial', seconds: 3600, labour: total('100.00'), expenses: total('0.00'), revenue: total('200.00'), costBudget: null,
  remaining: { kind: 'unknown', because: 'plansUnknown' }, roles: [], weeks: [],
} satisfies ProjectMargin['figures'];
const margin = (id: typeof project, revision: number, nextAt: string | null): ProjectMargin => ({ ...unchecked(id), revision, checkedAt: at, nextAt: nextAt === null ? null : instant(nextAt), figures });

const document = (n: number, changes: Partial<BillingDocument> = {}): BillingDocument => ({
  id: lineId(`doc${String(n).padStart(4, '0')}`), dealId: dealId(1), kind: 'invoice', number: `FV/${n}`, amount: total('10.00'), currency: 'PLN', issuedOn: day('2026-04-01'), dueOn: addDays(day('2026-05-01'), n), settledOn: null, ...changes,
});

async function outcome(write: Promise<unknown>): Promise<string> {
  try {
    await write;
    return 'kept';
  } catch (error) {
    if (error instanceof StoreConflict) return `conflict: ${error.what}`;
    throw error;
  }
}

export const moneyOperations = {
  margins: async () => {
    await marginStore.enrol(project);
    await marginStore.enrol(project);
    const unlooked = await marginStore.due(at, 10);
    const first = await outcome(marginStore.save(margin(project, 1, '2026-05-05T07:30:00.000Z')));
    const crossed = await outcome(marginStore.save(margin(project, 1, null)));
    // One that was never enrolled, and another that was looked at but is due.
    const fresh = await outcome(marginStore.save(margin(other, 1, '2026-05-04T07:00:00.000Z')));
    return {
      unlooked: unlooked.length,
      saves: [first, crossed, fresh],
      due: (await marginStore.due(at, 10)).map(({ projectId: id }) => id),
      dueOne: (await marginStore.due(addSeconds(at, 100_000), 1)).length,
      standing: Object.hasOwn((await marginStore.standing(project)) ?? {}, 'figures'),
      figures: (await marginStore.margin(project))?.figures?.labour,
      standings: (await marginStore.standings()).length,
      nobody: (await marginStore.margin(projectId('99'))) ?? null,
    };
  },

  gateMargin: async () => {
    const before = await storedMargins.ofProject(project);
    const reading = { state: 'atRisk', reasons: [], target: 40, allowedCost: null, spentPercent: null, elapsedPercent: null, toDate: { kind: 'known', basisPoints: 4_799 } } as const;
    const known = (toDateOnly: boolean): ProjectMargin['reading'] => ({
      ...reading,
      forecast: toDateOnly
        ? { kind: 'unknown', because: 'plansUnknown' }
        : { kind: 'known', cost: total('1.00'), revenue: total('2.00'), margin: { kind: 'known', basisPoints: 3_999 }, from: { actualCost: total('1.00'), actualRevenue: total('2.00'), remainingCost: total('0.00'), remainingRevenue: total('0.00'), pricedBy: 'ownRates' } },
    });
    await marginStore.save({ ...margin(project, 1, null), reading: known(true) });
    const toDate = await storedMargins.ofProject(project);
    await marginStore.save({ ...margin(project, 2, null), reading: known(false) });
    return [before, toDate, await storedMargins.ofProject(project)];
  },

  manyMargins: async () => {
    for (let number = 0; number < 205; number += 1) await marginStore.enrol(projectId(String(20_000 + number)));
    return [(await marginStore.standings()).length, (await marginStore.due(at, 150)).length];
  },

  marginSettings: async () => {
    const rates = { revision: 1, changedAt: at, rates: [], people: [] };
    const costs = { revision: 1, changedAt: at, source: 'financialManager', chosen: [] } as const;
    const agreement = withBudget(await marginStore.agreement(clientId(1)), 2026, 40);
    const saves = [
      await outcome(marginStore.saveRates(rates)), await outcome(marginStore.saveRates(rates)),
      await outcome(marginStore.saveCosts(costs)), await outcome(marginStore.saveCosts(costs)),
      await outcome(marginStore.saveSettings(project, { revision: 1, billing: 'fixedPrice' })), await outcome(marginStore.saveSettings(project, { revision: 1, billing: 'timeAndMaterial' })),
      await outcome(marginStore.saveAgreement(clientId(1), agreement)), await outcome(marginStore.saveAgreement(clientId(1), agreement)),
    ];
    return { saves, read: [(await marginStore.rates()).revision, (await marginStore.costs()).source, (await marginStore.settings(project)).billing, (await marginStore.settings(other)).billing, (await marginStore.agreement(clientId(1))).years] };
  },

  billing: async () => {
    const many = Array.from({ length: 60 }, (_, n) => document(n));
    const first = await outcome(billingStore.change(project, 0, { put: many, remove: [] }));
    const { revision } = await billingStore.book(project);
    const stale = await outcome(billingStore.change(project, 0, { put: [document(99)], remove: [] }));
    const changed = await outcome(billingStore.change(project, revision, { put: [document(0, { settledOn: day('2026-05-02') })], remove: [lineId('doc0001')] }));
    await billingStore.change(other, 0, { put: [document(2)], remove: [] });
    const book = await billingStore.book(project);
    return {
      saves: [first, stale, changed],
      revisions: [revision, book.revision],
      documents: book.documents.length,
      inOrder: book.documents.every(({ dueOn }, at) => at === 0 || (book.documents[at - 1]?.dueOn ?? '') <= dueOn),
      due: (await billingStore.due(day('2026-05-04'), 10)).map(({ projectId: id, document: { number } }) => `${id} ${number}`),
      dueOne: (await billingStore.due(day('2027-05-04'), 1)).length,
    };
  },
};
