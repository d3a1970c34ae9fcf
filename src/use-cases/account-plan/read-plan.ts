import { missingOf, planChanges, type PlanVersion } from '../../domain/account-plan';
import type { ClientId } from '../../domain/ids';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';
import { companyDay } from '../company-day';
import type { SiteCall } from '../call';
import { openClient } from '../clients/client-access';
import { UseCaseError } from '../use-case-error';
import { plansOf } from './kept-plan';

interface Named {
  readonly clientId: ClientId;
  readonly year: number;
}

/** A client's plan for a year: the newest version, what it changes, and every version before it. @throws UseCaseError `notFound` */
export async function readPlan(world: World, call: SiteCall, { clientId, year }: Named) {
  const { mayEdit, mayValidate } = await openClient(world, clientId);
  const [versions, today] = await Promise.all([plansOf(world, clientId, year), companyDay(world)]);
  const newest = versions[0];
  return {
    year,
    thisYear: Number(today.slice(0, 4)),
    mayEdit,
    /** Whoever submitted a version cannot validate it. */
    mayDecide: mayValidate && newest?.content.state === 'submitted' && newest.content.submitted.by.accountId !== call.accountId,
    current: newest === undefined ? null : viewOf(newest, versions),
    missing: newest?.content.state === 'draft' ? [...missingOf(newest.content.plan)] : [],
    versions: versions.map(({ content }) => headOf(content)),
  };
}

/** One version of a plan, as it was submitted. @throws UseCaseError `notFound`, also for a draft of somebody else's client. */
export async function readPlanVersion(world: World, _call: SiteCall, { clientId, year, number }: Named & { readonly number: number }) {
  await openClient(world, clientId);
  const versions = await plansOf(world, clientId, year);
  const wanted = versions.find(({ content }) => content.number === number);
  if (wanted === undefined) throw new UseCaseError('notFound');
  return viewOf(wanted, versions);
}

function viewOf({ revision, content }: Filed<PlanVersion>, versions: readonly Filed<PlanVersion>[]) {
  const { number, plan } = content;
  const before = versions.find((one) => one.content.number === number - 1);
  return {
    ...headOf(content),
    revision,
    plan: { ...plan, goals: [...plan.goals], risks: [...plan.risks] },
    /** Null for the first version. */
    changes: before === undefined ? null : [...planChanges(before.content.plan, plan)],
  };
}

const headOf = (version: PlanVersion) => ({
  number: version.number,
  state: version.state,
  submitted: version.state === 'draft' ? null : version.submitted,
  decided: version.state === 'validated' || version.state === 'returned' ? version.decided : null,
  reason: version.state === 'returned' ? version.reason : null,
});
