import type { DealStage } from './deal';
import { differences, type Change } from './difference';
import type { Acknowledgement, Guidelines, GuidelinesVersion } from './guidelines';
import type { AccountId, DealId, ProjectId } from './ids';
import type { Person } from './person';
import type { Instant, PlainDate } from './plain-date';
import type { Money } from './money';

/**
 * What the issue panel and the workflow validator need of a project, in one record:
 * rewritten together with what it is made of, so that reading it is all they do.
 */
export interface ProjectSummary {
  readonly projectId: ProjectId;
  /** Counts rewrites, so that two of them cannot cross. */
  readonly revision: number;
  readonly guidelines: GuidelinesAtAGlance | null;
  /** The newest version that each person acknowledged. */
  readonly acknowledged: Readonly<Record<AccountId, number>>;
  /** From an acknowledged version to the current one, by the earlier version's number. */
  readonly changesSince: Readonly<Record<string, readonly Change[]>>;
  readonly deals: readonly DealAtAGlance[];
}

export interface GuidelinesAtAGlance {
  readonly version: number;
  readonly publishedAt: Instant;
  readonly publishedBy: Person;
  readonly goal: string;
  readonly budget: { readonly amount: Money; readonly hours: number; readonly targetMargin: number };
  readonly start: PlainDate;
  readonly end: PlainDate;
  readonly milestones: readonly { readonly name: string; readonly date: PlainDate }[];
  readonly priorities: readonly string[];
}

export interface DealAtAGlance {
  readonly id: DealId;
  readonly name: string;
  readonly client: string | null;
  readonly stage: DealStage | null;
  readonly stageName: string;
}

/** More changes than this are read on the project page, not in the panel. */
const mostChanges = 20;
const longestValue = 300;
/** How many earlier versions the panel can compare with. */
const mostVersions = 10;
/** The most bytes of all comparisons: a record of Forge's storage holds 240 KiB, and the rest of the summary needs its part. */
const mostBytes = 80 * 1024;

export const emptySummary = (projectId: ProjectId): ProjectSummary => ({
  projectId,
  revision: 0,
  guidelines: null,
  acknowledged: {},
  changesSince: {},
  deals: [],
});

/** The summary after publishing; `earlier` are the versions before, newest first. */
export function withPublished(summary: ProjectSummary, published: GuidelinesVersion, earlier: readonly GuidelinesVersion[]): ProjectSummary {
  const read = new Set(Object.values(summary.acknowledged));
  const compared = earlier.filter((one) => read.has(one.version)).slice(0, mostVersions);
  const changesSince: Record<string, readonly Change[]> = {};
  let bytes = 0;
  for (const one of compared) {
    const changes = shortened(differences(one.guidelines, published.guidelines).slice(0, mostChanges + 1));
    bytes += new TextEncoder().encode(JSON.stringify(changes)).length;
    if (bytes > mostBytes) break;
    changesSince[String(one.version)] = changes;
  }
  return { ...summary, revision: summary.revision + 1, guidelines: atAGlance(published), changesSince };
}

export function withAcknowledged(summary: ProjectSummary, acknowledgement: Acknowledgement): ProjectSummary {
  return {
    ...summary,
    revision: summary.revision + 1,
    acknowledged: { ...summary.acknowledged, [acknowledgement.person.accountId]: acknowledgement.version },
  };
}

/** The summary with other deals, or the same object when nothing that it shows differs. */
export function withDeals(summary: ProjectSummary, deals: readonly DealAtAGlance[]): ProjectSummary {
  if (JSON.stringify(summary.deals) === JSON.stringify(deals)) return summary;
  return { ...summary, revision: summary.revision + 1, deals };
}

function atAGlance({ version, publishedAt, publishedBy, guidelines }: GuidelinesVersion): GuidelinesAtAGlance {
  const { budget, schedule, scope, priorities }: Guidelines = guidelines;
  return {
    version,
    publishedAt,
    publishedBy,
    goal: scope.goal,
    budget: { amount: budget.amount, hours: budget.hours, targetMargin: budget.targetMargin },
    start: schedule.start,
    end: schedule.end,
    milestones: schedule.milestones.map(({ name, date }) => ({ name, date })),
    priorities: priorities.map((one) => one.text),
  };
}

/** The changes with long texts cut, for where many are kept together. */
export function shortened(changes: readonly Change[]): readonly Change[] {
  const cut = (text: string | null): string | null =>
    text === null || text.length <= longestValue ? text : `${text.slice(0, longestValue - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  return changes.map((change) => ({ ...change, subject: cut(change.subject), before: cut(change.before), after: cut(change.after) }));
}

/** The changes since the version that a reader acknowledged; null when there is nothing to compare, or too much. */
export function changesFor(summary: ProjectSummary, acknowledged: number | null): readonly Change[] | null {
  if (acknowledged === null || summary.guidelines === null || acknowledged === summary.guidelines.version) return null;
  const changes = summary.changesSince[String(acknowledged)];
  return changes === undefined || changes.length > mostChanges ? null : changes;
}
