import { addMonths, earlier } from '../calendar';
import type { Client, Deal, DealStage } from '../deal';
import type { Figures } from '../figures';
import type { ClientDocuments } from '../formal-document';
import type { AccountId, DealId, ProjectId } from '../ids';
import type { PlainDate } from '../plain-date';
import type { RelationStanding } from '../relation';
import { compareTotals, nothing, percentOf, sumOf, totalOf, type Total } from '../total';
import { emptyPart, mostListedDeals, partKey, type ClientGrowth, type CountedDeal, type CountedProject, type KpiOwner, type KpiPart } from './part';
import { projectQuarters } from './project-quarters';
import { firstDayOfQuarter, quarterOf, quartersFrom, undated, type Period, type Quarter } from './quarter';
import { ofCount, ofMoney, plus, sumOfSums, type Sums } from './sums';

/** What is known of an owner: all that its figures are made of. */
export interface KpiFacts {
  readonly owner: KpiOwner;
  readonly client: Client | null;
  readonly today: PlainDate;
  readonly deals: readonly FactDeal[];
  /** Projects of the deals. */
  readonly projects: readonly FactProject[];
  /** Null for what is no client. */
  readonly standing: { readonly managerId: AccountId | null; readonly documents: ClientDocuments | null; readonly relation: RelationStanding | null } | null;
}

export interface FactDeal {
  readonly deal: Pick<Deal, 'id' | 'name' | 'amount' | 'closeDate' | 'probability'>;
  readonly projectId: ProjectId;
  readonly stage: DealStage | null;
}

export interface FactProject {
  readonly projectId: ProjectId;
  /** Who published its guidelines last. */
  readonly managerId: AccountId | null;
  /** Whether its money is this owner's: the project's first deal is. */
  readonly isOwn: boolean;
  readonly figures: Pick<Figures, 'currency' | 'weeks' | 'quarterPlan'> | null;
}

/** What is added to one part. */
interface Piece {
  readonly period: Period;
  readonly manager: AccountId | null;
  readonly sums: Sums;
  readonly deal?: CountedDeal;
  readonly project?: CountedProject;
  readonly growth?: ClientGrowth;
}

/**
 * What an owner brings, a part for each quarter and account manager. Nothing is counted twice: a deal stands in one part, a
 * project's week in one, and a client that won something is counted with who won its first deal of the quarter.
 * @param kept the owner's parts as they are kept: what a past quarter ended with, and whose it was, stays.
 */
export function contributionOf(facts: KpiFacts, kept: readonly KpiPart[]): readonly KpiPart[] {
  const now = quarterOf(facts.today);
  const past = kept.filter(({ period }) => period < now);
  const managers = new Map(facts.projects.map(({ projectId, managerId }) => [projectId, managerId]));
  const managerOf: ManagerOf = (period, projectId, dealId) => keptManager(past, period, projectId, dealId) ?? managers.get(projectId) ?? null;
  const projects = projectPieces(facts, now, managerOf);
  const parts = assembled(facts, [...dealPieces(facts, now, managerOf), ...projects, ...(facts.client === null ? [] : growthPieces(projects))]);
  return withSnapshots(facts, now, parts, past).sort((a, b) => (partKey(a) < partKey(b) ? -1 : 1));
}

type ManagerOf = (period: Period, projectId: ProjectId, dealId?: DealId) => AccountId | null;

const keptManager = (past: readonly KpiPart[], period: Period, projectId: ProjectId, dealId: DealId | undefined): AccountId | null =>
  past.find((part) => part.period === period && (dealId === undefined ? part.projects.some((one) => one.projectId === projectId) : part.deals.some(({ id }) => id === dealId)))?.manager ?? null;

/** Of deals without a client nobody can say whether their client had won before. */
function dealPieces({ deals, today, client }: KpiFacts, now: Quarter, managerOf: ManagerOf): readonly Piece[] {
  const won = client === null ? [] : deals.filter(({ stage }) => stage === 'won').sort(byClosing);
  const first = won.find(({ deal }) => deal.closeDate !== null);
  const buying = new Map<Period, FactDeal>();
  for (const one of won) if (one.deal.closeDate !== null && !buying.has(quarterOf(one.deal.closeDate))) buying.set(quarterOf(one.deal.closeDate), one);
  return [...deals].sort(byClosing).map((one): Piece => {
    const { deal, projectId, stage } = one;
    const period = periodOf(one, now);
    const isUpsell = stage === 'won' && deal.closeDate !== null && first !== undefined && first !== one;
    const isBuying = period !== undated && buying.get(period) === one;
    const sums = sumOfSums([
      dealSums(one, isUpsell),
      ...(isBuying ? [ofCount('buyers'), ...(isUpsell ? [ofCount('returning')] : [])] : []),
      ...(isStillOpen(stage) && deal.closeDate !== null && deal.closeDate < today ? [ofCount('overdue')] : []),
    ]);
    const { id, name, amount, closeDate, probability } = deal;
    return { period, manager: managerOf(period, projectId, id), sums, deal: { id, name, projectId, stage, amount, probability, closeDate, isUpsell } };
  });
}

/** By close date, and of one day by id, so that of two one is always first. */
function byClosing({ deal: a }: FactDeal, { deal: b }: FactDeal): number {
  const [left, right] = [`${a.closeDate ?? undated} ${a.id}`, `${b.closeDate ?? undated} ${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

const isStillOpen = (stage: DealStage | null): boolean => stage !== 'won' && stage !== 'lost';

/** A deal that is open after the day on which it was to close can close in this quarter at the earliest. */
function periodOf({ deal: { closeDate }, stage }: FactDeal, now: Quarter): Period {
  if (closeDate === null) return undated;
  const quarter = quarterOf(closeDate);
  return isStillOpen(stage) && quarter < now ? now : quarter;
}

const weightedMeasures = { open: 'weightedOpen', negotiation: 'weightedNegotiation', internallyWon: 'weightedInternallyWon' } as const;

function dealSums({ deal: { amount, probability }, stage }: FactDeal, isUpsell: boolean): Sums {
  if (stage === null) return ofCount('unmapped');
  const isOpen = stage !== 'won' && stage !== 'lost';
  const sums = [ofCount(stage)];
  if (isUpsell) sums.push(ofCount('upsell'));
  if (isOpen && probability === null) sums.push(ofCount('openWithoutProbability'));
  if (amount === null) {
    if (stage === 'won') sums.push(ofCount('wonWithoutAmount'));
    if (isOpen) sums.push(ofCount('openWithoutAmount'));
    return sumOfSums(sums);
  }
  const whole = totalOf(amount.amount);
  sums.push(ofMoney(amount.currency, stage, whole));
  if (isUpsell) sums.push(ofMoney(amount.currency, 'upsell', whole));
  if (isOpen && probability !== null) sums.push(ofMoney(amount.currency, weightedMeasures[stage], percentOf(whole, probability)));
  return sumOfSums(sums);
}

function projectPieces({ projects }: KpiFacts, now: Quarter, managerOf: ManagerOf): readonly Piece[] {
  return projects.filter(({ isOwn }) => isOwn).flatMap(({ projectId, figures }): readonly Piece[] => {
    // What was never read, or is in mixed currencies, is missing now; of earlier quarters nobody can say.
    if (figures?.currency == null) return [{ period: now, manager: managerOf(now, projectId), sums: ofCount(figures === null ? 'unread' : 'mixedCurrencies'), project: { projectId, currency: null, revenue: null, cost: null } }];
    return projectQuarters(projectId, figures.currency, figures, now).map(({ quarter, sums, project }) => ({ period: quarter, manager: managerOf(quarter, projectId), sums, project }));
  });
}

/** Compares the client's revenue of each quarter with that of the same one a year before, where both are whole and in one currency. */
function growthPieces(pieces: readonly Piece[]): readonly Piece[] {
  const revenues = new Map<Period, { readonly manager: AccountId | null; readonly projects: readonly CountedProject[] }>();
  for (const { period, manager, project } of pieces) {
    if (project === undefined) continue;
    const before = revenues.get(period);
    const isFirst = before === undefined || (manager ?? '') < (before.manager ?? '');
    revenues.set(period, { manager: isFirst ? manager : before.manager, projects: [...(before?.projects ?? []), project] });
  }
  return [...revenues].flatMap(([period, { manager, projects }]): readonly Piece[] => {
    if (period === undated) return [];
    const [revenue, before] = [wholeRevenue(projects), wholeRevenue(revenues.get(quartersFrom(period, -4))?.projects ?? [])];
    if (revenue === undefined || before === undefined) return [];
    if (revenue.currency !== before.currency || compareTotals(before.revenue, nothing) <= 0) return [];
    const hasGrown = compareTotals(revenue.revenue, before.revenue) > 0;
    const growth = { currency: revenue.currency, revenue: revenue.revenue, before: before.revenue };
    return [{ period, manager, sums: plus(ofCount('compared'), ofCount('grown', hasGrown ? 1 : 0)), growth }];
  });
}

function wholeRevenue(projects: readonly CountedProject[]): { readonly currency: NonNullable<CountedProject['currency']>; readonly revenue: Total } | undefined {
  const currency = projects[0]?.currency ?? null;
  const known = projects.flatMap(({ currency: of, revenue }) => (of !== currency || revenue === null ? [] : [revenue]));
  return currency === null || known.length < projects.length ? undefined : { currency, revenue: sumOf(known) };
}

function assembled({ owner, client }: KpiFacts, pieces: readonly Piece[]): Map<string, KpiPart> {
  const parts = new Map<string, KpiPart>();
  for (const { period, manager, sums, deal, project, growth } of pieces) {
    const before = parts.get(partKey({ period, manager })) ?? emptyPart({ owner, client, period, manager });
    const isListed = deal !== undefined && before.deals.length < mostListedDeals;
    parts.set(partKey(before), {
      ...before,
      sums: plus(before.sums, sums),
      deals: isListed ? [...before.deals, deal] : before.deals,
      unlisted: before.unlisted + (deal !== undefined && !isListed ? 1 : 0),
      projects: project === undefined ? before.projects : [...before.projects, project],
      growth: growth ?? before.growth,
    });
  }
  return parts;
}

/** Documents and relation as they stand now, with this quarter; those of earlier quarters as they ended. */
function withSnapshots({ owner, client, standing, today, deals }: KpiFacts, now: Quarter, parts: Map<string, KpiPart>, past: readonly KpiPart[]): KpiPart[] {
  const put = (period: Period, manager: AccountId | null, change: (part: KpiPart) => KpiPart): void => {
    const before = parts.get(partKey({ period, manager })) ?? emptyPart({ owner, client, period, manager });
    parts.set(partKey(before), change(before));
  };
  const keep = (period: Period, manager: AccountId | null, snapshot: NonNullable<KpiPart['snapshot']>): void =>
    put(period, manager, (part) => ({ ...part, snapshot, sums: plus(part.sums, snapshotSums(snapshot)) }));
  for (const { period, manager, snapshot } of past) if (snapshot !== null) keep(period, manager, snapshot);
  if (standing === null || deals.length === 0) return [...parts.values()];
  const { managerId, documents, relation } = standing;
  keep(now, managerId, {
    documentsComplete: documents === null ? null : documents.missing.length === 0,
    relationDocumented: relation === null ? null : relation.lastContactOn !== null && relation.lastContactOn >= firstDayOfQuarter(now),
  });
  const horizon = addMonths(today, 12);
  for (const renewal of documents?.renewals ?? []) {
    const quarter = quarterOf(earlier(renewal.until, horizon));
    put(quarter < now ? now : quarter, managerId, (part) => ({ ...part, renewals: [...part.renewals, renewal], sums: plus(part.sums, ofCount('renewals')) }));
  }
  return [...parts.values()];
}

function snapshotSums({ documentsComplete, relationDocumented }: NonNullable<KpiPart['snapshot']>): Sums {
  return sumOfSums([
    ofCount('clients'),
    ...(documentsComplete === null ? [] : [ofCount('documentsKnown'), ...(documentsComplete ? [ofCount('documentsComplete')] : [])]),
    ...(relationDocumented === null ? [] : [ofCount('relationKnown'), ...(relationDocumented ? [ofCount('relationDocumented')] : [])]),
  ]);
}
