import type { ReactNode } from 'react';
import type { Evidence } from '../../../src/domain/gate-evidence';
import { daysBetween } from '../../shared/plain-days';
import { useGateScreen } from '../gate-screen';
import { NamedBar } from './bar';
import { Tile, type Look } from './tile';

/** How much of the time is over beside how much of the work is done, and the day it is expected beside the end. */
export function ScheduleTile({ schedule, work }: Pick<Evidence, 'schedule' | 'work'>): ReactNode {
  const { t, format } = useGateScreen();
  const { expectedOn, start, end, elapsedPercent } = schedule;
  const total = work.done + work.inProgress + work.toDo;
  const percentDone = total === 0 ? null : Math.floor((work.done / total) * 100);
  const late = expectedOn === null || end === null ? null : daysBetween(end, expectedOn);

  const headline = (): string => {
    if (late === null) return end === null ? t('evidence.noSchedule') : t('evidence.noDay');
    if (late === 0) return t('evidence.onTheEnd');
    return t(late > 0 ? 'evidence.afterEnd' : 'evidence.beforeEnd', { count: Math.abs(late) });
  };
  const look = (): Look => {
    if (late === null) return 'unknown';
    return late > 0 ? 'bad' : 'good';
  };
  return (
    <Tile title={t('evidence.schedule')} look={look()} headline={headline()}>
      {elapsedPercent !== null && <NamedBar name={t('evidence.timeOver')} figure={format.percent(elapsedPercent)} parts={[{ filling: 'time', share: elapsedPercent / 100 }]} />}
      {elapsedPercent !== null && percentDone !== null && <NamedBar name={t('evidence.workOver')} figure={format.percent(percentDone)} parts={[{ filling: 'done', share: percentDone / 100 }]} />}
      <dl className="tile-facts">
        {expectedOn !== null && <Fact name={t('evidence.expectedOn')}>{format.date(expectedOn)}</Fact>}
        {start !== null && end !== null && <Fact name={t('evidence.period')}>{format.dateRange(start, end)}</Fact>}
      </dl>
    </Tile>
  );
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
