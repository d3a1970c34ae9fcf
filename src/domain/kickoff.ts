import { secondsBetween } from './calendar';
import { stageOf, type StageMapping } from './deal';
import type { DealId, IssueId } from './ids';
import type { LinkedDeal, SyncFailureCode } from './linked-deal';
import type { Instant } from './plain-date';

/** How a company wants its kick-offs. */
export interface KickoffSettings {
  /** 0 while nobody has set anything. */
  readonly revision: number;
  /** Whether a kick-off is created by itself when a deal is won. */
  readonly isOn: boolean;
  /** The issue's title, in which {project}, {deal} and {client} stand for their names; null is the app's own. */
  readonly summary: string | null;
  /** What is to be talked about, a line each; null is the app's own. */
  readonly agenda: string | null;
}

export const defaultKickoffSettings: KickoffSettings = { revision: 0, isOn: true, summary: null, agenda: null };

export const kickoffLimits = { summary: 200, agenda: 5_000 } as const;

/** A project's kick-off: there is at most one. */
export type Kickoff =
  /** Jira is being asked for the issue, or was asked and has not answered. The token is in the issue, so that it is found. */
  | { readonly state: 'claimed'; readonly dealId: DealId; readonly token: string; readonly at: Instant }
  | { readonly state: 'created'; readonly dealId: DealId; readonly at: Instant; readonly issueId: IssueId; readonly issueKey: string }
  /** Jira refused, and there is no issue. */
  | { readonly state: 'failed'; readonly dealId: DealId; readonly at: Instant; readonly failure: SyncFailureCode };

/** Jira's search may be some minutes behind: until then, that an issue is not found does not say that there is none. */
const searchLag = 600;

/** Whether what was claimed can be settled now: by looking for the issue, and creating it where there is none. */
export const canBeSettled = ({ at }: Extract<Kickoff, { readonly state: 'claimed' }>, now: Instant): boolean => secondsBetween(at, now) >= searchLag;

/** A deal that was won while it was linked owes its project a kick-off; one that was linked when it was won already does not. */
export function owesKickoff({ deal, history, linkedAt }: LinkedDeal, mapping: StageMapping): boolean {
  const entered = history.at(-1);
  return stageOf(deal, mapping) === 'won' && entered?.stageName === deal.stageName && entered.at >= linkedAt;
}
