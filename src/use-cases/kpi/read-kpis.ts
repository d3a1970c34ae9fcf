import type { AccountId } from '../../domain/ids';
import { salesGoalsIn, type KpiGoals } from '../../domain/kpi/goals';
import { kpisOf } from '../../domain/kpi/kpis';
import { outlookOf } from '../../domain/kpi/outlook';
import { quartersFrom } from '../../domain/kpi/quarter';
import { emptyRollup, type KpiRollup, type KpiSubject } from '../../domain/kpi/rollup';
import type { Person } from '../../domain/person';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { openKpis, quartersBefore } from './kpi-access';

export const goalsSubject = 'company';

/** The caller's figures, or others' where they see the portfolio: this quarter beside the last four. @throws UseCaseError `forbidden` */
export async function readKpis(world: World, call: SiteCall, { of }: { readonly of: KpiSubject | null }) {
  const [{ today, quarter, rollups, subject, seesPortfolio }, goals] = await Promise.all([openKpis(world, call, of), world.kpiGoals.read(goalsSubject)]);
  const listed = seesPortfolio ? managersIn(rollups.filter(({ period }) => period === quarter), salesGoalsIn(goals, quarter).map(({ manager }) => manager)) : [];
  const meant = subject.kind === 'manager' ? subject.manager : null;
  const names = await namesOf(world, [...listed, meant]);
  const nameOf = (manager: AccountId | null): Person | null => (manager === null ? null : (names.get(manager) ?? { accountId: manager, name: '' }));
  const now = kpisOf(rollups, quarter, subject, goals);
  const before = Array.from({ length: quartersBefore }, (_, at) => kpisOf(rollups, quartersFrom(quarter, at - quartersBefore), subject, goals));
  return {
    today,
    quarter,
    subject,
    manager: nameOf(meant),
    seesPortfolio,
    quarters: [...before, now],
    outlook: outlookOf(now, rollups.find(({ period }) => period === quarter) ?? emptyRollup(quarter), subject),
    managers: listed.map((manager) => ({ manager: nameOf(manager), kpis: kpisOf(rollups, quarter, { kind: 'manager', manager }, goals) })),
    goals: seesPortfolio ? goals : onlyOf(goals, call.accountId),
  };
}

/** Each account manager of the quarters once, whoever has a goal among them; nobody last. */
export function managersIn(rollups: readonly KpiRollup[], others: readonly AccountId[] = []): readonly (AccountId | null)[] {
  const all = new Set<AccountId | null>([...rollups.flatMap(({ managers }) => managers.map(({ manager }) => manager)), ...others]);
  const known = [...all].filter((manager) => manager !== null).sort();
  return all.has(null) ? [...known, null] : known;
}

export async function namesOf({ tracker }: World, ids: readonly (AccountId | null)[]): Promise<ReadonlyMap<AccountId, Person>> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  return new Map(known.length === 0 ? [] : (await tracker.people(known)).map((person) => [person.accountId, person]));
}

const onlyOf = ({ revision, targets, sales }: KpiGoals, accountId: AccountId): KpiGoals => ({
  revision,
  targets,
  sales: sales.flatMap(({ quarter, goals }) => {
    const own = goals.filter(({ manager }) => manager === accountId);
    return own.length === 0 ? [] : [{ quarter, goals: own }];
  }),
});
