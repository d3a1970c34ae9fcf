import type { OperationName } from '../../src/contract/operations';
import { defaultDocumentRules } from '../../src/domain/document-rules';
import { nothingByHand } from '../../src/domain/formal-document';
import { sampleDraft } from '../../src/domain/fixture/guidelines';
import { clientId, dealId } from '../../src/domain/fixture/values';

export const roles = ['accountManager', 'productOwner', 'headOfSales', 'administrator', 'stranger'] as const;
export type Role = (typeof roles)[number];

interface Expectation {
  /** Who may, of the people of the project ALFA; nobody else. The stranger holds every permission, in another project. */
  readonly may: readonly Role[];
  /** A request that the contract takes. */
  readonly request: Readonly<Record<string, unknown>>;
}

const whoBrowses: readonly Role[] = ['accountManager', 'productOwner', 'headOfSales'];
const manager: readonly Role[] = ['accountManager'];
/** Whoever does not see the project is told that it is not there, and not that they may not; the head of sales sees it and may not. */
const unlessSeen: readonly Role[] = roles.filter((role) => role !== 'headOfSales');
const inAlfa = (request: Readonly<Record<string, unknown>>) => ({ subject: 'project:10001', request });
const administrator: readonly Role[] = ['administrator'];
const deal = dealId(1);
const invoice = { dealId: deal, kind: 'invoice', number: 'FV/1', amount: '100.00', currency: 'PLN', issuedOn: '2026-01-01', dueOn: '2026-01-15', settledOn: null };
const { revision: _unset, ...documentRules } = defaultDocumentRules;
const planVersion = { clientId: clientId(1), year: 2026, number: 1, revision: 1 };
const meeting = { kind: 'meeting', on: '2026-01-05', text: 'The roadmap' };
const secret = 'a secret that nobody knows of yet, truly';
const signalSecret = 'thirty-two_characters_and_more_of_them';

/**
 * Who may call each operation, decided here a second time and by hand: an operation that is added does not compile without a line of its own.
 * Jira shows the panel to whoever sees the issue, and Forge signs that context; so in a context that is signed, everybody may read it.
 */
export const expectations: Readonly<Record<OperationName, Expectation>> = {
  'today.read': { may: roles, request: { whose: 'all', kind: 'project', after: null } },
  'today.snooze': { may: roles, request: { subject: 'project:10001', itemId: 'margin', until: '2026-02-01', reason: 'Waits for the client' } },
  'today.wake': { may: roles, request: { subject: 'project:10001', itemId: 'margin' } },
  'today.gate.read': { may: roles, request: inAlfa({}) },
  'today.gate.open': { may: unlessSeen, request: inAlfa({ reviewId: 'review1' }) },
  'today.gate.decide': { may: unlessSeen, request: inAlfa({ reviewId: 'review1', token: 'token', verdict: { kind: 'go' }, reason: 'Good', validUntil: null, marks: [] }) },
  'today.gate.settleCondition': { may: unlessSeen, request: inAlfa({ reviewId: 'review1', conditionId: 'cond1', isMet: true }) },
  'today.planner.read': { may: roles, request: inAlfa({}) },
  'today.planner.resolveDrift': { may: unlessSeen, request: inAlfa({ dealId: deal, tag: `[opiekun:${deal}:line1]`, choice: 'takeTheirs' }) },
  'today.planner.syncNow': { may: unlessSeen, request: inAlfa({ dealId: deal }) },
  'today.changes.read': { may: roles, request: inAlfa({}) },
  'today.changes.negotiate': { may: unlessSeen, request: inAlfa({ id: 'abcd', revision: 1 }) },
  'today.changes.agree': { may: unlessSeen, request: inAlfa({ id: 'abcd', revision: 1, reason: 'Agreed' }) },
  'today.changes.decline': { may: unlessSeen, request: inAlfa({ id: 'abcd', revision: 1, reason: 'Too dear' }) },
  'today.changes.withdraw': { may: roles, request: inAlfa({ id: 'abcd', revision: 1 }) },
  'today.margin.answerThreat': { may: unlessSeen, request: inAlfa({ plan: 'Fewer hours' }) },
  'today.billing.settle': { may: unlessSeen, request: inAlfa({ documentId: 'invoice1', settledOn: '2026-01-05' }) },
  'today.contacts.read': { may: roles, request: inAlfa({}) },
  'today.contacts.save': { may: unlessSeen, request: inAlfa({ revision: 0, roles: { decisionMaker: [], escalation: [], product: [], finance: [], technical: [] }, leftOut: [] }) },
  'today.contacts.previewWriteBack': { may: unlessSeen, request: inAlfa({}) },
  'today.contacts.writeBack': { may: unlessSeen, request: inAlfa({ revision: 1, keys: ['remove'] }) },
  'portfolio.projects': { may: roles, request: { after: null } },
  'portfolio.views': { may: roles, request: {} },
  'portfolio.saveView': { may: roles, request: { name: 'Mine', view: null } },
  'panel.read': { may: roles, request: {} },
  'guidelines.acknowledge': { may: whoBrowses, request: { version: 1 } },
  'guidelines.read': { may: whoBrowses, request: {} },
  'guidelines.readDraft': { may: manager, request: {} },
  'guidelines.saveDraft': { may: manager, request: { revision: 0, draft: sampleDraft } },
  'guidelines.discardDraft': { may: manager, request: { revision: 0 } },
  'guidelines.preview': { may: manager, request: { revision: 1 } },
  'guidelines.publish': { may: manager, request: { revision: 1 } },
  'guidelines.compare': { may: whoBrowses, request: { from: 1, to: 1 } },
  'guidelines.readVersion': { may: whoBrowses, request: { version: 1 } },
  'guidelines.findPeople': { may: manager, request: { text: 'An' } },
  'planner.read': { may: whoBrowses, request: {} },
  'deals.search': { may: manager, request: { text: 'Portal' } },
  'deals.link': { may: manager, request: { dealId: deal } },
  'deals.unlink': { may: manager, request: { dealId: deal } },
  'planner.syncNow': { may: manager, request: { dealId: deal } },
  'planner.resolveDrift': { may: manager, request: { dealId: deal, tag: `[opiekun:${deal}:line1]`, choice: 'takeTheirs' } },
  'planner.previewRelease': { may: whoBrowses, request: { dealId: deal } },
  'planner.previewReplan': { may: manager, request: { revision: 1 } },
  'planner.bringBack': { may: manager, request: { dealId: deal } },
  'planner.letGo': { may: manager, request: { dealId: deal } },
  'planner.readTrail': { may: whoBrowses, request: { dealId: deal, before: null } },
  'kickoff.read': { may: whoBrowses, request: {} },
  'kickoff.create': { may: manager, request: {} },
  'settings.readKickoff': { may: administrator, request: {} },
  'settings.saveKickoff': { may: administrator, request: { revision: 0, isOn: true, summary: null, agenda: null } },
  'changes.read': { may: whoBrowses, request: {} },
  'changes.propose': { may: whoBrowses, request: { id: 'abcd', title: 'Returns', reason: '', effect: { budget: { amount: '1200.00', currency: 'PLN' }, hours: 10, end: null, added: 'Returns', removed: '' } } },
  'changes.proposeFromIssue': { may: whoBrowses, request: { id: 'abcd', title: 'Returns', reason: '', effect: { budget: { amount: '1200.00', currency: 'PLN' }, hours: 10, end: null, added: 'Returns', removed: '' } } },
  'changes.withdraw': { may: whoBrowses, request: { id: 'abcd', revision: 1 } },
  'changes.negotiate': { may: manager, request: { id: 'abcd', revision: 1 } },
  'changes.agree': { may: manager, request: { id: 'abcd', revision: 1, reason: 'Agreed' } },
  'changes.decline': { may: manager, request: { id: 'abcd', revision: 1, reason: 'Too dear' } },
  'gate.read': { may: whoBrowses, request: {} },
  'gate.request': { may: whoBrowses, request: { note: 'Please', recipient: 'Ewa at the client', dueOn: null } },
  'gate.versions': { may: whoBrowses, request: {} },
  'gate.requestVersion': { may: whoBrowses, request: { versionId: '30001', note: 'Please', recipient: '', dueOn: null } },
  'gate.withdraw': { may: whoBrowses, request: { reviewId: 'review1' } },
  'gate.withdrawInProject': { may: whoBrowses, request: { reviewId: 'review1' } },
  'gate.open': { may: manager, request: { reviewId: 'review1' } },
  'gate.decide': { may: manager, request: { reviewId: 'review1', token: 'token', verdict: { kind: 'go' }, reason: 'Good', validUntil: null, marks: [] } },
  'gate.settleCondition': { may: manager, request: { reviewId: 'review1', conditionId: 'cond1', isMet: true } },
  'gate.readRecord': { may: whoBrowses, request: { reviewId: 'review1' } },
  'gate.readHistory': { may: whoBrowses, request: { before: null } },
  'gate.saveSettings': { may: manager, request: { revision: 0, criteria: [], ownRequestAllowed: false, announcesDecisions: true, tellsOfRequests: true } },
  'gate.readGuard': { may: whoBrowses, request: {} },
  'margin.read': { may: whoBrowses, request: {} },
  'margin.refresh': { may: ['accountManager', 'headOfSales'], request: {} },
  'margin.answerThreat': { may: manager, request: { plan: 'A second tester leaves' } },
  'margin.saveSettings': { may: manager, request: { revision: 0, billing: 'fixedPrice' } },
  'settings.read': { may: administrator, request: {} },
  'settings.testSalesforce': { may: administrator, request: { myDomain: 'acme.my.salesforce.com', clientId: 'client', clientSecret: secret } },
  'settings.connectSalesforce': { may: administrator, request: { myDomain: 'acme.my.salesforce.com', clientId: 'client', clientSecret: secret } },
  'settings.testTempo': { may: administrator, request: { region: 'eu', token: secret } },
  'settings.connectTempo': { may: administrator, request: { region: 'eu', token: secret } },
  'settings.disconnect': { may: administrator, request: { system: 'tempo' } },
  'settings.setSignalSecret': { may: administrator, request: { via: 'flow', secret: signalSecret } },
  'settings.retireSignalSecret': { may: administrator, request: { via: 'outboundMessage' } },
  'settings.sendTestSignal': { may: administrator, request: { via: 'flow' } },
  'settings.readHealth': { may: administrator, request: {} },
  'settings.setCompany': { may: administrator, request: { language: 'en', timeZone: 'Europe/Warsaw' } },
  'settings.readStages': { may: administrator, request: {} },
  'billing.read': { may: [...manager, 'headOfSales'], request: {} },
  'billing.save': { may: manager, request: { revision: 0, id: null, document: invoice } },
  'billing.remove': { may: manager, request: { revision: 0, id: 'abcd' } },
  'billing.import': { may: manager, request: { revision: 0, rows: [invoice] } },
  'portfolio.due': { may: roles, request: {} },
  'documents.read': { may: roles, request: { clientId: clientId(1) } },
  'documents.save': { may: roles, request: { clientId: clientId(1), requirement: 'order', dealId: deal, revision: 0, byHand: nothingByHand } },
  'settings.readDocumentRules': { may: administrator, request: {} },
  'settings.saveDocumentRules': { may: administrator, request: { revision: 0, rules: documentRules } },
  'portfolio.margins': { may: roles, request: {} },
  'portfolio.clientWork': { may: roles, request: { clientId: clientId(1), year: 2026, managerId: null } },
  'portfolio.setClientBudget': { may: roles, request: { clientId: clientId(1), year: 2026, revision: 0, budgetHours: 100 } },
  'staffing.read': { may: roles, request: {} },
  'staffing.lookAtRole': { may: roles, request: { role: 'Developer' } },
  'staffing.moveLines': { may: roles, request: { project: '10001', lines: [{ lineId: 'line1', from: '2026-03-02', to: '2026-03-06', minutesPerDay: 240 }] } },
  'staffing.readDealRisks': { may: whoBrowses, request: { dealId: deal } },
  'kpis.read': { may: roles, request: { of: null } },
  'kpis.setGoals': { may: ['headOfSales'], request: { revision: 0, targets: { revenue: '1000000.00', margin: 40, upsell: 15 }, quarter: '2026-Q1', sales: [] } },
  'kpis.pipeline': { may: roles, request: { of: null } },
  'kpis.lines': { may: roles, request: { of: null, period: '2026-Q1', number: 'revenue', from: null } },
  'contacts.read': { may: whoBrowses, request: {} },
  'contacts.save': { may: manager, request: { revision: 0, roles: { decisionMaker: [], escalation: [], product: [], finance: [], technical: [] }, leftOut: [] } },
  'contacts.previewWriteBack': { may: manager, request: {} },
  'contacts.writeBack': { may: manager, request: { revision: 1, keys: ['remove'] } },
  'contacts.whoIsWho': { may: whoBrowses, request: {} },
  'contacts.ofClient': { may: roles, request: { clientId: clientId(1) } },
  'clients.list': { may: roles, request: {} },
  'clients.read': { may: roles, request: { clientId: clientId(1) } },
  'clients.readUpdate': { may: roles, request: { clientId: clientId(1), period: { from: '2026-03-01', to: '2026-03-02' } } },
  'clients.lookAgain': { may: roles, request: { clientId: clientId(1) } },
  'clients.setLanguage': { may: roles, request: { clientId: clientId(1), revision: 0, language: 'en' } },
  'clients.ofProject': { may: manager, request: {} },
  'reports.month': { may: roles, request: { month: '2026-03' } },
  'reports.open': { may: roles, request: { clientId: clientId(1), month: '2026-03' } },
  'reports.renew': { may: roles, request: { clientId: clientId(1), month: '2026-03', revision: 1 } },
  'reports.saveWords': { may: roles, request: { clientId: clientId(1), month: '2026-03', revision: 1, words: { relation: '', risks: '', nextSteps: '' } } },
  'reports.approve': { may: roles, request: { clientId: clientId(1), month: '2026-03', revision: 1 } },
  'reports.history': { may: roles, request: { clientId: clientId(1) } },
  'relation.read': { may: roles, request: { clientId: clientId(1) } },
  'relation.file': { may: roles, request: { clientId: clientId(1), id: 'entry1', fact: meeting } },
  'relation.change': { may: roles, request: { clientId: clientId(1), id: 'entry1', revision: 1, fact: meeting } },
  'relation.remove': { may: roles, request: { clientId: clientId(1), id: 'entry1', revision: 1 } },
  'plans.read': { may: roles, request: { clientId: clientId(1), year: 2026 } },
  'plans.readVersion': { may: roles, request: { clientId: clientId(1), year: 2026, number: 1 } },
  'plans.begin': { may: roles, request: { clientId: clientId(1), year: 2026 } },
  'plans.save': { may: roles, request: { ...planVersion, plan: { budget: null, growth: null, upsell: 15, rules: '', goals: [], risks: [] } } },
  'plans.discard': { may: roles, request: planVersion },
  'plans.submit': { may: roles, request: planVersion },
  'plans.decide': { may: roles, request: { ...planVersion, verdict: { kind: 'validated' } } },
  'plans.waiting': { may: roles, request: {} },
  'freshness.read': { may: roles, request: { clientId: clientId(1) } },
  'settings.readCosts': { may: administrator, request: {} },
  'settings.saveCosts': { may: administrator, request: { revision: 0, source: 'financialManager', chosen: [] } },
  'settings.readSharing': { may: administrator, request: {} },
  'settings.saveSharing': { may: administrator, request: { revision: 0, sharesMargin: true } },
  'settings.readRates': { may: administrator, request: {} },
  'settings.saveRates': { may: administrator, request: { revision: 0, rates: [], people: [] } },
  'settings.findPeople': { may: administrator, request: { text: 'An' } },
  'settings.mapStages': { may: administrator, request: { mapping: { Prospecting: 'open' } } },
};
