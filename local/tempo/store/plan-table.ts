import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import { transaction, type Database } from '../../database';
import type { Approval, AssigneeType, Plan, PlanChange, PlanContent, PlanItemType } from '../model';

const planRow = z.object({
  id: z.number(),
  assignee_id: z.string(),
  assignee_type: z.enum(['USER', 'GENERIC']),
  item_id: z.string(),
  item_type: z.enum(['PROJECT', 'ISSUE']),
  start_date: z.string(),
  end_date: z.string(),
  effort_type: z.enum(['SECONDS_PER_DAY', 'TOTAL_SECONDS']),
  effort_seconds: z.number(),
  include_non_working: z.number(),
  description: z.string(),
  start_time: z.nullable(z.string()),
  approval_status: z.nullable(z.enum(['REQUESTED', 'APPROVED', 'REJECTED'])),
  approval_reviewer: z.nullable(z.string()),
  approval_requester: z.nullable(z.string()),
  approval_actor: z.nullable(z.string()),
  creator_id: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
});

function approvalOf(row: z.infer<typeof planRow>): Approval | undefined {
  if (row.approval_status === null || row.approval_reviewer === null || row.approval_requester === null) return undefined;
  return {
    status: row.approval_status,
    reviewerId: row.approval_reviewer,
    requesterId: row.approval_requester,
    actorId: row.approval_actor ?? undefined,
  };
}

function planOf(value: unknown): Plan {
  const row = planRow.parse(value);
  return {
    id: row.id,
    assigneeId: row.assignee_id,
    assigneeType: row.assignee_type,
    planItemId: row.item_id,
    planItemType: row.item_type,
    startDate: row.start_date,
    endDate: row.end_date,
    effort:
      row.effort_type === 'SECONDS_PER_DAY'
        ? { type: row.effort_type, plannedSecondsPerDay: row.effort_seconds }
        : { type: row.effort_type, plannedSeconds: row.effort_seconds },
    includeNonWorkingDays: row.include_non_working === 1,
    description: row.description,
    startTime: row.start_time ?? undefined,
    approval: approvalOf(row),
    creatorId: row.creator_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Every condition given must hold; lists mean "one of", and an empty list is no condition. */
export interface PlanFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly accountIds?: readonly string[] | undefined;
  readonly genericResourceIds?: readonly string[] | undefined;
  readonly planIds?: readonly number[] | undefined;
  readonly projectIds?: readonly string[] | undefined;
  readonly issueIds?: readonly string[] | undefined;
  readonly planItemTypes?: readonly PlanItemType[] | undefined;
  readonly assigneeTypes?: readonly AssigneeType[] | undefined;
  /** Date or instant; plans last changed then or later. */
  readonly updatedFrom?: string | undefined;
  /** The only people whose plans may be seen; generic resources are seen by all. */
  readonly visibleTo?: readonly string[] | undefined;
}

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

const ONE_OF = 'IN (SELECT value FROM json_each(?))';

function conditionsOf(filter: PlanFilter): { where: string; values: string[] } {
  const conditions: string[] = [];
  const values: string[] = [];
  const add = (condition: string, ...given: readonly string[]): void => {
    conditions.push(condition);
    values.push(...given);
  };
  const users = filter.accountIds ?? [];
  const resources = filter.genericResourceIds ?? [];
  if (filter.from !== undefined) add('end_date >= ?', filter.from);
  if (filter.to !== undefined) add('start_date <= ?', filter.to);
  if (users.length > 0 || resources.length > 0) {
    add(
      `((assignee_type = 'USER' AND assignee_id ${ONE_OF}) OR (assignee_type = 'GENERIC' AND assignee_id ${ONE_OF}))`,
      JSON.stringify(users),
      JSON.stringify(resources),
    );
  }
  if (filter.planIds?.length) add(`id ${ONE_OF}`, JSON.stringify(filter.planIds));
  if (filter.projectIds?.length) add(`item_type = 'PROJECT' AND item_id ${ONE_OF}`, JSON.stringify(filter.projectIds));
  if (filter.issueIds?.length) add(`item_type = 'ISSUE' AND item_id ${ONE_OF}`, JSON.stringify(filter.issueIds));
  if (filter.planItemTypes?.length) add(`item_type ${ONE_OF}`, JSON.stringify(filter.planItemTypes));
  if (filter.assigneeTypes?.length) add(`assignee_type ${ONE_OF}`, JSON.stringify(filter.assigneeTypes));
  if (filter.updatedFrom !== undefined) add('updated_at >= ?', filter.updatedFrom);
  if (filter.visibleTo !== undefined) {
    add(`(assignee_type = 'GENERIC' OR assignee_id ${ONE_OF})`, JSON.stringify(filter.visibleTo));
  }
  return { where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`, values };
}

function effortSeconds(content: PlanContent): number {
  return content.effort.type === 'SECONDS_PER_DAY' ? content.effort.plannedSecondsPerDay : content.effort.plannedSeconds;
}

type Value = string | number | null;

function contentValues(content: PlanContent, approval: Approval | undefined): Value[] {
  return [
    content.assigneeId,
    content.assigneeType,
    content.planItemId,
    content.planItemType,
    content.startDate,
    content.endDate,
    content.effort.type,
    effortSeconds(content),
    Number(content.includeNonWorkingDays),
    content.description,
    content.startTime ?? null,
    approval?.status ?? null,
    approval?.reviewerId ?? null,
    approval?.requesterId ?? null,
    approval?.actorId ?? null,
  ];
}

const CONTENT_COLUMNS = `assignee_id, assignee_type, item_id, item_type, start_date, end_date, effort_type, effort_seconds,
  include_non_working, description, start_time, approval_status, approval_reviewer, approval_requester, approval_actor`;

export class PlanTable {
  /** @param onChange told of every change, inside its transaction */
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly onChange: (change: PlanChange) => void,
  ) {}

  create(content: PlanContent, creatorId: string, approval?: Approval): Plan {
    const now = this.clock.now().toISOString();
    const marks = '?, '.repeat(17);
    return this.atomically(() => {
      const result = this.database
        .prepare(`INSERT INTO plan (${CONTENT_COLUMNS}, creator_id, created_at, updated_at) VALUES (${marks}?)`)
        .run(...contentValues(content, approval), creatorId, now, now);
      const plan = { ...content, id: Number(result.lastInsertRowid), approval, creatorId, createdAt: now, updatedAt: now };
      this.onChange({ kind: 'created', plan });
      return plan;
    });
  }

  /** Replaces all of a plan but its id, creator and time of creation. */
  replace(plan: Plan, content: PlanContent, approval: Approval | undefined): Plan {
    const now = this.clock.now().toISOString();
    const marks = '?, '.repeat(14);
    return this.atomically(() => {
      const result = this.database
        .prepare(`UPDATE plan SET (${CONTENT_COLUMNS}) = (${marks}?), updated_at = ? WHERE id = ?`)
        .run(...contentValues(content, approval), now, plan.id);
      const { id, creatorId, createdAt } = plan;
      const replaced = { ...content, id, approval, creatorId, createdAt, updatedAt: now };
      if (result.changes > 0) this.onChange({ kind: 'updated', before: plan, plan: replaced });
      return replaced;
    });
  }

  find(id: number): Plan | undefined {
    const row: unknown = this.database.prepare('SELECT * FROM plan WHERE id = ?').get(id);
    return row === undefined ? undefined : planOf(row);
  }

  /** Plans in the order of their ids. */
  search(filter: PlanFilter, page?: Page): Plan[] {
    const { where, values } = conditionsOf(filter);
    const limits = page === undefined ? [] : [page.limit, page.offset];
    return this.database
      .prepare(`SELECT * FROM plan ${where} ORDER BY id ${page === undefined ? '' : 'LIMIT ? OFFSET ?'}`)
      .all(...values, ...limits)
      .map(planOf);
  }

  delete(id: number): boolean {
    return this.atomically(() => {
      const row = this.database.prepare('DELETE FROM plan WHERE id = ? RETURNING *').get(id);
      if (row !== undefined) this.onChange({ kind: 'deleted', plan: planOf(row) });
      return row !== undefined;
    });
  }

  /** As `transaction`, and inside one that is open already a part of it. */
  private atomically<T>(work: () => T): T {
    return this.database.isTransaction ? work() : transaction(this.database, work);
  }
}
