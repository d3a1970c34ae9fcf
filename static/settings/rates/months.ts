import type { PlainDate } from '../../../src/domain/plain-date';
import { addDays } from '../../shared/plain-days';

/** The first day of the day's month. */
export const startOfMonth = (day: PlainDate): PlainDate => addDays(day, 1 - Number(day.slice(8)));

/** The first day of the month after the day's. */
export const startOfNextMonth = (day: PlainDate): PlainDate => startOfMonth(addDays(startOfMonth(day), 31));
