import type { ReactNode } from 'react';
import { roleKey } from '../../../src/domain/staffing/lines';
import type { WonRole } from '../../../src/domain/staffing/won-picture';
import { Paper } from '../../page/paper';
import type { WonChoice } from './staffing-model';
import { useStaffingScreen, type StaffingView } from './staffing-screen';
import { WeekCell } from './week-cell';

/** So many weeks fit beside each other on a page of paper. */
const weeksAcross = 13;

interface PaperProperties {
  readonly view: StaffingView;
  readonly roles: readonly WonRole[];
  readonly choice: WonChoice | undefined;
  /** The answer as the screen gives it. */
  readonly children: ReactNode;
}

/** The section on paper: the answer, and all weeks of all roles in numbers, as many tables one below the other as it takes. */
export function StaffingPaper({ view, roles, choice, children }: PaperProperties): ReactNode {
  const { t, format } = useStaffingScreen();
  const parts = Array.from({ length: Math.ceil(view.weeks.length / weeksAcross) }, (_, part) => part * weeksAcross);
  return (
    <Paper>
      <div className="staffing-paper">
        <h1>{t('staffing.title')}</h1>
        <p>{t('staffing.paper.day', { day: format.date(view.today) })}</p>
        {children}
        <h2>{t('staffing.grid.title')}</h2>
        <p>{t('staffing.paper.numbers')} {t(choice === undefined ? 'staffing.overflow' : 'staffing.overflow.deal')}: +26 (15).</p>
        {parts.map((first) => (
          <table key={first}>
            <thead>
              <tr>
                <th scope="col">{t('staffing.role')}</th>
                {view.weeks.slice(first, first + weeksAcross).map((monday) => <th scope="col" key={monday}>{format.shortDate(monday, monday)}</th>)}
              </tr>
            </thead>
            <tbody>
              {roles.map(({ role, weeks }) => (
                <tr key={roleKey(role)}>
                  <th scope="row"><bdi>{role}</bdi></th>
                  {weeks.slice(first, first + weeksAcross).map((week, at) => <WeekCell key={view.weeks[first + at] ?? at} week={week} cause={choice === undefined ? 'negotiations' : 'deal'} most={1} isInNumbers />)}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </Paper>
  );
}
