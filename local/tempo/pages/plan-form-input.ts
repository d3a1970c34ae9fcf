import { MAX_DESCRIPTION, MAX_SPAN_DAYS } from '../assumptions';
import { isPlainDate } from '../../plain-date';
import { spanDays } from '../calendar';
import type { AssigneeType, Plan, PlanContent, PlanItemType } from '../model';
import type { TempoStore } from '../store/tempo-store';

/** The fields of the plan form as a person typed them. */
export interface PlanForm {
  /** `USER:<account id>` or `GENERIC:<resource id>`. */
  readonly assignee: string;
  /** `PROJECT:<id>` or `ISSUE:<id>`. */
  readonly item: string;
  readonly from: string;
  readonly to: string;
  readonly hours: string;
  readonly effort: 'SECONDS_PER_DAY' | 'TOTAL_SECONDS';
  readonly includeNonWorkingDays: boolean;
  readonly description: string;
  readonly reviewerId: string;
}

export type PlanFormError = 'assignee' | 'item' | 'from' | 'to' | 'order' | 'span' | 'hours' | 'length' | 'reviewer';

export type PlanFormResult =
  | { readonly content: PlanContent; readonly reviewerId?: string | undefined }
  | { readonly errors: readonly PlanFormError[] };

const HIGHEST_HOURS_A_DAY = 24;
const HIGHEST_TOTAL_HOURS = 100_000;

export function emptyPlanForm(today: string, chosen: { assignee: string; item: string }): PlanForm {
  return {
    ...chosen,
    from: today,
    to: today,
    hours: '8',
    effort: 'SECONDS_PER_DAY',
    includeNonWorkingDays: false,
    description: '',
    reviewerId: '',
  };
}

export function planFormOf(plan: Plan): PlanForm {
  const seconds = plan.effort.type === 'SECONDS_PER_DAY' ? plan.effort.plannedSecondsPerDay : plan.effort.plannedSeconds;
  return {
    assignee: `${plan.assigneeType}:${plan.assigneeId}`,
    item: `${plan.planItemType}:${plan.planItemId}`,
    from: plan.startDate,
    to: plan.endDate,
    hours: String(Math.round((seconds / 3600) * 10_000) / 10_000),
    effort: plan.effort.type,
    includeNonWorkingDays: plan.includeNonWorkingDays,
    description: plan.description,
    reviewerId: plan.approval?.reviewerId ?? '',
  };
}

export function readPlanForm(form: FormData): PlanForm {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    assignee: text('assignee'),
    item: text('item'),
    from: text('from'),
    to: text('to'),
    hours: text('hours'),
    effort: text('effort') === 'TOTAL_SECONDS' ? 'TOTAL_SECONDS' : 'SECONDS_PER_DAY',
    includeNonWorkingDays: form.has('includeNonWorkingDays'),
    description: text('description'),
    reviewerId: text('reviewerId'),
  };
}

function splitKey<T extends string>(key: string, types: readonly T[]): { type: T; id: string } | undefined {
  const colon = key.indexOf(':');
  const type = types.find((each) => each === key.slice(0, colon));
  const id = key.slice(colon + 1);
  return type === undefined || id === '' ? undefined : { type, id };
}

function secondsOf(form: PlanForm): number | undefined {
  const hours = Number(form.hours.replace(',', '.'));
  const highest = form.effort === 'SECONDS_PER_DAY' ? HIGHEST_HOURS_A_DAY : HIGHEST_TOTAL_HOURS;
  const seconds = Math.round(hours * 3600);
  return form.hours === '' || !(seconds >= 1) || hours > highest ? undefined : seconds;
}

/**
 * Checks a filled-in form.
 * @param before the plan being changed: its person and item are accepted even when they are gone by now
 */
export function checkPlanForm(store: TempoStore, form: PlanForm, itemExists: (type: PlanItemType, id: string) => boolean, before?: Plan): PlanFormResult {
  const errors: PlanFormError[] = [];
  const assignee = splitKey<AssigneeType>(form.assignee, ['USER', 'GENERIC']);
  const item = splitKey<PlanItemType>(form.item, ['PROJECT', 'ISSUE']);
  const seconds = secondsOf(form);
  const assigneeExists =
    assignee !== undefined &&
    (assignee.type === 'USER' ? store.people.find(assignee.id)?.active === true : store.resources.find(Number(assignee.id)) !== undefined);
  const isSameAssignee = before !== undefined && `${before.assigneeType}:${before.assigneeId}` === form.assignee;
  const isSameItem = before !== undefined && `${before.planItemType}:${before.planItemId}` === form.item;
  const reviewer = form.reviewerId === '' ? undefined : store.people.find(form.reviewerId);

  if (!assigneeExists && !isSameAssignee) errors.push('assignee');
  if (item === undefined || (!itemExists(item.type, item.id) && !isSameItem)) errors.push('item');
  if (!isPlainDate(form.from)) errors.push('from');
  if (!isPlainDate(form.to)) errors.push('to');
  if (isPlainDate(form.from) && isPlainDate(form.to) && form.to < form.from) errors.push('order');
  if (spanDays(form.from, form.to) > MAX_SPAN_DAYS) errors.push('span');
  if (seconds === undefined) errors.push('hours');
  if (form.description.length > MAX_DESCRIPTION) errors.push('length');
  if (form.reviewerId !== '' && !(reviewer?.active === true && reviewer.reviewer)) errors.push('reviewer');
  if (errors.length > 0 || assignee === undefined || item === undefined || seconds === undefined) return { errors };

  return {
    content: {
      assigneeId: assignee.id,
      assigneeType: assignee.type,
      planItemId: item.id,
      planItemType: item.type,
      startDate: form.from,
      endDate: form.to,
      effort:
        form.effort === 'SECONDS_PER_DAY'
          ? { type: form.effort, plannedSecondsPerDay: seconds }
          : { type: form.effort, plannedSeconds: seconds },
      includeNonWorkingDays: form.includeNonWorkingDays,
      description: form.description,
      startTime: before?.startTime,
    },
    reviewerId: form.reviewerId === '' ? undefined : form.reviewerId,
  };
}
