import type { User } from '../model';
import { localeTag } from './texts';

/** A plain date 'YYYY-MM-DD' in the person's locale; a date has no zone, so none is applied. */
export function formatDate(date: string, user: User): string {
  return new Intl.DateTimeFormat(localeTag(user.locale), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** A UTC instant in the person's locale and time zone. */
export function formatInstant(instant: string, user: User): string {
  return new Intl.DateTimeFormat(localeTag(user.locale), { dateStyle: 'medium', timeStyle: 'short', timeZone: user.timeZone }).format(new Date(instant));
}
