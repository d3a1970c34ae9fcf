import { addDays, dayAt } from '../../domain/calendar';
import type { Billing } from '../../domain/figures';
import { defaultTargetMargin, type Guidelines } from '../../domain/guidelines';
import type { AccountId, ProjectId } from '../../domain/ids';
import { readMargin } from '../../domain/margin-guard';
import { watch, type ThreatEvent } from '../../domain/margin-threat';
import { isPlainDate, type Instant, type PlainDate } from '../../domain/plain-date';
import { ownFigures } from '../../domain/own-figures';
import { plannedWork } from '../../domain/planned-work';
import { unchecked, type CompanyRates, type MarginFailure, type ProjectMargin } from '../../domain/project-margin';
import { totalOf } from '../../domain/total';
import { NotConnected, OutsideError, StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';

const tries = 3;

/** Nobody logged time before that, and Tempo wants a first day. */
const firstDay = '2000-01-01';

/**
 * Reads a project's money anew and keeps what it says. What could not be read leaves the figures from before, with the reason beside them.
 * @returns what stands now.
 */
export async function lookAtMargin(world: World, projectId: ProjectId, by: AccountId | 'reconcile'): Promise<ProjectMargin> {
  for (let attempt = 1; ; attempt += 1) {
    const before = (await world.margin.margin(projectId)) ?? unchecked(projectId);
    const { after, event } = await look(world, before);
    try {
      await world.margin.save(after);
    } catch (error) {
      if (error instanceof StoreConflict && attempt < tries) continue;
      throw error;
    }
    if (event !== null) {
      const details = { state: after.reading?.state ?? '', reasons: (after.threat?.reasons ?? []).map(({ kind }) => kind).join(' ') };
      await world.audit.append(`project:${projectId}`, [{ at: world.clock.now(), event, by, details }]);
    }
    return after;
  }
}

async function look(world: World, before: ProjectMargin): Promise<{ readonly after: ProjectMargin; readonly event: ThreatEvent | null }> {
  const at = world.clock.now();
  const next = { ...before, revision: before.revision + 1, checkedAt: at };
  try {
    const [current, company, settings, rates] = await Promise.all([
      world.guidelines.current(before.projectId),
      world.settings.company(),
      world.margin.settings(before.projectId),
      world.margin.rates(),
    ]);
    const today = dayAt(at, company.timeZone);
    const guidelines = current?.guidelines ?? null;
    const figures = await readFigures(world, before.projectId, { guidelines, rates, billing: settings.billing, today, at });
    const reading = readMargin({ figures, guidelines, target: guidelines?.budget.targetMargin ?? defaultTargetMargin, today });
    const { threat, event } = watch(before.threat, reading, at);
    return { after: { ...next, failure: null, figures, reading, threat }, event };
  } catch (error) {
    return { after: { ...next, failure: failureOf(world, error) }, event: null };
  }
}

interface Source {
  readonly guidelines: Guidelines | null;
  readonly rates: CompanyRates;
  readonly billing: Billing;
  readonly today: PlainDate;
  readonly at: Instant;
}

async function readFigures({ worklogs, planner }: World, projectId: ProjectId, { guidelines, rates, billing, today, at }: Source) {
  const roleOf = rolesBy(guidelines, rates);
  const last = guidelines?.schedule.end ?? null;
  const tomorrow = addDays(today, 1);
  if (!isPlainDate(firstDay)) throw new RangeError('the first day is no day');
  const [logged, plans] = await Promise.all([
    worklogs.ofProject(projectId, firstDay, today),
    // Without a schedule nobody knows how far the plans go.
    last === null ? undefined : last < tomorrow ? [] : planner.plansOfProject(projectId, tomorrow, last),
  ]);
  return ownFigures({
    worklogs: logged,
    planned: plans === undefined || last === null ? undefined : plannedWork(plans, tomorrow, last, roleOf),
    rates: rates.rates,
    roleOf,
    currency: guidelines?.budget.amount.currency ?? 'PLN',
    billing,
    price: guidelines === null ? null : totalOf(guidelines.budget.amount.amount),
    invoiced: [],
    asOf: today,
    readAt: at,
  });
}

/** The role that the project's guidelines give a person comes before the one that the company does. */
function rolesBy(guidelines: Guidelines | null, { people }: CompanyRates): (person: AccountId) => string | null {
  const known = new Map(people.map(({ accountId, role }) => [accountId, role]));
  for (const { person, role } of guidelines?.staffing ?? []) if (person !== null) known.set(person.accountId, role);
  return (person) => known.get(person) ?? null;
}

function failureOf({ log, ids }: World, error: unknown): MarginFailure {
  if (error instanceof OutsideError) return error.failure;
  if (error instanceof NotConnected) return 'notConnected';
  log.error('margin.failed', ids.next(), error);
  return 'unexpected';
}
