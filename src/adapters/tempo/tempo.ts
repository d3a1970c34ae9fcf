import { isPlanId, type PlanId } from '../../domain/ids';
import { findTag, type ActualPlan, type PlanContent } from '../../domain/plan-entry';
import { OutsideError } from '../../ports/errors';
import type { Planner, TempoCredentials } from '../../ports/planner';
import type { Http } from '../http/http';
import { findReviewer, readApproval } from './approval';
import { testConnection } from './connection-test';
import { createGenericResources, type GenericResources } from './generic-resources';
import { actualPlan, createdPlan, isForRole, planAnswer, type PlanAnswer, type RoleNames } from './plan-answer';
import { listPlans, listPlansById } from './plan-pages';
import { mergedRequest, planRequest } from './plan-request';
import { createTempoApi, type TempoApi } from './tempo-api';
import { TempoError } from './tempo-error';

export interface TempoOptions {
  /** Made for the system tempo. */
  readonly http: Http;
  /** The stored ones. @throws NotConnected */
  readonly credentials: () => Promise<TempoCredentials>;
}

interface Connection {
  readonly api: TempoApi;
  readonly resources: GenericResources;
}

const isMissing = (error: unknown): boolean => error instanceof TempoError && error.status === 404;
const unreadable = (): OutsideError => new OutsideError('tempo', 'unexpectedAnswer', 'a plan lacks what every plan has');
const pathOf = (id: PlanId): string => `/4/plans/${id}`;

/** Tempo Planner. For one invocation: it remembers the roles and the approval of one customer. */
export function createTempo({ http, credentials }: TempoOptions): Planner {
  let opened: Promise<Connection> | undefined;
  let approval: Promise<boolean | undefined> | undefined;
  /** Plans as they were read last, which a change of them is merged into. */
  const read = new Map<PlanId, PlanAnswer>();
  /** Whom a person's plans are sent to for approval. */
  const reviewers = new Map<string, Promise<string | undefined>>();

  async function open(): Promise<Connection> {
    const api = createTempoApi(http, await credentials());
    return { api, resources: createGenericResources(api) };
  }

  function connection(): Promise<Connection> {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  }

  async function namesFor(plans: readonly PlanAnswer[]): Promise<RoleNames> {
    if (!plans.some(isForRole)) return () => undefined;
    const names = await (await connection()).resources.names();
    return (id) => names.get(id);
  }

  async function find(id: PlanId): Promise<PlanAnswer | undefined> {
    const { api } = await connection();
    try {
      return await api.read(planAnswer(), { method: 'GET', path: pathOf(id), repeatable: true });
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async function assigneeIdOf({ assignee }: PlanContent): Promise<string> {
    return assignee.kind === 'person' ? assignee.accountId : (await connection()).resources.idOf(assignee.role);
  }

  async function reviewerFor({ assignee, from, to }: PlanContent, asksForApproval: boolean): Promise<string | undefined> {
    if (!asksForApproval || assignee.kind !== 'person') return undefined;
    const { api } = await connection();
    const known = reviewers.get(assignee.accountId) ?? findReviewer(api, assignee.accountId, from, to);
    reviewers.set(assignee.accountId, known);
    return known;
  }

  /** The plans that can be read. Another's plan that cannot is none of our business; one of ours must not be taken for missing. */
  async function actualPlans(found: readonly PlanAnswer[], areOurs: boolean): Promise<readonly ActualPlan[]> {
    const roleName = await namesFor(found);
    return found.flatMap((plan) => {
      const actual = actualPlan(plan, roleName);
      if (actual === undefined && (areOurs || findTag(plan.description ?? '') !== undefined)) throw unreadable();
      if (actual !== undefined) read.set(actual.id, plan);
      return actual ?? [];
    });
  }

  return {
    test: (candidate) => testConnection(http, candidate),

    async isApprovalOn() {
      const { api } = await connection();
      approval ??= readApproval(api).catch((error: unknown) => {
        approval = undefined;
        throw error;
      });
      return (await approval) ?? false;
    },

    async plansOfProject(projectId, from, to) {
      return actualPlans(await listPlans((await connection()).api, projectId, from, to), false);
    },

    async plans(ids, from, to) {
      read.clear();
      return actualPlans(await listPlansById((await connection()).api, ids, from, to), true);
    },

    async plan(id): Promise<ActualPlan | undefined> {
      const found = await find(id);
      if (found === undefined) return undefined;
      const [plan] = await actualPlans([found], true);
      if (plan?.id !== id) throw unreadable();
      return plan;
    },

    async create(content, { asksForApproval }) {
      const { api } = await connection();
      const body = planRequest(content, await assigneeIdOf(content), await reviewerFor(content, asksForApproval));
      // Tempo knows no key by which a second request could be told from a repeated one: it is sent once.
      const { id } = await api.read(createdPlan(), { method: 'POST', path: '/4/plans', body, repeatable: false });
      if (!isPlanId(id)) throw new OutsideError('tempo', 'unexpectedAnswer', 'id: no id of a plan');
      return id;
    },

    async update(id, content, { asksForApproval }) {
      const { api } = await connection();
      // Read a moment ago, together with others; a second look at each would double the calls.
      const before = read.get(id) ?? (await find(id));
      read.delete(id);
      if (before === undefined) throw new TempoError('missing', 'the plan is gone', 404);
      const hasReviewer = typeof before.planApproval?.reviewer?.accountId === 'string';
      const reviewerId = hasReviewer ? undefined : await reviewerFor(content, asksForApproval);
      const wanted = planRequest(content, await assigneeIdOf(content), reviewerId);
      await api.done({ method: 'PUT', path: pathOf(id), body: mergedRequest(before, wanted), repeatable: true });
    },

    async remove(id) {
      const { api } = await connection();
      try {
        await api.done({ method: 'DELETE', path: pathOf(id), repeatable: true });
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  };
}
