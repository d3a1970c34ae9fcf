import type { ReactNode } from 'react';
import { daysBetween } from '../../../src/domain/calendar';
import type { PlainDate } from '../../../src/domain/plain-date';
import { useTodayScreen, type ProjectLine } from '../today/today-screen';

/** How much of the schedule has gone by, and the milestone that comes next. */
export function ScheduleBar({ schedule: { start, end, next }, today }: { readonly schedule: NonNullable<ProjectLine['guidelines']>; readonly today: PlainDate }): ReactNode {
  const { t, format } = useTodayScreen();
  const whole = Math.max(1, daysBetween(start, end));
  const gone = Math.min(100, Math.max(0, Math.round((daysBetween(start, today) * 100) / whole)));
  return (
    <>
      <span className="schedule-bar" aria-hidden><span style={{ inlineSize: `${gone}%` }} /></span>
      <p className="small">{end < today ? t('projects.over', { day: format.shortDate(end, today) }) : format.dateRange(start, end)}</p>
      {next !== null && <p className="small">{t('projects.next', { name: next.name, day: format.shortDate(next.date, today) })}</p>}
    </>
  );
}
