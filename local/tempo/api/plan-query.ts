import { isPlainDate } from '../../plain-date';
import { NotModelled } from '../errors';
import type { PlanFilter } from '../store/plan-table';
import type { BodyFields } from './body-fields';
import type { PlanView } from './plan-answer';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;

/** Query parameters of GET /4/plans that may be repeated, and those that hold numbers. */
export const PLAN_QUERY_SHAPE = {
  lists: ['accountIds', 'genericResourceIds', 'planIds', 'projectIds', 'issueIds', 'planItemTypes', 'assigneeTypes', 'plannedTimeBreakdown'],
  integers: ['genericResourceIds', 'planIds', 'projectIds', 'issueIds', 'offset', 'limit'],
};

export interface PlanQuery {
  readonly filter: PlanFilter;
  readonly view: PlanView;
}

/** A date stays one, and is where its day begins; an instant gets the form that the store compares with. */
function readUpdatedFrom(fields: BodyFields): string | undefined {
  const value = fields.text('updatedFrom');
  if (value === undefined || isPlainDate(value)) return value;
  const isInstant = INSTANT.test(value) && !Number.isNaN(Date.parse(value));
  fields.complainIf(!isInstant, 'updatedFrom must be a date');
  return isInstant ? new Date(value).toISOString() : undefined;
}

function readDaily(fields: BodyFields): boolean {
  return fields.choices('plannedTimeBreakdown', ['DAILY', 'PERIOD']).includes('DAILY');
}

/** from, to, updatedFrom and the breakdown, all optional. */
export function readWindow(fields: BodyFields): PlanQuery {
  const from = fields.date('from');
  const to = fields.date('to');
  fields.complainIf(from !== undefined && to !== undefined && to < from, 'to must not be before from');
  return { filter: { from, to, updatedFrom: readUpdatedFrom(fields) }, view: { scope: { from, to }, daily: readDaily(fields) } };
}

/** The filters of GET /4/plans and POST /4/plans/search; from and to are required. Unknown filters are ignored, as Tempo does. */
export function readPlanQuery(fields: BodyFields): PlanQuery {
  fields.requiredDate('from');
  fields.requiredDate('to');
  const window = readWindow(fields);
  if (fields.texts('planItemIds').length > 0) throw new NotModelled('the deprecated filter planItemIds');
  return {
    view: window.view,
    filter: {
      ...window.filter,
      accountIds: fields.texts('accountIds'),
      genericResourceIds: fields.integers('genericResourceIds').map(String),
      planIds: fields.integers('planIds'),
      projectIds: fields.integers('projectIds').map(String),
      issueIds: fields.integers('issueIds').map(String),
      planItemTypes: fields.choices('planItemTypes', ['PROJECT', 'ISSUE']),
      assigneeTypes: fields.choices('assigneeTypes', ['USER', 'GENERIC']),
    },
  };
}
