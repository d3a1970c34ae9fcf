import type { ReactNode } from 'react';
import { addDays } from '../../../src/domain/calendar';
import { isAllClear, type Answer } from '../../../src/domain/staffing/if-won';
import type { Missing } from '../../../src/domain/staffing/missing';
import { Icon } from '../../shared/icon';
import { missingHours, nameOf, periodOf, toldOnce, type Cause, type Told } from './missing-words';
import { useStaffingScreen, type StaffingView } from './staffing-screen';

/** Who is missing, one sentence each; an hour that a person and their role both lack is told once. */
export function MissingList({ view, missing, cause }: { readonly view: StaffingView; readonly missing: readonly Missing[]; readonly cause: Cause }): ReactNode {
  return (
    <ul>
      {toldOnce(missing).map((one) => (
        <li key={`${one.role} ${one.person ?? ''} ${one.from}`}><Icon name="warning" /> <span><MissingLine view={view} missing={one} cause={cause} /></span></li>
      ))}
    </ul>
  );
}

function MissingLine({ view, missing, cause }: { readonly view: StaffingView; readonly missing: Told; readonly cause: Cause }): ReactNode {
  const { t, format } = useStaffingScreen();
  const { role, person, isCertain, among } = missing;
  const [hours, part] = missingHours({ t, format }, missing, cause);
  const head = person === null ? t('staffing.missing.role', { role, hours }) : t('staffing.missing.person', { role, person: nameOf(view, person), hours });
  const names = among.map((one) => nameOf(view, one)).filter((name) => name !== '');
  return (
    <>
      {[head, part, periodOf({ t, format }, missing)].filter((one) => one !== '').join(', ')}
      {names.length > 0 && <> {t('staffing.missing.among', { people: names.join(', ') })}</>}
      {!isCertain && <> {t('staffing.missing.uncertain')}</>}
    </>
  );
}

/** How far an answer on a deal is known, and that nobody is missing as far as it is. */
export function Known({ view, answer }: { readonly view: StaffingView; readonly answer: Answer }): ReactNode {
  const { t, format } = useStaffingScreen();
  const { missing, reach, unread } = answer;
  if (isAllClear(answer)) return <p className="fits"><Icon name="check" /> <span>{t('staffing.won.nobody')}</span></p>;
  const names = unread.map((one) => nameOf(view, one)).filter((name) => name !== '');
  return (
    <>
      {reach.kind === 'none' && <p className="unknown"><Icon name="information" /> <span>{t('staffing.reach.none', { begins: format.date(reach.begins), known: format.date(reach.knownUntil) })}</span></p>}
      {reach.kind === 'part' && (
        <p className="unknown">
          <Icon name="information" />
          <span>{missing.length === 0 && unread.length === 0 && <strong>{t('staffing.reach.nobodyUntil', { known: format.date(reach.knownUntil) })} </strong>}{t('staffing.reach.part', { known: format.date(reach.knownUntil), rest: format.dateRange(addDays(reach.knownUntil, 1), reach.ends) })}</span>
        </p>
      )}
      {unread.length > 0 && <p className="unknown"><Icon name="information" /> <span>{t('staffing.reach.unread', { people: names.length === 0 ? t('staffing.someone') : names.join(', ') })}</span></p>}
    </>
  );
}
