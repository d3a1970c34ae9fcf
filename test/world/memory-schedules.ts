import { addDays, daysBetween, mondayOf } from '../../src/domain/calendar';
import type { AccountId } from '../../src/domain/ids';
import type { PlainDate } from '../../src/domain/plain-date';
import { NotConnected, OutsideError, type OutsideFailure } from '../../src/ports/errors';
import type { PlannedTime, Schedules } from '../../src/ports/schedules';
import type { SecretStore } from '../../src/ports/secret-store';

/** When people work, and how Tempo refuses to tell it. Everybody works eight hours from Monday to Friday unless it is said otherwise. */
export class MemorySchedules {
  /** Hours of a person's working day. */
  readonly hours = new Map<AccountId, number>();
  readonly holidays = new Set<PlainDate>();
  readonly planned: PlannedTime[] = [];
  failure: OutsideFailure | undefined;
  readonly gone = new Set<AccountId>();
  reads = 0;

  port(secrets: SecretStore): Schedules {
    const ask = async (): Promise<void> => {
      this.reads += 1;
      if ((await secrets.tempoToken()) === undefined) throw new NotConnected('tempo');
      if (this.failure !== undefined) throw new OutsideError('tempo', this.failure, 'as the test wants it');
    };
    return {
      ofPerson: async (accountId, from, to) => {
        await ask();
        if (this.gone.has(accountId)) throw new OutsideError('tempo', 'missing', 'nobody of that id');
        return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => {
          const day = addDays(from, at);
          const isWorked = daysBetween(mondayOf(day), day) < 5 && !this.holidays.has(day);
          return { day, seconds: isWorked ? (this.hours.get(accountId) ?? 8) * 3_600 : 0 };
        });
      },
      plannedFor: async (accountIds, from, to) => {
        await ask();
        return this.planned.filter(({ accountId, day }) => accountIds.includes(accountId) && from <= day && day <= to);
      },
    };
  }
}
