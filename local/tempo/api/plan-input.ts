import { ASSIGNEE_MISSING, ISSUE_MISSING, MAX_DESCRIPTION, MAX_SPAN_DAYS, PROJECT_MISSING, REVIEWER_MISSING } from '../assumptions';
import { spanDays } from '../calendar';
import { NotModelled, RefusedRequest } from '../errors';
import type { ApprovalStatus, Effort, PlanContent } from '../model';
import type { BodyFields } from './body-fields';
import type { Surroundings } from './environment';

const START_TIME = /^([01]?\d|2[0-3]):[0-5]\d$/;
const NUMERIC_ID = /^\d{1,15}$/;

export interface PlanRequest {
  readonly content: PlanContent;
  readonly reviewerId?: string | undefined;
  readonly approvalStatus?: ApprovalStatus | undefined;
}

function readEffort(fields: BodyFields): Effort {
  const type = fields.choice('effortPersistenceType', ['SECONDS_PER_DAY', 'TOTAL_SECONDS']) ?? 'SECONDS_PER_DAY';
  const name = type === 'SECONDS_PER_DAY' ? 'plannedSecondsPerDay' : 'plannedSeconds';
  const complaintsBefore = fields.complaints.length;
  const seconds = fields.integer(name, 1);
  const missing = seconds === undefined && fields.complaints.length === complaintsBefore;
  fields.complainIf(missing, `${name} cannot be null`);
  return type === 'SECONDS_PER_DAY' ? { type, plannedSecondsPerDay: seconds ?? 1 } : { type, plannedSeconds: seconds ?? 1 };
}

function refuseRecurrence(fields: BodyFields): void {
  const rule = fields.choice('rule', ['NEVER', 'WEEKLY', 'BI_WEEKLY', 'MONTHLY']) ?? 'NEVER';
  if (rule !== 'NEVER') throw new NotModelled(`recurring plans (rule ${rule})`);
}

/**
 * The body of POST and PUT /4/plans (Tempo REST API 4.0, schema PlanInput). Fields that Tempo does not know are ignored.
 * @throws RefusedRequest 400 with every complaint about form
 * @throws NotModelled for recurring plans
 */
export function readPlanRequest(fields: BodyFields): PlanRequest {
  const assigneeId = fields.requiredText('assigneeId');
  const assigneeType = fields.requiredChoice('assigneeType', ['USER', 'GENERIC']);
  const planItemId = fields.requiredText('planItemId');
  const planItemType = fields.requiredChoice('planItemType', ['PROJECT', 'ISSUE']);
  const startDate = fields.requiredDate('startDate');
  const endDate = fields.requiredDate('endDate');
  const effort = readEffort(fields);
  const description = fields.text('description') ?? '';
  const startTime = fields.text('startTime');
  const includeNonWorkingDays = fields.flag('includeNonWorkingDays') ?? false;
  const approval = fields.nested('planApproval');
  const reviewerId = approval?.text('reviewerId');
  const approvalStatus = approval?.choice('status', ['REQUESTED', 'APPROVED', 'REJECTED']);

  fields.complainIf(startDate !== '' && endDate !== '' && endDate < startDate, 'endDate must not be before startDate');
  fields.complainIf(spanDays(startDate, endDate) > MAX_SPAN_DAYS, `plan must not be longer than ${MAX_SPAN_DAYS} days`);
  fields.complainIf(planItemId !== '' && !NUMERIC_ID.test(planItemId), 'planItemId must be a numeric id');
  fields.complainIf(assigneeType === 'GENERIC' && assigneeId !== '' && !NUMERIC_ID.test(assigneeId), 'assigneeId must be a numeric id');
  fields.complainIf(description.length > MAX_DESCRIPTION, `description must not exceed ${MAX_DESCRIPTION} characters`);
  fields.complainIf(startTime !== undefined && !START_TIME.test(startTime), 'startTime must be in the form HH:mm');
  fields.complaints.push(...(approval?.complaints ?? []));
  fields.finish();
  refuseRecurrence(fields);
  fields.finish();

  const content: PlanContent = {
    assigneeId,
    assigneeType,
    planItemId,
    planItemType,
    startDate,
    endDate,
    effort,
    includeNonWorkingDays,
    description,
    startTime,
  };
  return { content, reviewerId, approvalStatus };
}

function assigneeExists({ store }: Surroundings, content: PlanContent): boolean {
  if (content.assigneeType === 'GENERIC') return store.resources.find(Number(content.assigneeId)) !== undefined;
  return store.people.find(content.assigneeId)?.active === true;
}

/**
 * Whether the plan speaks of people, projects and issues that exist.
 * @throws RefusedRequest 400
 */
export function checkReferences(surroundings: Surroundings, { content, reviewerId }: PlanRequest): void {
  const { jira, store } = surroundings;
  if (!assigneeExists(surroundings, content)) throw new RefusedRequest(400, [ASSIGNEE_MISSING]);
  if (content.planItemType === 'PROJECT' && jira.projectName(content.planItemId) === undefined) {
    throw new RefusedRequest(400, [PROJECT_MISSING]);
  }
  if (content.planItemType === 'ISSUE' && jira.issueName(content.planItemId) === undefined) {
    throw new RefusedRequest(400, [ISSUE_MISSING]);
  }
  if (reviewerId === undefined || !store.settings.get().planApprovalEnabled) return;
  const reviewer = store.people.find(reviewerId);
  if (reviewer === undefined || !reviewer.active || !reviewer.reviewer) throw new RefusedRequest(400, [REVIEWER_MISSING]);
}
