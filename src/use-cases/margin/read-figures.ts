import { invoicedIn } from '../../domain/billing-document';
import { addDays } from '../../domain/calendar';
import { costFigures } from '../../domain/cost-figures';
import { matchCostProject, type CostMatch } from '../../domain/cost-project';
import type { CostSettings } from '../../domain/cost-settings';
import type { Billing, Figures } from '../../domain/figures';
import type { Guidelines } from '../../domain/guidelines';
import { stageOf } from '../../domain/deal';
import type { AccountId, PlanId, ProjectId } from '../../domain/ids';
import type { LinkedDeal } from '../../domain/linked-deal';
import { ownFigures } from '../../domain/own-figures';
import { isPlainDate, type Instant, type PlainDate } from '../../domain/plain-date';
import { plannedWork } from '../../domain/planned-work';
import type { CompanyRates, MarginFailure } from '../../domain/project-margin';
import { totalOf } from '../../domain/total';
import { OutsideError } from '../../ports/errors';
import type { World } from '../../ports/world';

export interface FiguresWanted {
  readonly projectId: ProjectId;
  readonly guidelines: Guidelines | null;
  /** The project's. */
  readonly deals: readonly LinkedDeal[];
  readonly costs: CostSettings;
  readonly rates: CompanyRates;
  readonly billing: Billing;
  readonly today: PlainDate;
  readonly at: Instant;
}

/** Nobody can say which figures are the project's, or there are none to be had. */
export class NoFigures extends Error {
  override readonly name = 'NoFigures';
  constructor(readonly failure: MarginFailure) {
    super(`no figures: ${failure}`);
  }
}

/** Reads a project's money from where the company keeps it. @throws NoFigures, and what the ports throw. */
export function readFigures(world: World, wanted: FiguresWanted): Promise<Figures> {
  return wanted.costs.source === 'financialManager' ? fromFinancialManager(world, wanted) : fromOwnRates(world, wanted);
}

/** Nobody logged time before that, and Tempo wants a first day. */
const firstDay = '2000-01-01';

async function fromOwnRates(world: World, wanted: FiguresWanted): Promise<Figures> {
  const { projectId, guidelines, rates, billing, today, at } = wanted;
  if (!isPlainDate(firstDay)) throw new RangeError('the first day is no day');
  const currency = guidelines?.budget.amount.currency ?? 'PLN';
  const [worklogs, planned, tentative, { documents }] = await Promise.all([world.worklogs.ofProject(projectId, firstDay, today), plannedFrom(world, wanted), tentativePlans(world, wanted), world.billing.book(projectId)]);
  return ownFigures({
    worklogs,
    planned,
    tentative,
    endsOn: guidelines?.schedule.end ?? null,
    rates: rates.rates,
    roleOf: rolesBy(guidelines, rates),
    currency,
    billing,
    price: guidelines === null ? null : totalOf(guidelines.budget.amount.amount),
    invoiced: invoicedIn(documents, currency),
    asOf: today,
    readAt: at,
  });
}

async function fromFinancialManager(world: World, wanted: FiguresWanted): Promise<Figures> {
  const { projectId, guidelines, costs, today, at } = wanted;
  const match = matchCostProject(projectId, await orUnlicensed(world.costs.projects()), costs.chosen.find((one) => one.projectId === projectId)?.costProjectId);
  if (match.kind !== 'found') throw new NoFigures(unmatched[match.kind]);
  if (!match.project.countsMoney) throw new NoFigures('timeBasedCostProject');
  const [facts, planned, tentative] = await Promise.all([orUnlicensed(world.costs.facts(match.project.id, today, guidelines?.schedule.end ?? null)), plannedFrom(world, wanted), tentativePlans(world, wanted)]);
  return costFigures({
    facts,
    price: guidelines?.budget.amount ?? null,
    planned,
    tentative,
    endsOn: guidelines?.schedule.end ?? null,
    rates: wanted.rates.rates,
    asOf: today,
    readAt: at,
  });
}

const unmatched: Readonly<Record<Exclude<CostMatch['kind'], 'found'>, MarginFailure>> = {
  several: 'severalCostProjects',
  shared: 'sharedCostProject',
  gone: 'costProjectGone',
  none: 'noCostProject',
};

/** What a token without licence or permission is answered is nowhere stated, so both ways of saying no are taken for it. */
async function orUnlicensed<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof OutsideError && (error.failure === 'refused' || error.failure === 'missing')) throw new NoFigures('unlicensed');
    throw error;
  }
}

/** What the planner holds behind today; undefined without a schedule, for then nobody knows how far the plans go. */
async function plannedFrom({ planner }: World, { projectId, guidelines, rates, today }: FiguresWanted) {
  if (guidelines === null) return undefined;
  const [tomorrow, last] = [addDays(today, 1), guidelines.schedule.end];
  if (last < tomorrow) return [];
  return plannedWork(await planner.plansOfProject(projectId, tomorrow, last), tomorrow, last, rolesBy(guidelines, rates));
}

/** The app's own plans for deals that are not won yet, as its ledger has them. */
async function tentativePlans({ settings, ledger }: World, { deals }: FiguresWanted): Promise<ReadonlySet<PlanId>> {
  const mapping = await settings.mapping();
  const rows = await Promise.all(deals.filter(({ deal }) => stageOf(deal, mapping) === 'negotiation').map(({ deal }) => ledger.ofDeal(deal.id)));
  return new Set(rows.flat().flatMap((row) => (row.state === 'written' ? [row.planId] : [])));
}

/** The role that the project's guidelines give a person comes before the one that the company does. */
function rolesBy(guidelines: Guidelines | null, { people }: CompanyRates): (person: AccountId) => string | null {
  const known = new Map(people.map(({ accountId, role }) => [accountId, role]));
  for (const { person, role } of guidelines?.staffing ?? []) if (person !== null) known.set(person.accountId, role);
  return (person) => known.get(person) ?? null;
}
