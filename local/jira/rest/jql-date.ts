import { JiraRefusal } from './answers';

/** A moment that a query names, in both forms in which fields are kept. */
export interface JqlMoment {
  /** UTC ISO instant. */
  readonly instant: string;
  /** `YYYY-MM-DDTHH:mm` in the time zone of whoever asks. */
  readonly local: string;
}

const datePattern = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?: (\d{1,2}):(\d{2}))?$/u;
const periodPattern = /^([+-]?)((?:\d+[wdhm]\s*)+)$/iu;
const minutes: Readonly<Record<string, number>> = { w: 7 * 24 * 60, d: 24 * 60, h: 60, m: 1 };

/**
 * Reads a date of JQL: a day, a day with a time, or a period from now on such as `-5d` (support.atlassian.com, "JQL fields", Updated).
 * @param zone IANA name; days begin in it.
 * @throws JiraRefusal 400
 */
export function jqlMoment(text: string, field: string, now: Date, zone: string): JqlMoment {
  const period = periodPattern.exec(text.trim());
  if (period !== null) {
    const length = [...(period[2] ?? '').matchAll(/(\d+)([wdhm])/giu)].reduce((sum, [, count, unit]) => sum + Number(count) * (minutes[(unit ?? '').toLowerCase()] ?? 0), 0);
    const at = new Date(now.getTime() + (period[1] === '-' ? -1 : 1) * length * 60_000);
    if (!Number.isNaN(at.getTime())) return { instant: at.toISOString(), local: localMinute(at, zone) };
  }
  const [, year = '', , month = '', day = '', hour = '0', minute = '00'] = datePattern.exec(text.trim()) ?? [];
  const local = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}`;
  const wall = new Date(`${local}:00.000Z`);
  // A date such as the 30th of February is read as another one.
  if (Number.isNaN(wall.getTime()) || !wall.toISOString().startsWith(local)) throw badDate(text, field);
  return { instant: instantOf(local, zone), local };
}

function badDate(text: string, field: string): JiraRefusal {
  return new JiraRefusal(400, [
    `Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  ]);
}

/** @param local `YYYY-MM-DDTHH:mm` */
export function instantOf(local: string, zone: string): string {
  const wall = new Date(`${local}:00.000Z`).getTime();
  // The zone's offset at the wall's time taken for UTC may be that of the other side of a change, so it is looked up once more.
  let at = wall;
  for (let round = 0; round < 2; round += 1) at = wall - (new Date(`${localMinute(new Date(at), zone)}:00.000Z`).getTime() - at);
  return new Date(at).toISOString();
}

function localMinute(at: Date, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`;
}
