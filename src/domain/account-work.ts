import type { AccountId } from './ids';
import type { PlainDate } from './plain-date';

/** Time of one person on one day, planned or logged. */
export interface DayOfWork {
  readonly author: AccountId;
  readonly day: PlainDate;
  /** Whole seconds. */
  readonly seconds: number;
}

export interface AccountMonth {
  /** YYYY-MM. */
  readonly month: string;
  readonly plannedSeconds: number;
  readonly loggedSeconds: number;
}

export interface AccountWork {
  readonly year: number;
  /** What was agreed with the client for the year, in whole hours; null while nothing is. */
  readonly budgetHours: number | null;
  /** January to December. */
  readonly months: readonly AccountMonth[];
  readonly plannedSeconds: number;
  readonly loggedSeconds: number;
  /** Logged of what was agreed, in whole per cent, rounded down; null without an agreement. */
  readonly usedPercent: number | null;
}

export interface AccountWorkFacts {
  readonly manager: AccountId;
  readonly year: number;
  readonly budgetHours: number | null;
  readonly logged: readonly DayOfWork[];
  readonly planned: readonly DayOfWork[];
}

const secondsPerHour = 3600;

/** An account manager's own work for a client beside what the client agreed to for the year. Nobody else's hours count. */
export function accountWork({ manager, year, budgetHours, logged, planned }: AccountWorkFacts): AccountWork {
  const own = (work: readonly DayOfWork[], month: string): number =>
    work.reduce((sum, { author, day, seconds }) => (author === manager && day.startsWith(`${month}-`) ? sum + seconds : sum), 0);
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`).map((month) => ({
    month,
    plannedSeconds: own(planned, month),
    loggedSeconds: own(logged, month),
  }));
  const sum = (of: (month: AccountMonth) => number): number => months.reduce((total, month) => total + of(month), 0);
  const loggedSeconds = sum((month) => month.loggedSeconds);
  return {
    year,
    budgetHours,
    months,
    plannedSeconds: sum((month) => month.plannedSeconds),
    loggedSeconds,
    usedPercent: budgetHours === null || budgetHours <= 0 ? null : Math.floor((loggedSeconds * 100) / (budgetHours * secondsPerHour)),
  };
}
