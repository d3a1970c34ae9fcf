import { useRef, useState, type ReactNode } from 'react';
import { addDays } from '../../../src/domain/calendar';
import { lookAtRole } from '../../../src/contract/staffing';
import { roleKey } from '../../../src/domain/staffing/lines';
import type { WonRole, WonWeek } from '../../../src/domain/staffing/won-picture';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Icon } from '../../shared/icon';
import { useAction } from '../../shared/use-action';
import { StaffingLegend } from './staffing-legend';
import type { WonChoice } from './staffing-model';
import { useStaffingScreen, type StaffingView } from './staffing-screen';
import { useOverhang } from './use-overhang';
import { WeekCell } from './week-cell';

interface GridProperties {
  readonly view: StaffingView;
  readonly roles: readonly WonRole[];
  /** The deal that is looked at as if it were won. */
  readonly choice: WonChoice | undefined;
  readonly onRead: (view: StaffingView) => void;
}

/** More roles than these are shown when they are asked for. */
const atOnce = 20;

/** Roles and, opened, their people; a column for each week. As bars or as numbers: both say the same. */
export function StaffingGrid({ view, roles, choice, onRead }: GridProperties): ReactNode {
  const { t, format } = useStaffingScreen();
  const [isInNumbers, showNumbers] = useState(false);
  const [most, setMost] = useState(atOnce);
  const scrolled = useRef<HTMLDivElement>(null);
  const overhang = useOverhang(scrolled);
  const last = view.weeks.at(-1);
  return (
    <section>
      <div className="card-head">
        <h2>{t('staffing.grid.title')}</h2>
        <label className="mine"><input type="checkbox" checked={isInNumbers} onChange={(event) => showNumbers(event.target.checked)} /> {t('staffing.inNumbers')}</label>
      </div>
      <StaffingLegend deal={choice?.deal.name} />
      {overhang.isWider && last !== undefined && <p className="small">{t('staffing.grid.scroll', { count: view.weeks.length, until: format.date(addDays(last, 6)) })}</p>}
      <div className="staffing-frame" data-more-before={overhang.before || undefined} data-more-after={overhang.after || undefined}>
        <div className="staffing-grid" role="region" aria-label={t('staffing.grid.title')} tabIndex={0} ref={scrolled}>
          <table>
            <thead>
              <tr>
                <th scope="col" className="staffing-who">{t('staffing.role')}</th>
                {view.weeks.map((monday) => <th scope="col" key={monday} className="staffing-week"><span className="unseen">{t('staffing.week')} </span>{format.shortDate(monday, monday)}</th>)}
              </tr>
            </thead>
            {roles.slice(0, most).map((role) => <RoleRows key={roleKey(role.role)} view={view} role={role} cause={choice === undefined ? 'negotiations' : 'deal'} isInNumbers={isInNumbers} onRead={onRead} />)}
          </table>
        </div>
      </div>
      {roles.length > most && <button type="button" className="button more" onClick={() => setMost(most + atOnce)}>{t('staffing.more', { count: roles.length - most })}</button>}
    </section>
  );
}

interface RoleProperties {
  readonly view: StaffingView;
  readonly role: WonRole;
  readonly cause: 'deal' | 'negotiations';
  readonly isInNumbers: boolean;
  readonly onRead: (view: StaffingView) => void;
}

function RoleRows({ view, role, cause, isInNumbers, onRead }: RoleProperties): ReactNode {
  const { t } = useStaffingScreen();
  const [isOpen, setOpen] = useState(false);
  const { busy, error, run } = useAction();
  const short = role.weeks.filter(({ missing }) => missing > 0).length;
  return (
    <tbody>
      <tr>
        <th scope="row" className="staffing-who">
          <button type="button" className="button button-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <span className="disclosure-mark"><Icon name="chevron" /></span> <bdi>{role.role}</bdi>
          </button>
          <span className="small">{t('staffing.people', { count: role.people.length })}{short > 0 && <> · {t('staffing.shortWeeks', { count: short })}</>}</span>
        </th>
        <Cells view={view} weeks={role.weeks} cause={cause} isInNumbers={isInNumbers} />
      </tr>
      {isOpen && role.people.map((person) => <PersonRow key={person.accountId} view={view} role={role.role} person={person} cause={cause} isInNumbers={isInNumbers} />)}
      {isOpen && (
        <tr>
          <th scope="row" className="staffing-who">
            {role.people.length === 0 ? (
              <span className="small">{t('staffing.nobodyInRole')}</span>
            ) : (
              <button type="button" className="button" disabled={busy} onClick={() => void run(() => call(lookAtRole, { role: role.role }), onRead)}>{t('staffing.readAgain')}</button>
            )}
            {error !== null && <ErrorNote error={error} />}
          </th>
          <td colSpan={view.weeks.length} />
        </tr>
      )}
    </tbody>
  );
}

interface PersonProperties extends Omit<CellsProperties, 'view' | 'weeks'> {
  readonly view: StaffingView;
  readonly role: string;
  readonly person: WonRole['people'][number];
}

function PersonRow({ view, role, person: { accountId, weeks }, cause, isInNumbers }: PersonProperties): ReactNode {
  const { t, format, now } = useStaffingScreen();
  const known = view.people.find(({ person }) => person.accountId === accountId);
  return (
    <tr className="staffing-person">
      <th scope="row" className="staffing-who">
        <bdi>{known?.person.name === undefined || known.person.name === '' ? t('staffing.someone') : known.person.name}</bdi>
        <span className="small">
          {known !== undefined && roleKey(known.role) !== roleKey(role) && <><bdi>{known.role}</bdi> · </>}
          {known?.readAt == null ? t('staffing.timeUnknown') : t('staffing.timeAsOf', { when: format.relative(known.readAt, now()) })}
        </span>
      </th>
      <Cells view={view} weeks={weeks} cause={cause} isInNumbers={isInNumbers} />
    </tr>
  );
}

interface CellsProperties {
  readonly view: Pick<StaffingView, 'weeks'>;
  readonly weeks: readonly WonWeek[];
  readonly cause: 'deal' | 'negotiations';
  readonly isInNumbers: boolean;
}

function Cells({ view, weeks, cause, isInNumbers }: CellsProperties): ReactNode {
  // One scale for a row, so that its weeks can be compared.
  const most = Math.max(1, ...weeks.map(({ confirmed, firm, tentative, won, capacity }) => Math.max(confirmed + firm + tentative + won, capacity)));
  return weeks.map((week, at) => <WeekCell key={view.weeks[at] ?? at} week={week} cause={cause} most={most} isInNumbers={isInNumbers} />);
}
