import type { CSSProperties, ReactNode } from 'react';
import type { WeekPicture } from '../../../src/domain/staffing/board';
import { Icon } from '../../shared/icon';
import { useStaffingScreen } from './staffing-screen';

interface CellProperties {
  readonly week: WeekPicture;
  /** Minutes that the full height of a cell stands for. */
  readonly most: number;
  readonly isInNumbers: boolean;
}

const firmnesses = ['confirmed', 'firm', 'tentative'] as const;

/** One week of a role or a person: bars against the line of capacity, and the same in a sentence for who listens. */
export function WeekCell({ week, most, isInNumbers }: CellProperties): ReactNode {
  const { t, format } = useStaffingScreen();
  const asked = week.confirmed + week.firm + week.tentative;
  const parts = firmnesses.filter((one) => week[one] > 0).map((one) => t('staffing.part', { hours: format.hours(week[one]), firmness: t(`firmness.${one}`).toLowerCase() }));
  const capacity = week.unknown > 0 && week.capacity === 0 ? t('staffing.capacity.unknown') : t('staffing.capacity.of', { hours: format.hours(week.capacity) });
  const sentence = [parts.length === 0 ? t('staffing.nothingAsked') : parts.join(', '), capacity, week.missing > 0 ? t('staffing.over', { hours: format.hours(week.missing) }) : ''].filter((one) => one !== '').join('; ');
  const over = week.missing > 0 && (
    <span className="overflow-mark"><Icon name="warning" />{`+${format.number(Math.round(week.missing / 6) / 10)}`}</span>
  );
  if (isInNumbers) {
    return (
      <td className="staffing-cell staffing-numbers" data-over={week.missing > 0 || undefined}>
        <span className="unseen">{sentence}</span>
        <span aria-hidden="true">{`${format.number(Math.round(asked / 6) / 10)} / ${week.unknown > 0 && week.capacity === 0 ? '?' : format.number(Math.round(week.capacity / 6) / 10)}`}</span>
        <span aria-hidden="true">{over}</span>
      </td>
    );
  }
  return (
    <td className="staffing-cell" data-over={week.missing > 0 || undefined} title={sentence}>
      <span className="unseen">{sentence}</span>
      <span aria-hidden="true" className="staffing-stack">
        {firmnesses.map((one) => week[one] > 0 && <span key={one} className={`load load-${one}`} style={high(week[one] / most)} />)}
        <span className="capacity-line" style={at(week.capacity / most)} />
      </span>
      <span aria-hidden="true" className="staffing-over">{over}</span>
    </td>
  );
}

const high = (part: number): CSSProperties => ({ blockSize: `${part * 100}%` });
const at = (part: number): CSSProperties => ({ insetBlockEnd: `calc(${part * 100}% - 1px)` });
