import { defaultTargetMargin, limits, type Guidelines, type Milestone, type StaffingLine } from './guidelines';
import type { DealId, LineId } from './ids';
import { parseAmount, type Currency } from './money';
import type { Person } from './person';
import { isPlainDate, type PlainDate } from './plain-date';

/** Guidelines being written. Every field is what the AM typed so far, so that no keystroke is refused or lost. */
export interface Draft {
  readonly budget: {
    readonly amount: string;
    readonly currency: Currency;
    readonly hours: string;
    readonly targetMargin: string;
    readonly billable: string;
  };
  readonly schedule: {
    readonly start: string;
    readonly end: string;
    readonly milestones: readonly { readonly id: LineId; readonly name: string; readonly date: string }[];
  };
  readonly scope: { readonly goal: string; readonly inScope: string; readonly outOfScope: string };
  readonly priorities: readonly { readonly id: LineId; readonly text: string }[];
  readonly staffing: readonly {
    readonly id: LineId;
    readonly role: string;
    readonly person: Person | null;
    readonly from: string;
    readonly to: string;
    readonly hoursPerDay: string;
    readonly dealId: DealId | null;
  }[];
}

export const emptyDraft: Draft = {
  budget: { amount: '', currency: 'PLN', hours: '', targetMargin: String(defaultTargetMargin), billable: '' },
  schedule: { start: '', end: '', milestones: [] },
  scope: { goal: '', inScope: '', outOfScope: '' },
  priorities: [],
  staffing: [],
};

export type ProblemCode =
  | 'missing'
  | 'notAnAmount'
  | 'notANumber'
  | 'outOfRange'
  | 'notADate'
  | 'endBeforeStart'
  | 'outsideSchedule'
  | 'tooLong'
  | 'tooMany';

/** Why a draft cannot be published yet. `field` is a path such as `staffing.<line id>.from`. */
export interface Problem {
  readonly field: string;
  readonly code: ProblemCode;
  /** The bound that was passed, where there is one. */
  readonly limit?: number;
}

export type Completion =
  | { readonly complete: true; readonly guidelines: Guidelines }
  | { readonly complete: false; readonly problems: readonly Problem[] };

/** Nothing is planned beyond this day; a later one is a slip of the finger. */
const lastDay = '2100-12-31';

/** Turns a draft into guidelines, or says everything that still stands in the way. */
export function completeDraft(draft: Draft): Completion {
  const problems: Problem[] = [];
  const report = (field: string, code: ProblemCode, limit?: number): undefined => {
    problems.push(limit === undefined ? { field, code } : { field, code, limit });
    return undefined;
  };

  const text = (field: string, value: string, longest: number, needed: boolean): string => {
    const trimmed = value.trim();
    if (needed && trimmed === '') report(field, 'missing');
    if (trimmed.length > longest) report(field, 'tooLong', longest);
    return trimmed;
  };
  const whole = (field: string, value: string, lowest: number, highest: number): number | undefined => {
    const trimmed = value.replace(/[\s\u00a0\u202f]/g, '');
    if (trimmed === '') return report(field, 'missing');
    if (!/^-?[0-9]{1,9}$/.test(trimmed)) return report(field, 'notANumber');
    const number = Number(trimmed);
    return number < lowest || number > highest ? report(field, 'outOfRange', number < lowest ? lowest : highest) : number;
  };
  const day = (field: string, value: string): PlainDate | undefined => {
    if (value.trim() === '') return report(field, 'missing');
    if (!isPlainDate(value)) return report(field, 'notADate');
    return value > lastDay ? report(field, 'outOfRange', Number(lastDay.slice(0, 4))) : value;
  };
  const count = (field: string, list: readonly unknown[], most: number): void => {
    if (list.length > most) report(field, 'tooMany', most);
  };

  const amountText = draft.budget.amount.trim();
  const amount = amountText === '' ? report('budget.amount', 'missing') : (parseAmount(amountText) ?? report('budget.amount', 'notAnAmount'));
  const hours = whole('budget.hours', draft.budget.hours, 1, limits.hours);
  const targetMargin = whole('budget.targetMargin', draft.budget.targetMargin, 0, 100);
  const billable = text('budget.billable', draft.budget.billable, limits.longText, false);

  const start = day('schedule.start', draft.schedule.start);
  const end = day('schedule.end', draft.schedule.end);
  if (start !== undefined && end !== undefined && end < start) report('schedule.end', 'endBeforeStart');
  count('schedule.milestones', draft.schedule.milestones, limits.milestones);
  const milestones = draft.schedule.milestones.map((milestone): Milestone | undefined => {
    const field = `schedule.milestones.${milestone.id}`;
    const name = text(`${field}.name`, milestone.name, limits.shortText, true);
    const date = day(`${field}.date`, milestone.date);
    if (date === undefined) return undefined;
    if ((start !== undefined && date < start) || (end !== undefined && date > end)) report(`${field}.date`, 'outsideSchedule');
    return { id: milestone.id, name, date };
  });

  const scope = {
    goal: text('scope.goal', draft.scope.goal, limits.goal, true),
    inScope: text('scope.inScope', draft.scope.inScope, limits.longText, false),
    outOfScope: text('scope.outOfScope', draft.scope.outOfScope, limits.longText, false),
  };

  count('priorities', draft.priorities, limits.priorities);
  const priorities = draft.priorities.map((priority) => ({
    id: priority.id,
    text: text(`priorities.${priority.id}.text`, priority.text, limits.shortText, true),
  }));

  count('staffing', draft.staffing, limits.staffing);
  const staffing = draft.staffing.map((line): StaffingLine | undefined => {
    const field = `staffing.${line.id}`;
    const role = text(`${field}.role`, line.role, limits.shortText, true);
    const from = day(`${field}.from`, line.from);
    const to = day(`${field}.to`, line.to);
    if (from !== undefined && to !== undefined && to < from) report(`${field}.to`, 'endBeforeStart');
    const minutesPerDay = readHours(line.hoursPerDay);
    if (minutesPerDay === undefined) report(`${field}.hoursPerDay`, line.hoursPerDay.trim() === '' ? 'missing' : 'outOfRange', limits.minutesPerDay / 60);
    if (from === undefined || to === undefined || minutesPerDay === undefined) return undefined;
    return { id: line.id, role, person: line.person, from, to, minutesPerDay, dealId: line.dealId };
  });

  if (problems.length > 0 || amount === undefined || hours === undefined || targetMargin === undefined || start === undefined || end === undefined) {
    return { complete: false, problems };
  }
  return {
    complete: true,
    guidelines: {
      budget: { amount: { amount, currency: draft.budget.currency }, hours, targetMargin, billable },
      schedule: { start, end, milestones: milestones.filter((one) => one !== undefined) },
      scope,
      priorities,
      staffing: staffing.filter((one) => one !== undefined),
    },
  };
}

/** Hours a day as people write them (4, 7,5, 0.25) in minutes; quarters of an hour from one to twenty-four hours. */
export function readHours(text: string): number | undefined {
  const match = /^([0-9]{1,2})(?:[.,]([0-9]{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return hundredths % 25 === 0 && hundredths > 0 && hundredths <= 2400 ? (hundredths / 100) * 60 : undefined;
}

/** Minutes a day as a number of hours with a decimal point, without needless zeros. */
export const writeHours = (minutes: number): string => String(minutes / 60);

/** The draft that continues published guidelines. */
export function draftFrom(guidelines: Guidelines): Draft {
  return {
    budget: {
      amount: guidelines.budget.amount.amount,
      currency: guidelines.budget.amount.currency,
      hours: String(guidelines.budget.hours),
      targetMargin: String(guidelines.budget.targetMargin),
      billable: guidelines.budget.billable,
    },
    schedule: guidelines.schedule,
    scope: guidelines.scope,
    priorities: guidelines.priorities,
    staffing: guidelines.staffing.map(({ minutesPerDay, ...line }) => ({ ...line, hoursPerDay: writeHours(minutesPerDay) })),
  };
}
