import type { Plan } from '../../local/tempo/model';
import type { StaffingLine } from '../../src/domain/guidelines';
import type { DealId } from '../../src/domain/ids';
import type { LinkedDeal } from '../../src/domain/linked-deal';
import { findTag } from '../../src/domain/plan-entry';
import type { CompanyLife } from './company-life';
import { stages } from './rig';

/** What must be true whenever the app has stopped for a moment. */
export function expectPromisesKept(life: CompanyLife, edited: ReadonlyMap<number, string>): void {
  const tags = life.ourPlans().flatMap(({ description }) => findTag(description) ?? []);
  expect(tags).toEqual([...new Set(tags)]);
  const ordered = new Set(life.rig.storage.orders.all().map(({ dealId }) => dealId));
  // A worker that died in between has its work done again.
  if (life.isIdle()) for (const { deal, sync } of life.links()) if (sync.kind === 'failed' && sync.nextTryAt !== null) expect([...ordered]).toContain(deal.id);
  const { now, then } = life.strangersPlans();
  expect(now).toEqual(then);
  for (const [id, plan] of edited) {
    const standing = life.rig.tempo.store.plans.find(id);
    if (standing !== undefined) expect(JSON.stringify(standing)).toBe(plan);
  }
}

/**
 * What must be true when nothing is left to do.
 * @param taken tags of entries for which a person's change was taken.
 * @param touched plans that a person changed: one that was left to that person is none of ours any more.
 */
export function expectInStep(life: CompanyLife, taken: ReadonlySet<string>, touched: ReadonlySet<number>): void {
  const links = life.links();
  expect(life.rig.storage.orders.all()).toEqual([]);
  expect(links.map(({ sync, drift }) => ({ kind: sync.kind, drift: drift.length }))).toEqual(links.map(() => ({ kind: 'inStep', drift: 0 })));
  expect(links.map(({ deal }) => deal.stageName)).toEqual(links.map(({ deal }) => life.stageOf(deal.id)));
  const left = new Set(life.rig.storage.ledger.all().flatMap((row) => (row.state === 'released' && row.planId !== null ? [Number(row.planId)] : [])));
  const standing = life.ourPlans().filter(({ id, endDate }) => endDate >= life.today() && !(touched.has(id) && left.has(id)));
  const isFree = (tag: string): boolean => !taken.has(tag);
  const entries = standing.map((plan) => viewOf(plan, life)).filter(({ tag }) => isFree(tag));
  const wanted = wantedEntries(life, links).filter(({ tag }) => isFree(tag));
  expect(entries.sort(byTag)).toEqual(wanted.sort(byTag));
}

interface Entry {
  readonly tag: string;
  readonly who: string;
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly mark: string;
}

const byTag = (a: Entry, b: Entry): number => (a.tag < b.tag ? -1 : 1);

function viewOf(plan: Plan, { rig }: CompanyLife): Entry {
  const role = rig.tempo.store.resources.find(Number(plan.assigneeId))?.name;
  return {
    tag: findTag(plan.description) ?? plan.description,
    who: plan.assigneeType === 'USER' ? plan.assigneeId : `role ${role ?? '?'}`,
    from: plan.startDate,
    to: plan.endDate,
    minutes: plan.effort.type === 'SECONDS_PER_DAY' ? plan.effort.plannedSecondsPerDay / 60 : -1,
    mark: /^(Negocjacje|Wygrane wewnętrznie)/.exec(plan.description)?.[1] ?? '',
  };
}

/** The brief's own table of what each stage wants, written down a second time. */
function wantedEntries(life: CompanyLife, links: readonly LinkedDeal[]): Entry[] {
  const [first] = [...links].sort((a, b) => (a.linkedAt < b.linkedAt ? -1 : a.linkedAt > b.linkedAt ? 1 : 0));
  return links.flatMap((link) => {
    const stage = link.reprieve?.stage ?? stageOf(link.deal.stageName);
    if (stage === 'open' || stage === 'lost' || stage === undefined) return [];
    return life.lines.filter((line) => isOf(line, link.deal.id, first?.deal.id) && line.to >= life.today()).map((line) => ({
      tag: `[opiekun:${link.deal.id}:${line.id}]`,
      who: stage !== 'negotiation' && line.person !== null ? line.person.accountId : `role ${line.role}`,
      from: line.from,
      to: line.to,
      minutes: line.minutesPerDay,
      mark: stage === 'negotiation' ? 'Negocjacje' : stage === 'internallyWon' ? 'Wygrane wewnętrznie' : '',
    }));
  });
}

const stageOf = (name: string) => Object.entries(stages).find(([stageName]) => stageName === name)?.[1];
const isOf = (line: StaffingLine, deal: DealId, first: DealId | undefined): boolean => (line.dealId ?? first) === deal;

const explaining: Readonly<Record<string, readonly string[]>> = {
  POST: ['entry.created', 'entry.adopted'],
  PUT: ['entry.updated', 'entry.ended', 'entry.adopted'],
  DELETE: ['entry.deleted', 'entry.forgotten'],
};

/** Every write that Tempo carried out for the app stands in a deal's trail, by the name of what it was or of how it was found out later. */
export function expectEveryWriteExplained({ rig, removed }: CompanyLife): void {
  const records = rig.storage.audit.all().map(({ record }) => record);
  const tags = new Map<string, string>();
  for (const { details } of records) if (details['plan'] !== undefined && details['tag'] !== undefined) tags.set(details['plan'], details['tag']);
  for (const { method, planId, at } of rig.outside.writes) {
    // What a person deleted before an answer that was lost could be looked up was never known to the app.
    if (method === 'POST' && removed.has(planId)) continue;
    const tag = tags.get(planId);
    const found = records.some(({ event, details, at: when }) => when >= at && (explaining[method] ?? []).includes(event) && (details['plan'] === planId || (details['plan'] === undefined && details['tag'] === tag)));
    if (!found) throw new Error(`${method} of plan ${planId} at ${at} is explained by nothing in the trail`);
  }
}
