import type { ConnectionCheck } from '../../src/domain/connection-check';
import { planId } from '../../src/domain/fixture/values';
import type { PlanId } from '../../src/domain/ids';
import type { ActualPlan, PlanContent } from '../../src/domain/plan-entry';
import { NotConnected, OutsideError } from '../../src/ports/errors';
import type { Planner } from '../../src/ports/planner';
import type { SecretStore } from '../../src/ports/secret-store';
import type { Clock } from '../../src/ports/surroundings';

/** Tempo's planner as far as the port shows it: plans that we and people create, change and delete. */
export class MemoryTempo {
  readonly plans = new Map<PlanId, PlanContent>();
  readonly askedForApproval: PlanId[] = [];
  readonly approved = new Set<PlanId>();
  isApprovalOn = false;
  checks: readonly ConnectionCheck[] = [];
  /** Creates, updates and deletions that came through the port. */
  writes = 0;
  /** Requests for plans that came through the port. */
  reads = 0;
  private created = 0;

  constructor(private readonly clock: Clock) {}

  /** As by a person, past the app. */
  put(content: PlanContent, id: PlanId = this.nextId()): PlanId {
    this.plans.set(id, content);
    return id;
  }

  remove(id: PlanId): void {
    this.plans.delete(id);
  }

  port(secrets: SecretStore): Planner {
    const connected = async (): Promise<void> => {
      if ((await secrets.tempoToken()) === undefined) throw new NotConnected('tempo');
    };
    const seen = (id: PlanId, content: PlanContent): ActualPlan => ({ id, content, updatedAt: this.clock.now(), isSyncedFromIssue: false, isApproved: this.approved.has(id) });
    return {
      test: async () => this.checks,
      isApprovalOn: async () => {
        await connected();
        return this.isApprovalOn;
      },
      plansOfProject: async (projectId, from, to) => {
        await connected();
        this.reads += 1;
        return [...this.plans]
          .filter(([, content]) => content.projectId === projectId && content.from <= to && content.to >= from)
          .map(([id, content]) => seen(id, content));
      },
      plans: async (ids, from, to) => {
        await connected();
        this.reads += 1;
        return ids.flatMap((id) => {
          const content = this.plans.get(id);
          return content !== undefined && content.from <= to && content.to >= from ? [seen(id, content)] : [];
        });
      },
      plan: async (id) => {
        await connected();
        this.reads += 1;
        const content = this.plans.get(id);
        return content && seen(id, content);
      },
      create: async (content, { asksForApproval }) => {
        await connected();
        this.writes += 1;
        const id = this.put(content);
        if (asksForApproval) this.askedForApproval.push(id);
        return id;
      },
      update: async (id, content, { asksForApproval }) => {
        await connected();
        if (!this.plans.has(id)) throw new OutsideError('tempo', 'missing', 'no such plan');
        this.writes += 1;
        this.put(content, id);
        if (asksForApproval) this.askedForApproval.push(id);
      },
      remove: async (id) => {
        await connected();
        this.writes += 1;
        this.plans.delete(id);
      },
    };
  }

  private nextId(): PlanId {
    this.created += 1;
    return planId(String(100 + this.created));
  }
}
