import type { ProjectRow } from './attention/portfolio-row';
import type { DealStage } from './deal';
import type { GateState } from './gate';
import type { MarginState } from './margin-guard';
import type { Instant } from './plain-date';

/**
 * What Jira's own filters, boards and automation may know of a project. Whoever may browse the project can read it, so it holds
 * states alone: no amount, no name, no date. What waits is left out, because payments and threats to the margin are among it.
 */
export interface ProjectStates {
  /** Of the deal that is furthest. */
  readonly stage: DealStage | 'none';
  /** The one state of the project's gate that most needs somebody. */
  readonly gate: GateState;
  /** Acknowledged is: the version of now, by somebody. */
  readonly guidelines: 'none' | 'unread' | 'acknowledged';
  /** There only where the company shares it. */
  readonly margin?: MarginState;
}

/** Whether everybody who may browse a project may know how its margin stands. */
export interface SharingSettings {
  /** 0 while nobody has set anything. */
  readonly revision: number;
  /** Rows that were made before then tell what was shared before. */
  readonly changedAt: Instant | null;
  readonly sharesMargin: boolean;
}

/** Beside the budget, which they see, the state says on which side of a limit the costs are; so an administrator has to decide it. */
export const defaultSharing: SharingSettings = { revision: 0, changedAt: null, sharesMargin: false };

/** What Jira was told of a project, as far as that is certain. */
export interface ToldStates {
  /** Counts changes, so that two of them cannot cross. */
  readonly revision: number;
  /** Unknown from before Jira is told until it has answered that it took it. */
  readonly told: ProjectStates | 'nothing' | 'unknown';
  /** Since when somebody is telling it; null when nobody is. */
  readonly tellingSince: Instant | null;
}

export const nothingTold: ToldStates = { revision: 0, told: 'nothing', tellingSince: null };

export function statesOf({ stage, gate, guidelines, margin }: Pick<ProjectRow, 'stage' | 'gate' | 'guidelines' | 'margin'>, { sharesMargin }: Pick<SharingSettings, 'sharesMargin'>): ProjectStates {
  return {
    stage: stage ?? 'none',
    gate: gateOf(gate),
    guidelines: guidelines === null ? 'none' : guidelines.readers === 0 ? 'unread' : 'acknowledged',
    ...(sharesMargin ? { margin: margin.state } : {}),
  };
}

/** What waits for a decision comes first, then what stops a delivery, then what may go. */
function gateOf({ waiting, lapsed, noGo, conditional, go }: ProjectRow['gate']): GateState {
  if (waiting > 0) return 'waiting';
  if (lapsed > 0) return 'lapsed';
  if (noGo > 0) return 'noGo';
  if (conditional > 0) return 'conditionalGo';
  return go > 0 ? 'go' : 'none';
}

/** Whether Jira knows this already. */
export function isTold(told: ToldStates['told'], states: ProjectStates | 'nothing'): boolean {
  if (typeof told === 'string' || typeof states === 'string') return told === states;
  return told.stage === states.stage && told.gate === states.gate && told.guidelines === states.guidelines && told.margin === states.margin;
}
