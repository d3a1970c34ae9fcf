import { addDays } from '../../../src/domain/calendar';
import type { Answer } from '../../../src/domain/staffing/if-won';
import type { Missing } from '../../../src/domain/staffing/missing';
import { roleKey } from '../../../src/domain/staffing/lines';
import { upToHalfHours } from '../../shared/half-hours';
import type { Screen } from '../../shared/screen';
import type { PortfolioKey } from '../portfolio-screen';
import type { StaffingKey, StaffingView } from './staffing-screen';

export type Words = Pick<Screen<StaffingKey | PortfolioKey>, 't' | 'format'>;

/** What the part of a shortage that is told apart comes from; without one it is told as a whole. */
export type Cause = 'deal' | 'negotiations' | null;

interface Hours {
  /** Minutes, week by week. */
  readonly inAll: readonly number[];
  /** How much of it comes from the cause. */
  readonly minutes: readonly number[];
}

/** How many hours a week are missing in all, and how many of them because of what: the same words in sentence and grid. */
export function missingHours({ t, format }: Words, { inAll, minutes }: Hours, cause: Cause): readonly [hours: string, part: string] {
  const hours = hoursOf(format, inAll);
  if (cause === null) return [hours, ''];
  const isAll = inAll.every((all, at) => upToHalfHours(all) === upToHalfHours(minutes[at] ?? 0));
  return [hours, isAll ? t(`staffing.because.all.${cause}`) : t(`staffing.because.some.${cause}`, { hours: hoursOf(format, minutes) })];
}

/** 26h, or 9–26h where weeks differ; in half hours, rounded up. */
export function hoursOf(format: Words['format'], minutes: readonly number[], round = upToHalfHours): string {
  const [least, most] = [round(Math.min(...minutes)), round(Math.max(...minutes))];
  return least === most ? format.hours(most) : `${format.number(least / 60)}–${format.hours(most)}`;
}

/** From when until when; what reaches the edge of what is known has no end there. */
export function periodOf({ t, format }: Words, { from, to, isOpenEnded }: Pick<Missing, 'from' | 'to' | 'isOpenEnded'>): string {
  const last = addDays(to, 6);
  return isOpenEnded ? t('staffing.period.open', { from: format.date(from), until: format.date(last) }) : format.dateRange(from, last);
}

export const nameOf = ({ people }: StaffingView, accountId: string | null): string => people.find(({ person }) => person.accountId === accountId)?.person.name ?? '';

export interface Told extends Missing {
  /** Overbooked people whose hours are within these, and are not told again. */
  readonly among: readonly string[];
}

/** Each hour once: somebody whose overload lies within what their role lacks is named there. */
export function toldOnce(missing: readonly Missing[]): readonly Told[] {
  const roles = missing.filter(({ person }) => person === null);
  const holds = (role: Missing, one: Missing): boolean => roleKey(role.role) === roleKey(one.role) && one.inAll.every((minutes, at) => minutes <= lackedIn(role, addDays(one.from, at * 7)));
  return missing.flatMap((one) => {
    if (one.person !== null) return roles.some((role) => holds(role, one)) ? [] : [{ ...one, among: [] }];
    return [{ ...one, among: missing.flatMap(({ person, ...other }) => (person !== null && holds(one, { person, ...other }) ? [person] : [])) }];
  });
}

const lackedIn = ({ from, inAll }: Missing, monday: Missing['from']): number => inAll[inAll.findIndex((_, at) => addDays(from, at * 7) === monday)] ?? 0;

/** An answer in one line: who is short of how many hours in the worst week, or how far it is known that nobody is. */
export function summaryOf(words: Words, view: StaffingView, { missing, reach, unread }: Answer): string {
  const { t, format } = words;
  if (reach.kind === 'none') return t('staffing.summary.unknown', { day: format.date(reach.knownUntil) });
  const most = new Map<string, number>();
  for (const one of toldOnce(missing)) {
    const who = one.person === null ? one.role : nameOf(view, one.person);
    most.set(who, Math.max(most.get(who) ?? 0, ...one.inAll));
  }
  const who = [...most].map(([name, minutes]) => `${name} ${format.hours(upToHalfHours(minutes))}`).join(', ');
  const said = who !== '' ? t('staffing.summary.missing', { who }) : unread.length > 0 ? t('staffing.summary.unread') : t('staffing.summary.nobody');
  return reach.kind === 'part' ? `${said} ${t('staffing.summary.until', { day: format.date(reach.knownUntil) })}` : said;
}
