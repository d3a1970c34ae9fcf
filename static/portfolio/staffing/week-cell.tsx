import type { CSSProperties, ReactNode } from 'react';
import type { WonWeek } from '../../../src/domain/staffing/won-picture';
import { downToHalfHours, upToHalfHours } from '../../shared/half-hours';
import { Icon } from '../../shared/icon';
import { missingHours, type Cause } from './missing-words';
import { useStaffingScreen } from './staffing-screen';

interface CellProperties {
  readonly week: WonWeek;
  /** What the part of a shortage that is told apart comes from. */
  readonly cause: Exclude<Cause, null>;
  /** Minutes that the full height of a cell stands for. */
  readonly most: number;
  readonly isInNumbers: boolean;
}

const layers = ['confirmed', 'firm', 'tentative', 'won'] as const;

/** One week of a role or a person: bars against the line of capacity, and the same in a sentence for who listens. */
export function WeekCell({ week, cause, most, isInNumbers }: CellProperties): ReactNode {
  const { t, format } = useStaffingScreen();
  const { missing, added } = week;
  const asked = week.confirmed + week.firm + week.tentative + week.won;
  const numbered = (minutes: number): string => format.number(minutes / 60);
  const parts = layers.filter((one) => week[one] > 0).map((one) => t('staffing.part', { hours: format.hours(upToHalfHours(week[one])), firmness: (one === 'won' ? t('staffing.firmness.won') : t(`firmness.${one}`)).toLowerCase() }));
  const capacity = week.unknown > 0 && week.capacity === 0 ? t('staffing.capacity.unknown') : t('staffing.capacity.of', { hours: format.hours(downToHalfHours(week.capacity)) });
  const [hours, part] = missingHours({ t, format }, { inAll: [missing], minutes: [added] }, added > 0 ? cause : null);
  const over = missing > 0 ? [t('staffing.over', { hours }), part] : [];
  const sentence = [parts.length === 0 ? t('staffing.nothingAsked') : parts.join(', '), capacity, over.filter((one) => one !== '').join(', ')].filter((one) => one !== '').join('; ');
  const mark = missing > 0 && (
    <>
      <span className="overflow-mark"><Icon name="warning" />{`+${numbered(upToHalfHours(missing))}`}</span>
      {added > 0 && <span className="overflow-part">{`(${numbered(upToHalfHours(added))})`}</span>}
    </>
  );
  if (isInNumbers) {
    return (
      <td className="staffing-cell staffing-numbers" data-over={missing > 0 || undefined}>
        <span className="unseen">{sentence}</span>
        <span aria-hidden="true">{`${numbered(upToHalfHours(asked))} / ${week.unknown > 0 && week.capacity === 0 ? '?' : numbered(downToHalfHours(week.capacity))}`}</span>
        <span aria-hidden="true">{mark}</span>
      </td>
    );
  }
  return (
    <td className="staffing-cell" data-over={missing > 0 || undefined} title={sentence}>
      <span className="unseen">{sentence}</span>
      <span aria-hidden="true" className="staffing-stack">
        {layers.map((one) => week[one] > 0 && <span key={one} className={`load load-${one}`} style={high(week[one] / most)} />)}
        <span className="capacity-line" style={at(week.capacity / most)} />
      </span>
      <span aria-hidden="true" className="staffing-over">{mark}</span>
    </td>
  );
}

const high = (part: number): CSSProperties => ({ blockSize: `${part * 100}%` });
const at = (part: number): CSSProperties => ({ insetBlockEnd: `calc(${part * 100}% - 1px)` });
