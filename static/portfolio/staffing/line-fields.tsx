import { useId, useState, type ReactNode } from 'react';
import { addDays } from '../../../src/domain/calendar';
import { readHours, writeHours } from '../../../src/domain/draft';
import { isPlainDate } from '../../../src/domain/plain-date';
import { Lozenge } from '../../shared/lozenge';
import type { Move } from './staffing-model';
import { useStaffingScreen, type StaffedProject } from './staffing-screen';

interface FieldsProperties {
  readonly line: StaffedProject['lines'][number];
  readonly move: Move | undefined;
  readonly onMove: (move: Move) => void;
}

/** One line's days and hours. What is no day or no number of hours is left in its field and moves nothing. */
export function LineFields({ line, move, onMove }: FieldsProperties): ReactNode {
  const { t, format } = useStaffingScreen();
  const now: Move = move ?? { from: line.from, to: line.to, minutesPerDay: line.minutesPerDay };
  const id = useId();
  const shift = (weeks: number): void => onMove({ ...now, from: addDays(now.from, weeks * 7), to: addDays(now.to, weeks * 7) });
  const name = line.person === null ? line.role : `${line.person.name}, ${line.role}`;
  const isBackwards = now.from > now.to;
  return (
    <li>
      <fieldset className="move-line">
        <legend>
          <bdi>{name}</bdi> {move !== undefined && <Lozenge tone="information">{t('staffing.move.tried')}</Lozenge>}
        </legend>
        <div className="field">
          <label htmlFor={`${id}-from`}>{t('staffing.move.from')}</label>
          <input id={`${id}-from`} className="input" type="date" value={now.from} onChange={({ target: { value } }) => isPlainDate(value) && onMove({ ...now, from: value })} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-to`}>{t('staffing.move.to')}</label>
          <input id={`${id}-to`} className="input" type="date" value={now.to} aria-invalid={isBackwards} aria-describedby={isBackwards ? `${id}-problem` : undefined} onChange={({ target: { value } }) => isPlainDate(value) && onMove({ ...now, to: value })} />
        </div>
        <Hours key={now.minutesPerDay} minutes={now.minutesPerDay} onMinutes={(minutesPerDay) => onMove({ ...now, minutesPerDay })} />
        <div className="actions">
          <button type="button" className="button" onClick={() => shift(-1)} aria-label={t('staffing.move.lineEarlier', { line: name })}>{t('staffing.move.weekEarlier')}</button>
          <button type="button" className="button" onClick={() => shift(1)} aria-label={t('staffing.move.lineLater', { line: name })}>{t('staffing.move.weekLater')}</button>
        </div>
      </fieldset>
      {isBackwards && <p className="problem" id={`${id}-problem`}>{t('staffing.move.backwards')}</p>}
      {move !== undefined && <p className="small">{t('staffing.move.was', { period: format.dateRange(line.from, line.to), hours: format.hours(line.minutesPerDay) })}</p>}
    </li>
  );
}

function Hours({ minutes, onMinutes }: { readonly minutes: number; readonly onMinutes: (minutes: number) => void }): ReactNode {
  const { t } = useStaffingScreen();
  const [typed, setTyped] = useState(writeHours(minutes));
  const id = useId();
  const isWrong = readHours(typed) === undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{t('staffing.move.hours')}</label>
      <input
        id={id}
        className="input"
        inputMode="decimal"
        value={typed}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-problem` : undefined}
        onChange={({ target: { value } }) => setTyped(value)}
        onBlur={() => {
          const read = readHours(typed);
          if (read !== undefined && read !== minutes) onMinutes(read);
        }}
      />
      {isWrong && <p className="problem" id={`${id}-problem`}>{t('staffing.move.wrongHours')}</p>}
    </div>
  );
}
