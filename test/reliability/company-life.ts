import type { Plan } from '../../local/tempo/model';
import { addDays, dayAt } from '../../src/domain/calendar';
import { draftFrom, emptyDraft } from '../../src/domain/draft';
import { sampleGuidelines, staffingLine } from '../../src/domain/fixture/guidelines';
import { lineId, person } from '../../src/domain/fixture/values';
import type { StaffingLine } from '../../src/domain/guidelines';
import { parseDealId, type DealId } from '../../src/domain/ids';
import type { DriftChoice, LinkedDeal } from '../../src/domain/linked-deal';
import type { PlainDate } from '../../src/domain/plain-date';
import type { World } from '../../src/ports/world';
import { saveDraft } from '../../src/use-cases/guidelines/drafts';
import { publishGuidelines } from '../../src/use-cases/guidelines/publish-guidelines';
import { bringBack, letGo } from '../../src/use-cases/planner/bring-back';
import { linkDeal, unlinkDeal } from '../../src/use-cases/planner/link-deal';
import { projectChanged } from '../../src/use-cases/planner/project-changed';
import { resolveDrift } from '../../src/use-cases/planner/resolve-drift';
import { UseCaseError } from '../../src/use-cases/use-case-error';
import { company } from '../world/memory-world';
import type { Rig, StageName } from './rig';

const asManager = { projectId: company.project, accountId: company.accountManager };

export interface LineWish {
  /** Days from the first day of the harness on. */
  readonly begins: number;
  readonly lasts: number;
  readonly quarters: number;
  readonly named: boolean;
}

/** What people and the vendors' systems do around the app, through the app's use cases and the stand-ins' own stores. */
export class CompanyLife {
  /** What is published now. */
  lines: readonly StaffingLine[] = [];
  readonly deals: DealId[] = [];
  /** Plans that a person deleted. */
  readonly removed = new Set<string>();
  private readonly firstDay: PlainDate;
  private readonly strangers: readonly string[];
  private marks = 0;

  constructor(readonly rig: Rig) {
    this.firstDay = this.today();
    for (const [number, name] of ['Order portal', 'Upsell <&> "2"'].entries()) {
      const deal = rig.salesforce.store.createOpportunity({ number: number + 1, name, stageName: 'Negotiation', closeDate: '2026-12-31' });
      const id = parseDealId(deal.id);
      if (id !== undefined) this.deals.push(id);
    }
    const role = rig.tempo.store.createGenericResource('Developer');
    this.strangers = ['', '[opiekun:', 'Order portal · Developer'].map((description, at) => {
      const plan = rig.tempo.store.createPlan(
        {
          assigneeId: at === 0 ? 'dev' : String(role.id),
          assigneeType: at === 0 ? 'USER' : 'GENERIC',
          planItemId: company.project,
          planItemType: 'PROJECT',
          startDate: this.firstDay,
          endDate: addDays(this.firstDay, 60),
          effort: { type: 'SECONDS_PER_DAY', plannedSecondsPerDay: 3600 },
          includeNonWorkingDays: false,
          description,
          startTime: undefined,
        },
        'am-anna',
      );
      return JSON.stringify(rig.tempo.store.plans.find(plan.id));
    });
  }

  today(): PlainDate {
    return dayAt(this.rig.now(), 'Europe/Warsaw');
  }

  /** The plans that others made, as they stand now, beside what they were. */
  strangersPlans(): { readonly now: readonly string[]; readonly then: readonly string[] } {
    const ids = this.strangers.map((plan) => Number(/"id":([0-9]+)/.exec(plan)?.[1]));
    return { now: ids.map((id) => JSON.stringify(this.rig.tempo.store.plans.find(id))), then: this.strangers };
  }

  /** Whether no worker works, or died while it worked. */
  isIdle(): boolean {
    return (this.rig.storage.worker.all()[0]?.lease ?? null) === null;
  }

  /** Every plan that carries a tag of ours or was made by the app. */
  ourPlans(): readonly Plan[] {
    const strangers = new Set(this.strangers.map((plan) => Number(/"id":([0-9]+)/.exec(plan)?.[1])));
    return this.rig.tempo.store.plans.search({}).filter(({ id }) => !strangers.has(id));
  }

  move(at: number, stageName: StageName): void {
    const deal = this.deals[at];
    if (deal !== undefined && this.rig.salesforce.store.opportunities.find(deal)?.deleted === false) this.rig.salesforce.store.moveStage(deal, stageName);
  }

  stageOf(deal: DealId): string | undefined {
    return this.rig.salesforce.store.opportunities.find(deal)?.stageName;
  }

  async publish(wishes: readonly LineWish[]): Promise<void> {
    const staffing = wishes.map(({ begins, lasts, quarters, named }, at) => {
      const from = addDays(this.firstDay, begins);
      // The first line is the first deal's, and so is every line that names none.
      const dealId = at === 2 ? (this.deals[1] ?? null) : null;
      return staffingLine({ id: lineId(`line${at}`), from, to: addDays(from, lasts), minutesPerDay: quarters * 15, person: named ? person('dev') : null, dealId });
    });
    await this.as(async (world) => {
      const draft = { ...emptyDraft, ...draftFrom({ ...sampleGuidelines, staffing }) };
      const revision = (await world.guidelines.draft(company.project))?.revision ?? 0;
      const saved = await saveDraft(world, asManager, { revision, draft });
      await publishGuidelines(world, asManager, { revision: saved.revision });
    });
    this.lines = this.rig.storage.versions.all().map(({ version }) => version).sort((a, b) => b.version - a.version)[0]?.guidelines.staffing ?? [];
  }

  link = (at: number) => this.withDeal(at, (world, dealId) => linkDeal(world, asManager, { dealId }));
  unlink = (at: number) => this.withDeal(at, (world, dealId) => unlinkDeal(world, asManager, { dealId }));
  bringBack = (at: number) => this.withDeal(at, (world, dealId) => bringBack(world, asManager, { dealId }));
  letGo = (at: number) => this.withDeal(at, (world, dealId) => letGo(world, asManager, { dealId }));
  close = () => this.as((world) => projectChanged(world, company.project, 'closed'));
  reopen = () => this.as((world) => projectChanged(world, company.project, 'opened'));

  /** A person changes one of our plans in Tempo. @returns the plan as they left it. */
  edit(which: number, change: 'days' | 'hours' | 'description' | 'person'): Plan | undefined {
    const plan = this.pick(which);
    if (plan === undefined) return undefined;
    // A plan whose answer was lost is known by its tag alone: who takes that away in the same half minute makes it a plan of their own.
    const isKnown = this.rig.storage.ledger.all().some((row) => row.state !== 'claimed' && row.planId === String(plan.id));
    if (change === 'description' && !isKnown) return undefined;
    this.marks += 1;
    const changed = {
      days: { endDate: addDays(this.firstDay, 90 + this.marks) },
      hours: { effort: { type: 'SECONDS_PER_DAY' as const, plannedSecondsPerDay: 60 * (7 + this.marks) } },
      description: { description: `by hand ${this.marks}` },
      person: { assigneeId: 'am-anna', assigneeType: 'USER' as const, description: `${plan.description} by hand ${this.marks}` },
    }[change];
    this.rig.tempo.store.plans.replace(plan, { ...plan, ...changed }, plan.approval);
    return this.rig.tempo.store.plans.find(plan.id);
  }

  remove(which: number): void {
    const plan = this.pick(which);
    if (plan === undefined) return;
    this.rig.tempo.store.plans.delete(plan.id);
    this.removed.add(String(plan.id));
  }

  links(): readonly LinkedDeal[] {
    return this.rig.storage.deals.all();
  }

  /** @returns the plan whose drift was settled. */
  async resolve(which: number, choice: DriftChoice): Promise<string | undefined> {
    const waiting = this.links().flatMap((link) => link.drift.filter(({ chosen }) => chosen === null).map(({ tag }) => ({ dealId: link.deal.id, tag })));
    const picked = waiting[which % Math.max(1, waiting.length)];
    if (picked === undefined) return undefined;
    await this.as((world) => resolveDrift(world, asManager, { ...picked, choice }));
    return picked.tag;
  }

  private pick(which: number): Plan | undefined {
    const plans = this.ourPlans();
    return plans[which % Math.max(1, plans.length)];
  }

  private withDeal(at: number, act: (world: World, dealId: DealId) => Promise<unknown>): Promise<void> {
    const deal = this.deals[at];
    return deal === undefined ? Promise.resolve() : this.as((world) => act(world, deal));
  }

  /** What a person asks for may be refused, or end with the process that was to do it. */
  private async as(act: (world: World) => Promise<unknown>): Promise<void> {
    await this.rig.run(async (createWorld) => {
      try {
        await act(createWorld());
      } catch (error) {
        if (!(error instanceof UseCaseError)) throw error;
      }
    });
  }
}
