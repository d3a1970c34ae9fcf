import * as gate from './gate-operations';
import * as guidelines from './guidelines';
import * as costs from './costs';
import * as margin from './margin';
import * as portfolio from './margin-portfolio';
import * as panel from './panel';
import * as planner from './planner';
import * as settings from './settings';

/** Every operation there is. The resolver is made from this table, and so is the permission matrix of the tests. */
export const operations = [
  panel.readPanel,
  panel.acknowledgeGuidelines,
  guidelines.readGuidelines,
  guidelines.readDraft,
  guidelines.saveDraft,
  guidelines.discardDraft,
  guidelines.previewPublication,
  guidelines.publishGuidelines,
  guidelines.compareVersions,
  guidelines.readVersion,
  guidelines.findPeople,
  planner.readPlanner,
  planner.searchDeals,
  planner.linkDeal,
  planner.unlinkDeal,
  planner.syncDealNow,
  planner.resolveDrift,
  planner.previewRelease,
  planner.previewReplan,
  planner.bringBack,
  planner.letGo,
  planner.readTrail,
  gate.readGate,
  gate.requestReview,
  gate.listVersions,
  gate.requestVersionReview,
  gate.withdrawReview,
  gate.withdrawProjectReview,
  gate.openReview,
  gate.decideReview,
  gate.settleCondition,
  gate.readRecord,
  gate.readHistory,
  gate.saveGateSettings,
  gate.readGuard,
  margin.readProjectMargin,
  margin.refreshMargin,
  margin.answerThreat,
  margin.changeMarginSettings,
  portfolio.readMargins,
  portfolio.readClientWork,
  portfolio.setClientBudget,
  settings.readSettings,
  settings.testSalesforce,
  settings.connectSalesforce,
  settings.testTempo,
  settings.connectTempo,
  settings.disconnect,
  settings.setSignalSecret,
  settings.retireSignalSecret,
  settings.sendTestSignal,
  settings.readHealth,
  settings.setCompany,
  settings.readStages,
  settings.mapStages,
  margin.readRates,
  margin.saveRates,
  costs.readCosts,
  costs.saveCosts,
  costs.findPeopleAnywhere,
] as const;

export type OperationName = (typeof operations)[number]['name'];
