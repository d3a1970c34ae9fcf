import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import type { LinkedDealView, PlannedLine } from '../../../src/contract/planner';
import { useProjectScreen } from '../project-screen';
import { Legend } from './legend';
import { TimelineRow } from './timeline-row';
import { timelineOf, type Period, type Timeline } from './weeks';

/** Staffing lines week by week: what the guidelines ask for against what stands in Tempo. */
export function StaffingTimeline({ linked }: { readonly linked: LinkedDealView }): ReactNode {
  const { t, format, now } = useProjectScreen();
  const today = format.today(now());
  const timeline = timelineOf(linked.lines.flatMap(periodsOf), today);
  const frame = useRef<HTMLDivElement>(null);
  const start = timeline?.today ?? null;

  // Opens with today in sight, a third in from the start.
  useEffect(() => {
    const { current } = frame;
    const day = current?.querySelector<HTMLElement>('.timeline-today');
    if (current === null || day === null || day === undefined) return;
    current.scrollLeft = Math.max(0, day.offsetLeft - current.clientWidth / 3);
  }, [start]);

  if (timeline === undefined) return <p className="empty-line">{t('timeline.empty')}</p>;
  const style: CSSProperties & Record<'--days' | '--today', number> = { '--days': timeline.days, '--today': timeline.today ?? -1 };
  return (
    <section>
      <h3>{t('timeline.title')}</h3>
      <Legend />
      {timeline.shortened && <p className="small">{t('timeline.shortened', { from: format.date(timeline.first), to: format.date(timeline.last) })}</p>}
      <div ref={frame} className="timeline" role="region" aria-label={t('timeline.label', { deal: linked.deal.name })} tabIndex={0} style={style}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="who">{t('timeline.who')}</th>
              <th scope="col" className="lane lane-head"><span className="unseen">{t('timeline.weeks')}</span><Weeks timeline={timeline} /></th>
            </tr>
          </thead>
          <tbody>
            {linked.lines.map((line) => <TimelineRow key={line.lineId} line={line} timeline={timeline} />)}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function periodsOf({ wanted, entry, drift }: PlannedLine): readonly Period[] {
  return [wanted, entry?.plan ?? null, drift?.theirs ?? null, drift?.ours ?? null].filter((one) => one !== null);
}

function Weeks({ timeline }: { readonly timeline: Timeline }): ReactNode {
  const { t, format } = useProjectScreen();
  const place = (offset: number, days: number): CSSProperties => ({ insetInlineStart: `calc(var(--day) * ${offset})`, inlineSize: `calc(var(--day) * ${days})` });
  // The word for today takes the room of the numbers beside it.
  const isUnderToday = (offset: number): boolean => timeline.today !== null && offset - timeline.today > -3 && offset - timeline.today < 8;
  return (
    <span aria-hidden="true">
      {timeline.months.map((month) => (
        <span key={month.day} className="month" style={place(month.offset, month.days)}><span>{month.days > 16 && format.month(month.day)}</span></span>
      ))}
      {timeline.weeks.map((week) => (
        <span key={week.monday} className="week" style={place(week.offset, 7)} title={format.date(week.monday)}>{isUnderToday(week.offset) ? '' : Number(week.monday.slice(8))}</span>
      ))}
      {timeline.today !== null && <span className="timeline-today" style={place(timeline.today, 1)}>{t('today')}</span>}
    </span>
  );
}
