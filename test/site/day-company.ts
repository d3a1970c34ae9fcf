import type { Plan } from '../../local/tempo/model';
import type { LinkedDealView } from '../../src/contract/planner';
import { day, dealIds, people, projects, stages, type DealName, type ProjectName } from './small-company';
import type { wholeDraft } from './small-guidelines';
import type { TestSite } from './test-site';

/** Two deals in each of two projects; the second one of each has a line of its own. */
export const linked = { portal: 'portal', app: 'portal', shop: 'shop', audit: 'shop' } as const satisfies Partial<Record<DealName, ProjectName>>;
export type LinkedName = keyof typeof linked;
export const names: readonly LinkedName[] = ['portal', 'app', 'shop', 'audit'];
const second = { portal: 'app', shop: 'audit' } as const satisfies Record<ProjectName, LinkedName>;
export const projectNames: readonly ProjectName[] = ['portal', 'shop'];

interface Line {
  readonly id: string;
  readonly role: string;
  readonly personId: string | null;
  readonly from: string;
  readonly to: string;
  readonly hours: number;
}

/** What the guidelines of either project ask for each deal. */
const linesOfFirst: readonly Line[] = [
  { id: 'staffing0001', role: 'Developer', personId: people.olga.accountId, from: day(7), to: day(60), hours: 6 },
  { id: 'staffing0002', role: 'Tester', personId: null, from: day(-7), to: day(90), hours: 4 },
];
const linesOfSecond: readonly Line[] = [{ id: 'staffing0003', role: 'Analityk', personId: people.marek.accountId, from: day(-3), to: day(40), hours: 3 }];
const linesOf = (name: LinkedName): readonly Line[] => (name === 'portal' || name === 'shop' ? linesOfFirst : linesOfSecond);

/** The draft with the line that belongs to the project's second deal. */
export const withSecondDeal = (project: ProjectName) => (draft: ReturnType<typeof wholeDraft>) => ({
  ...draft,
  staffing: [
    ...draft.staffing,
    ...linesOfSecond.map(({ id, role, from, to, hours }) => ({
      id, role, person: { accountId: people.marek.accountId, name: people.marek.name }, from, to, hoursPerDay: String(hours), dealId: dealIds[second[project]],
    })),
  ],
});

/** The app's mark in a plan's description; undefined in a plan of somebody else. */
export const tagIn = ({ description }: Plan): string | undefined => /\[opiekun:[^\]]+\]/u.exec(description)?.[0];

export interface Entry {
  readonly tag: string | undefined;
  /** An account id, or a role's name. */
  readonly who: string;
  readonly project: string;
  readonly from: string;
  readonly to: string;
  /** A day; -1 where a plan counts otherwise. */
  readonly hours: number;
  readonly description: string;
}

export function entryOf(plan: Plan, { tempo }: TestSite['site']): Entry {
  return {
    tag: tagIn(plan),
    who: plan.assigneeType === 'USER' ? plan.assigneeId : (tempo.store.resources.find(Number(plan.assigneeId))?.name ?? plan.assigneeId),
    project: plan.planItemId,
    from: plan.startDate,
    to: plan.endDate,
    hours: plan.effort.type === 'SECONDS_PER_DAY' ? plan.effort.plannedSecondsPerDay / 3600 : -1,
    description: plan.description,
  };
}

/** The entries that a deal wants as it stands in Salesforce, by the product's own table, ordered by tag. */
export function wantedEntries(name: LinkedName, reprieve: LinkedDealView['reprieve'], { salesforce }: TestSite['site']): readonly Entry[] {
  const deal = salesforce.store.opportunities.required(dealIds[name]);
  const stage = reprieve === null ? deal.stageName : stages[reprieve.stage];
  if (stage === stages.open || stage === stages.lost) return [];
  const mark = stage === stages.negotiation ? `Negocjacje ${deal.probability ?? 0}% · ` : stage === stages.internallyWon ? 'Wygrane wewnętrznie · ' : '';
  return linesOf(name).map(({ id, role, personId, from, to, hours }) => {
    const tag = `[opiekun:${dealIds[name]}:${id}]`;
    const who = stage === stages.negotiation || personId === null ? role : personId;
    return { tag, who, project: projects[linked[name]].id, from, to, hours, description: `${mark}${deal.name} · ${role} · ${tag}` };
  });
}
