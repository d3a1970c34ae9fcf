import type { CSSProperties, ReactNode } from 'react';
import type { Schedule as ScheduleOf } from '../../../src/domain/guidelines';
import { placeBetween } from '../../shared/plain-days';
import { useProjectScreen } from '../project-screen';

/** The line is for the eye; the list under it says the same to everyone. */
export function Schedule({ schedule }: { readonly schedule: ScheduleOf }): ReactNode {
  const { t, format, now } = useProjectScreen();
  const { start, end } = schedule;
  const today = format.today(now());
  const milestones = [...schedule.milestones].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const place = (date: typeof start): CSSProperties => ({ insetInlineStart: `${placeBetween(date, start, end) * 100}%` });
  const isNow = today >= start && today <= end;

  return (
    <section className="card">
      <h2>{t('content.schedule')}</h2>
      <p>
        {format.dateRange(start, end)}
        <span className="subtle"> · {t(today < start ? 'schedule.starts' : today > end ? 'schedule.ended' : 'schedule.ends', { when: format.distance(today < start ? start : end, today) })}</span>
      </p>
      <div className="track" aria-hidden="true">
        <div className="track-line">
          <span className="track-done" style={{ inlineSize: `${placeBetween(today, start, end) * 100}%` }} />
          {milestones.map((milestone) => (
            <span key={milestone.id} className={milestone.date < today ? 'track-mark track-mark-past' : 'track-mark'} style={place(milestone.date)} title={milestone.name} />
          ))}
          {isNow && <span className="track-today" style={place(today)}><span>{t('today')}</span></span>}
        </div>
        <div className="track-ends"><span>{format.date(start)}</span><span>{format.date(end)}</span></div>
      </div>
      {milestones.length > 0 && (
        <ul className="milestones" aria-label={t('content.milestones')}>
          {milestones.map((milestone) => (
            <li key={milestone.id}>
              <span className={milestone.date < today ? 'diamond diamond-past' : 'diamond'} aria-hidden="true" />
              <time dateTime={milestone.date}>{format.date(milestone.date)}</time>
              <span className="written">{milestone.name}</span>
              <span className="small">{format.distance(milestone.date, today)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
