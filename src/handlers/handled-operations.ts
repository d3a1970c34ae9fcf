import * as gate from '../contract/gate-operations';
import * as guidelines from '../contract/guidelines';
import * as billing from '../contract/billing';
import * as changes from '../contract/changes';
import * as clients from '../contract/clients';
import * as clientUpdate from '../contract/client-update';
import * as contacts from '../contract/contacts';
import * as costs from '../contract/costs';
import * as kickoff from '../contract/kickoff';
import * as kpis from '../contract/kpis';
import * as documents from '../contract/documents';
import * as margin from '../contract/margin';
import * as portfolio from '../contract/margin-portfolio';
import type { OperationName } from '../contract/operations';
import * as panel from '../contract/panel';
import * as planner from '../contract/planner';
import * as plans from '../contract/account-plan';
import * as freshness from '../contract/freshness';
import * as relation from '../contract/relation';
import * as reports from '../contract/reports';
import * as settings from '../contract/settings';
import * as sharing from '../contract/sharing';
import * as staffing from '../contract/staffing';
import * as today from '../contract/today';
import { decideReview } from '../use-cases/gate/decide-review';
import { listVersions } from '../use-cases/gate/list-versions';
import { openReview } from '../use-cases/gate/open-review';
import { readGate, readRecord } from '../use-cases/gate/read-gate';
import { readGuard } from '../use-cases/gate/read-guard';
import { readHistory } from '../use-cases/gate/read-history';
import { requestReview, requestVersionReview } from '../use-cases/gate/request-review';
import { saveGateSettings } from '../use-cases/gate/settings';
import { reviewAgain } from '../use-cases/gate/review-again';
import { settleCondition } from '../use-cases/gate/settle-condition';
import { withdrawProjectReview, withdrawReview } from '../use-cases/gate/withdraw-review';
import { acknowledgeGuidelines } from '../use-cases/guidelines/acknowledge-guidelines';
import { discardDraft, previewPublication, readDraft, saveDraft } from '../use-cases/guidelines/drafts';
import { findPeople } from '../use-cases/guidelines/find-people';
import { publishGuidelines } from '../use-cases/guidelines/publish-guidelines';
import { readReaders, remindReaders } from '../use-cases/guidelines/readers';
import { readGuidelines } from '../use-cases/guidelines/read-guidelines';
import { compareVersions, readVersion } from '../use-cases/guidelines/versions';
import { readKickoffSettings, saveKickoffSettings } from '../use-cases/kickoff/kickoff-settings';
import { readSharing, saveSharing } from '../use-cases/settings/sharing';
import { createKickoff, readKickoff } from '../use-cases/kickoff/read-kickoff';
import { agreeChange } from '../use-cases/changes/agree-change';
import { declineChange, negotiateChange, proposeChange, proposeFromIssue, withdrawChange } from '../use-cases/changes/change-changes';
import { readChanges } from '../use-cases/changes/read-changes';
import { answerThreat } from '../use-cases/margin/answer-threat';
import { changeMarginSettings } from '../use-cases/margin/change-margin-settings';
import { importDocuments, removeDocument, saveDocument } from '../use-cases/billing/change-billing';
import { readBilling } from '../use-cases/billing/read-billing';
import { readDue } from '../use-cases/billing/read-due';
import { settleDocument } from '../use-cases/billing/settle-document';
import { readClientPeople } from '../use-cases/contacts/read-client-people';
import { readContacts } from '../use-cases/contacts/read-contacts';
import { saveContacts } from '../use-cases/contacts/save-contacts';
import { readWhoIsWho } from '../use-cases/contacts/who-is-who';
import { previewWriteBack, writeBackAndRead } from '../use-cases/contacts/write-back';
import { readDocumentRules, saveDocumentRules } from '../use-cases/documents/document-rules';
import { readDocuments } from '../use-cases/documents/read-documents';
import { saveDocumentByHand } from '../use-cases/documents/save-document';
import { lookAgain } from '../use-cases/clients/look-again';
import { readClient, readProjectClients, setClientLanguage } from '../use-cases/clients/read-client';
import { readClientUpdate } from '../use-cases/clients/read-client-update';
import { readClients } from '../use-cases/clients/read-clients';
import { readKpis } from '../use-cases/kpi/read-kpis';
import { readKpiLines } from '../use-cases/kpi/read-lines';
import { readPipeline } from '../use-cases/kpi/read-pipeline';
import { setGoals } from '../use-cases/kpi/set-goals';
import { readClientWork, setClientBudget } from '../use-cases/margin/client-work';
import { readCosts, saveCosts } from '../use-cases/margin/company-costs';
import { readMargins } from '../use-cases/margin/read-portfolio';
import { readRates, saveRates } from '../use-cases/margin/company-rates';
import { findColleagues } from '../use-cases/margin/find-colleagues';
import { readProjectMargin } from '../use-cases/margin/read-project-margin';
import { refreshMargin } from '../use-cases/margin/refresh-margin';
import { bringBack, letGo } from '../use-cases/planner/bring-back';
import { linkDeal, unlinkDeal } from '../use-cases/planner/link-deal';
import { previewDealRelease } from '../use-cases/planner/preview-release';
import { previewReplan } from '../use-cases/planner/preview-replan';
import { readPlanner } from '../use-cases/planner/read-planner';
import { readTrail } from '../use-cases/planner/read-trail';
import { resolveDrift } from '../use-cases/planner/resolve-drift';
import { searchDeals } from '../use-cases/planner/search-deals';
import { syncDealNow } from '../use-cases/planner/sync-deal-now';
import { readPanel } from '../use-cases/read-panel';
import { beginPlan, decidePlanVersion, discardPlan, savePlan, submitPlanVersion } from '../use-cases/account-plan/change-plan';
import { readPlan, readPlanVersion } from '../use-cases/account-plan/read-plan';
import { readWaitingPlans } from '../use-cases/account-plan/waiting-plans';
import { readFreshness } from '../use-cases/freshness/read-freshness';
import { changeRelation, fileRelation, removeRelation } from '../use-cases/relation/change-relation';
import { readRelation } from '../use-cases/relation/read-relation';
import { readMonth } from '../use-cases/reports/read-month';
import { approveReport, openReport, readReportHistory, renewReport, saveReportWords } from '../use-cases/reports/reports';
import { disconnect, setCompany } from '../use-cases/settings/change-settings';
import { connectSalesforce, testSalesforce } from '../use-cases/settings/connect-salesforce';
import { connectTempo, testTempo } from '../use-cases/settings/connect-tempo';
import { readHealth } from '../use-cases/settings/read-health';
import { readSettings } from '../use-cases/settings/read-settings';
import { retireSignalSecret, setSignalSecret } from '../use-cases/settings/signal-secrets';
import { mapStages, readStages } from '../use-cases/settings/stages';
import { moveLines } from '../use-cases/staffing/move-lines';
import { readDealRisks } from '../use-cases/staffing/read-deal-risks';
import { lookAtRole, readStaffing } from '../use-cases/staffing/read-staffing';
import { readProjects } from '../use-cases/today/read-projects';
import { readViews, saveView } from '../use-cases/today/saved-views';
import { readToday } from '../use-cases/today/read-today';
import { snoozeItem, wakeItem } from '../use-cases/today/snooze-item';
import { handle, handleInProject, type Handled } from './handle';
import { sendTestSignal } from './test-signal';

/** Every operation of the contract with the use case that answers it; one that has none does not compile. */
export const handledOperations = {
  'today.read': handle(today.readToday, readToday),
  'today.snooze': handle(today.snoozeItem, snoozeItem),
  'today.wake': handle(today.wakeItem, wakeItem),
  'today.gate.read': handleInProject(gate.readGate, readGate),
  'today.gate.open': handleInProject(gate.openReview, openReview),
  'today.gate.decide': handleInProject(gate.decideReview, decideReview),
  'today.gate.settleCondition': handleInProject(gate.settleCondition, settleCondition),
  'today.gate.reviewAgain': handleInProject(gate.reviewAgain, reviewAgain),
  'today.planner.read': handleInProject(planner.readPlanner, readPlanner),
  'today.planner.resolveDrift': handleInProject(planner.resolveDrift, resolveDrift),
  'today.planner.syncNow': handleInProject(planner.syncDealNow, syncDealNow),
  'today.changes.read': handleInProject(changes.readChanges, readChanges),
  'today.changes.negotiate': handleInProject(changes.negotiateChange, negotiateChange),
  'today.changes.agree': handleInProject(changes.agreeChange, agreeChange),
  'today.changes.decline': handleInProject(changes.declineChange, declineChange),
  'today.changes.withdraw': handleInProject(changes.withdrawChange, withdrawChange),
  'today.margin.answerThreat': handleInProject(margin.answerThreat, answerThreat),
  'today.billing.settle': handleInProject(billing.settleDocument, settleDocument),
  'today.guidelines.readers': handleInProject(guidelines.readReaders, readReaders),
  'today.guidelines.remind': handleInProject(guidelines.remindReaders, remindReaders),
  'today.guidelines.read': handleInProject(guidelines.readGuidelines, readGuidelines),
  'today.guidelines.readDraft': handleInProject(guidelines.readDraft, readDraft),
  'today.guidelines.saveDraft': handleInProject(guidelines.saveDraft, saveDraft),
  'today.guidelines.discardDraft': handleInProject(guidelines.discardDraft, discardDraft),
  'today.guidelines.preview': handleInProject(guidelines.previewPublication, previewPublication),
  'today.guidelines.publish': handleInProject(guidelines.publishGuidelines, publishGuidelines),
  'today.guidelines.findPeople': handleInProject(guidelines.findPeople, findPeople),
  'today.planner.previewReplan': handleInProject(planner.previewReplan, previewReplan),
  'today.contacts.read': handleInProject(contacts.readContacts, readContacts),
  'today.contacts.save': handleInProject(contacts.saveContacts, saveContacts),
  'today.contacts.previewWriteBack': handleInProject(contacts.previewWriteBack, previewWriteBack),
  'today.contacts.writeBack': handleInProject(contacts.writeBack, writeBackAndRead),
  'portfolio.projects': handle(today.readProjects, readProjects),
  'portfolio.views': handle(today.readViews, readViews),
  'portfolio.saveView': handle(today.saveView, saveView),
  'panel.read': handle(panel.readPanel, readPanel),
  'guidelines.acknowledge': handle(panel.acknowledgeGuidelines, acknowledgeGuidelines),
  'guidelines.read': handle(guidelines.readGuidelines, readGuidelines),
  'guidelines.readDraft': handle(guidelines.readDraft, readDraft),
  'guidelines.saveDraft': handle(guidelines.saveDraft, saveDraft),
  'guidelines.discardDraft': handle(guidelines.discardDraft, discardDraft),
  'guidelines.preview': handle(guidelines.previewPublication, previewPublication),
  'guidelines.publish': handle(guidelines.publishGuidelines, publishGuidelines),
  'guidelines.compare': handle(guidelines.compareVersions, compareVersions),
  'guidelines.readVersion': handle(guidelines.readVersion, readVersion),
  'guidelines.findPeople': handle(guidelines.findPeople, findPeople),
  'guidelines.readers': handle(guidelines.readReaders, readReaders),
  'guidelines.remind': handle(guidelines.remindReaders, remindReaders),
  'planner.read': handle(planner.readPlanner, readPlanner),
  'deals.search': handle(planner.searchDeals, searchDeals),
  'deals.link': handle(planner.linkDeal, linkDeal),
  'deals.unlink': handle(planner.unlinkDeal, unlinkDeal),
  'planner.syncNow': handle(planner.syncDealNow, syncDealNow),
  'planner.resolveDrift': handle(planner.resolveDrift, resolveDrift),
  'planner.previewRelease': handle(planner.previewRelease, previewDealRelease),
  'planner.previewReplan': handle(planner.previewReplan, previewReplan),
  'planner.bringBack': handle(planner.bringBack, bringBack),
  'planner.letGo': handle(planner.letGo, letGo),
  'planner.readTrail': handle(planner.readTrail, readTrail),
  'kickoff.read': handle(kickoff.readKickoff, readKickoff),
  'kickoff.create': handle(kickoff.createKickoff, createKickoff),
  'settings.readKickoff': handle(kickoff.readKickoffSettings, readKickoffSettings),
  'settings.saveKickoff': handle(kickoff.saveKickoffSettings, saveKickoffSettings),
  'settings.readSharing': handle(sharing.readSharing, readSharing),
  'settings.saveSharing': handle(sharing.saveSharing, saveSharing),
  'changes.read': handle(changes.readChanges, readChanges),
  'changes.propose': handle(changes.proposeChange, proposeChange),
  'changes.proposeFromIssue': handle(changes.proposeFromIssue, proposeFromIssue),
  'changes.withdraw': handle(changes.withdrawChange, withdrawChange),
  'changes.negotiate': handle(changes.negotiateChange, negotiateChange),
  'changes.agree': handle(changes.agreeChange, agreeChange),
  'changes.decline': handle(changes.declineChange, declineChange),
  'gate.read': handle(gate.readGate, readGate),
  'gate.request': handle(gate.requestReview, requestReview),
  'gate.versions': handle(gate.listVersions, listVersions),
  'gate.requestVersion': handle(gate.requestVersionReview, requestVersionReview),
  'gate.withdraw': handle(gate.withdrawReview, withdrawReview),
  'gate.withdrawInProject': handle(gate.withdrawProjectReview, withdrawProjectReview),
  'gate.open': handle(gate.openReview, openReview),
  'gate.decide': handle(gate.decideReview, decideReview),
  'gate.reviewAgain': handle(gate.reviewAgain, reviewAgain),
  'gate.settleCondition': handle(gate.settleCondition, settleCondition),
  'gate.readRecord': handle(gate.readRecord, readRecord),
  'gate.readHistory': handle(gate.readHistory, readHistory),
  'gate.saveSettings': handle(gate.saveGateSettings, saveGateSettings),
  'gate.readGuard': handle(gate.readGuard, readGuard),
  'margin.read': handle(margin.readProjectMargin, readProjectMargin),
  'margin.refresh': handle(margin.refreshMargin, refreshMargin),
  'margin.answerThreat': handle(margin.answerThreat, answerThreat),
  'margin.saveSettings': handle(margin.changeMarginSettings, changeMarginSettings),
  'reports.month': handle(reports.readMonth, readMonth),
  'reports.open': handle(reports.openReport, openReport),
  'reports.renew': handle(reports.renewReport, renewReport),
  'reports.saveWords': handle(reports.saveReportWords, saveReportWords),
  'reports.approve': handle(reports.approveReport, approveReport),
  'reports.history': handle(reports.readReportHistory, readReportHistory),
  'relation.read': handle(relation.readRelation, readRelation),
  'relation.file': handle(relation.fileRelation, fileRelation),
  'relation.change': handle(relation.changeRelation, changeRelation),
  'relation.remove': handle(relation.removeRelation, removeRelation),
  'plans.read': handle(plans.readPlan, readPlan),
  'plans.readVersion': handle(plans.readPlanVersion, readPlanVersion),
  'plans.begin': handle(plans.beginPlan, beginPlan),
  'plans.save': handle(plans.savePlan, savePlan),
  'plans.discard': handle(plans.discardPlan, discardPlan),
  'plans.submit': handle(plans.submitPlan, submitPlanVersion),
  'plans.decide': handle(plans.decidePlan, decidePlanVersion),
  'plans.waiting': handle(plans.readWaitingPlans, readWaitingPlans),
  'freshness.read': handle(freshness.readFreshness, readFreshness),
  'billing.read': handle(billing.readBilling, readBilling),
  'billing.save': handle(billing.saveDocument, saveDocument),
  'billing.remove': handle(billing.removeDocument, removeDocument),
  'billing.import': handle(billing.importDocuments, importDocuments),
  'portfolio.due': handle(billing.readDue, readDue),
  'documents.read': handle(documents.readDocuments, readDocuments),
  'documents.save': handle(documents.saveDocument, saveDocumentByHand),
  'settings.readDocumentRules': handle(documents.readDocumentRules, readDocumentRules),
  'settings.saveDocumentRules': handle(documents.saveDocumentRules, saveDocumentRules),
  'portfolio.margins': handle(portfolio.readMargins, readMargins),
  'portfolio.clientWork': handle(portfolio.readClientWork, readClientWork),
  'portfolio.setClientBudget': handle(portfolio.setClientBudget, setClientBudget),
  'staffing.read': handle(staffing.readStaffing, readStaffing),
  'staffing.lookAtRole': handle(staffing.lookAtRole, lookAtRole),
  'staffing.moveLines': handle(staffing.moveLines, moveLines),
  'staffing.readDealRisks': handle(staffing.readDealRisks, readDealRisks),
  'kpis.read': handle(kpis.readKpis, readKpis),
  'kpis.setGoals': handle(kpis.setGoals, setGoals),
  'kpis.pipeline': handle(kpis.readPipeline, readPipeline),
  'kpis.lines': handle(kpis.readKpiLines, readKpiLines),
  'contacts.read': handle(contacts.readContacts, readContacts),
  'contacts.save': handle(contacts.saveContacts, saveContacts),
  'contacts.previewWriteBack': handle(contacts.previewWriteBack, previewWriteBack),
  'contacts.writeBack': handle(contacts.writeBack, writeBackAndRead),
  'contacts.whoIsWho': handle(contacts.readWhoIsWho, readWhoIsWho),
  'contacts.ofClient': handle(contacts.readClientPeople, readClientPeople),
  'clients.list': handle(clients.readClients, readClients),
  'clients.read': handle(clients.readClient, readClient),
  'clients.readUpdate': handle(clientUpdate.readClientUpdate, readClientUpdate),
  'clients.lookAgain': handle(clients.lookAgain, lookAgain),
  'clients.setLanguage': handle(clients.setClientLanguage, setClientLanguage),
  'clients.ofProject': handle(clients.readProjectClients, readProjectClients),
  'settings.read': handle(settings.readSettings, readSettings),
  'settings.testSalesforce': handle(settings.testSalesforce, testSalesforce),
  'settings.connectSalesforce': handle(settings.connectSalesforce, connectSalesforce),
  'settings.testTempo': handle(settings.testTempo, testTempo),
  'settings.connectTempo': handle(settings.connectTempo, connectTempo),
  'settings.disconnect': handle(settings.disconnect, disconnect),
  'settings.setSignalSecret': handle(settings.setSignalSecret, setSignalSecret),
  'settings.retireSignalSecret': handle(settings.retireSignalSecret, retireSignalSecret),
  'settings.sendTestSignal': handle(settings.sendTestSignal, sendTestSignal),
  'settings.readHealth': handle(settings.readHealth, readHealth),
  'settings.setCompany': handle(settings.setCompany, setCompany),
  'settings.readStages': handle(settings.readStages, readStages),
  'settings.mapStages': handle(settings.mapStages, mapStages),
  'settings.readRates': handle(margin.readRates, readRates),
  'settings.saveRates': handle(margin.saveRates, saveRates),
  'settings.readCosts': handle(costs.readCosts, readCosts),
  'settings.saveCosts': handle(costs.saveCosts, saveCosts),
  'settings.findPeople': handle(margin.findColleagues, findColleagues),
} satisfies { readonly [Name in OperationName]: Handled<Name> };
