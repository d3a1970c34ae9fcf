import { useId, useState, type ReactNode } from 'react';
import { periodProblem, type UpdatePeriod } from '../../../src/domain/client-update';
import { isPlainDate, type PlainDate } from '../../../src/domain/plain-date';
import { useClientScreen } from '../client-screen';

interface PeriodFieldsProperties {
  readonly period: UpdatePeriod;
  readonly today: PlainDate;
  /** A whole and possible period was typed. */
  readonly onPeriod: (period: UpdatePeriod) => void;
}

const ends = ['from', 'to'] as const;

/** Which days the update tells of. */
export function PeriodFields({ period, today, onPeriod }: PeriodFieldsProperties): ReactNode {
  const { t } = useClientScreen();
  const id = useId();
  const [typed, setTyped] = useState<Readonly<Record<keyof UpdatePeriod, string>>>(period);
  const problem = problemOf(typed, today);
  const type = (end: keyof UpdatePeriod, day: string): void => {
    const next = { ...typed, [end]: day };
    setTyped(next);
    if (isPlainDate(next.from) && isPlainDate(next.to) && periodProblem({ from: next.from, to: next.to }, today) === undefined) onPeriod({ from: next.from, to: next.to });
  };
  return (
    <fieldset className="update-period">
      <legend>{t('update.period')}</legend>
      {ends.map((end) => (
        <div className="field" key={end}>
          <label htmlFor={`${id}-${end}`}>{t(`update.${end}`)}</label>
          <input id={`${id}-${end}`} className="input" type="date" max={today} value={typed[end]} aria-invalid={problem !== undefined} aria-describedby={problem === undefined ? undefined : `${id}-problem`} onChange={(event) => type(end, event.target.value)} />
        </div>
      ))}
      {problem !== undefined && <p id={`${id}-problem`} className="problem" role="alert">{t(`update.period.${problem}`)}</p>}
    </fieldset>
  );
}

function problemOf({ from, to }: Readonly<Record<keyof UpdatePeriod, string>>, today: PlainDate) {
  return isPlainDate(from) && isPlainDate(to) ? periodProblem({ from, to }, today) : 'noDay';
}
