import type { ReactNode } from 'react';
import type { GuidelinesAtAGlance } from '../../src/contract/panel';
import type { PlainDate } from '../../src/domain/plain-date';
import { daysBetween, placeBetween } from '../shared/plain-days';
import { usePanel } from './use-panel';

type ScheduleProperties = Pick<GuidelinesAtAGlance, 'start' | 'end' | 'milestones'>;

/** The schedule as a line from start to end; the words around it say all that the line shows. */
export function Schedule({ start, end, milestones }: ScheduleProperties): ReactNode {
  const { t, format, now } = usePanel();
  const today = format.today(now());
  const place = (date: PlainDate): string => `${placeBetween(date, start, end) * 100}%`;
  const isUnderWay = start <= today && today <= end;
  const inOrder = [...milestones].sort((one, other) => (one.date < other.date ? -1 : 1));
  return (
    <>
      <h3>{t('glance.schedule')}</h3>
      <p>
        {format.dateRange(start, end)} <span className="subtle">· {standing(t, today, start, end)}</span>
      </p>
      <div className="line" aria-hidden="true">
        <span className="line-done" style={{ inlineSize: place(today) }} />
        {inOrder.map((milestone, index) => (
          <span key={index} className={milestone.date < today ? 'line-milestone passed' : 'line-milestone'} style={{ insetInlineStart: place(milestone.date) }} />
        ))}
        {isUnderWay && <span className="line-today" style={{ insetInlineStart: place(today) }} data-label={t('today')} />}
      </div>
      {inOrder.length > 0 && (
        <ul className="milestones" aria-label={t('glance.milestones')}>
          {inOrder.map((milestone, index) => (
            <li key={index} className={milestone.date < today ? 'passed' : undefined}>
              <span className="milestone-mark" aria-hidden="true" />
              <span>
                <bdi>{milestone.name}</bdi>
                <span className="subtle">
                  {' '}
                  · {format.shortDate(milestone.date, today)}
                  {milestone.date < today && `, ${t('glance.passed')}`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function standing(t: ReturnType<typeof usePanel>['t'], today: PlainDate, start: PlainDate, end: PlainDate): string {
  if (today < start) return t('glance.startsIn', { count: daysBetween(today, start) });
  if (today > end) return t('glance.daysOver', { count: daysBetween(end, today) });
  return today === end ? t('glance.lastDay') : t('glance.daysLeft', { count: daysBetween(today, end) });
}
