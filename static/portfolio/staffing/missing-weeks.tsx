import type { ReactNode } from 'react';
import { addDays } from '../../../src/domain/calendar';
import type { PlainDate } from '../../../src/domain/plain-date';
import type { Missing } from '../../../src/domain/staffing/missing';
import { missingHours, nameOf, toldOnce, type Cause } from './missing-words';
import { useStaffingScreen, type StaffingView } from './staffing-screen';

interface Weeks {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** One for each column; undefined where nothing is missing. */
  readonly cells: readonly ({ readonly inAll: number; readonly minutes: number } | undefined)[];
}

/** What is missing by weeks, a column for each role or person; weeks in which nothing changes stand together. */
export function MissingWeeks({ view, missing, cause }: { readonly view: StaffingView; readonly missing: readonly Missing[]; readonly cause: Cause }): ReactNode {
  const { t, format } = useStaffingScreen();
  const told = toldOnce(missing);
  const columns = [...new Map(told.map(({ role, person }) => [`${role} ${person ?? ''}`, { role, person }])).values()];
  const rows: Weeks[] = [];
  for (const monday of view.weeks) {
    const cells = columns.map(({ role, person }) => {
      const one = told.find((other) => other.role === role && other.person === person && other.from <= monday && monday <= other.to);
      const at = one?.inAll.findIndex((_, of) => addDays(one.from, of * 7) === monday) ?? -1;
      return one === undefined ? undefined : { inAll: one.inAll[at] ?? 0, minutes: one.minutes[at] ?? 0 };
    });
    if (cells.every((cell) => cell === undefined)) continue;
    const last = rows.at(-1);
    const isSame = last !== undefined && addDays(last.to, 1) === monday && JSON.stringify(last.cells) === JSON.stringify(cells);
    if (isSame) rows.pop();
    rows.push({ from: isSame ? last.from : monday, to: addDays(monday, 6), cells });
  }
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('staffing.won.weeks')}>
      <table className="table missing-weeks">
        <thead>
          <tr>
            <th scope="col">{t('staffing.weeks')}</th>
            {columns.map(({ role, person }) => <th scope="col" key={`${role} ${person ?? ''}`} className="figure"><bdi>{person === null ? role : nameOf(view, person)}</bdi></th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, to, cells }) => (
            <tr key={from}>
              <th scope="row">{format.dateRange(from, to)}</th>
              {cells.map((cell, at) => <td key={at} className="figure">{cell !== undefined && <Cell hours={missingHours({ t, format }, { inAll: [cell.inAll], minutes: [cell.minutes] }, cause)} />}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ hours: [hours, part] }: { readonly hours: readonly [string, string] }): ReactNode {
  return <>{hours}{part !== '' && <span className="small">{part}</span>}</>;
}
