import type { AccountId } from './ids';
import type { Person } from './person';
import type { Instant } from './plain-date';

/** Who was reminded to read a version of a project's guidelines, by whom, and when last. */
export interface Reminders {
  /** 0 while nobody was reminded of anything. */
  readonly revision: number;
  /** The version that it was about; who was reminded of an earlier one does not count any more. */
  readonly version: number;
  /** The latest last. */
  readonly told: readonly Told[];
}

export interface Told {
  readonly accountId: AccountId;
  readonly by: Person;
  readonly at: Instant;
}

export const noReminders: Reminders = { revision: 0, version: 0, told: [] };

/** Hours in which the same person is not reminded of the same version twice; people at once; characters of a note; people who are remembered. */
export const reminderLimits = { hours: 24, people: 20, note: 500, told: 500 } as const;

const hour = 3_600_000;

const toldOf = ({ version, told }: Reminders, current: number): readonly Told[] => (version === current ? told : []);

/** The latest reminder of that version, or null where there was none. */
export const lastReminder = (reminders: Reminders, version: number): Told | null => toldOf(reminders, version).at(-1) ?? null;

/** When that person was last reminded of that version; null where they were not. */
export const remindedAt = (reminders: Reminders, version: number, accountId: AccountId): Instant | null =>
  toldOf(reminders, version).find((one) => one.accountId === accountId)?.at ?? null;

/** Whether somebody who was last reminded then may be reminded now; both are instants. */
export const mayRemindAt = (last: string | null, now: string): boolean => last === null || Date.parse(now) - Date.parse(last) >= reminderLimits.hours * hour;

/** Whether the person may be reminded of that version now. */
export const mayRemind = (reminders: Reminders, version: number, accountId: AccountId, now: Instant): boolean => mayRemindAt(remindedAt(reminders, version, accountId), now);

/** With these people reminded now, each once. */
export function withReminded(reminders: Reminders, version: number, people: readonly AccountId[], { by, at }: Omit<Told, 'accountId'>): Reminders {
  const others = toldOf(reminders, version).filter(({ accountId }) => !people.includes(accountId));
  const told = [...others, ...people.map((accountId) => ({ accountId, by, at }))].slice(-reminderLimits.told);
  return { revision: reminders.revision + 1, version, told };
}
