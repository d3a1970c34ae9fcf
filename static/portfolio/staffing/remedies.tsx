import type { ReactNode } from 'react';
import { addDays } from '../../../src/domain/calendar';
import { latestStart, type Alternative } from '../../../src/domain/staffing/alternatives';
import type { Missing } from '../../../src/domain/staffing/missing';
import type { Extent } from '../../../src/domain/staffing/together';
import { downToHalfHours, upToHalfHours } from '../../shared/half-hours';
import { hoursOf, nameOf, periodOf } from './missing-words';
import { useStaffingScreen, type StaffingView } from './staffing-screen';

interface RemediesProperties {
  readonly view: StaffingView;
  readonly missing: readonly Missing[];
  readonly alternatives: readonly Alternative[];
  /** A deal was asked about, which may start later; otherwise it is about what is sold. */
  readonly isDeal: boolean;
  /** Tries a later start; undefined for whoever may not move the deal's lines. */
  readonly onTry?: (weeks: number) => void;
}

/** What can be done: who has room, how far that goes, and the first later start at which the deal lacks nobody. */
export function Remedies({ view, missing, alternatives, isDeal, onTry }: RemediesProperties): ReactNode {
  const { t, format } = useStaffingScreen();
  const people = alternatives.flatMap((one) => (one.kind === 'otherHolder' ? [one] : []));
  const together = alternatives.flatMap((one) => (one.kind === 'together' ? [one] : []));
  const later = alternatives.find((one) => one.kind === 'laterStart');
  const isOf = (one: Missing) => ({ role, instead, from }: { readonly role: string; readonly instead: string | null; readonly from: string }): boolean => role === one.role && instead === one.person && from === one.from;
  const groups = missing.map((one) => ({ one, room: people.filter(isOf(one)), several: together.find(isOf(one)) })).filter(({ room }) => room.length > 0);
  const knownUntilOf = (one: Missing): string | null => (one.isOpenEnded ? format.date(addDays(one.to, 6)) : null);
  const isShared = new Set(people.map(({ accountId }) => accountId)).size < people.length;
  const isOther = people.some(({ instead }) => instead === null);
  return (
    <div className="alternatives">
      {isDeal && <h3>{t('staffing.alternatives')}</h3>}
      <ul>
        {groups.map(({ one, room, several }) => (
          <li key={`${one.role} ${one.person ?? ''} ${one.from}`}>
            <span>{t(one.person === null ? 'staffing.room.role' : 'staffing.room.person', { role: one.role, person: nameOf(view, one.person), period: periodOf({ t, format }, one) })}</span>
            <ul className="room">
              {room.map((other) => <li key={other.accountId}><Room view={view} room={other} isDeal={isDeal} knownUntil={knownUntilOf(one)} /></li>)}
              {several !== undefined && <li><strong>{t('staffing.room.together', { people: format.list(several.accountIds.map((id) => nameOf(view, id))) })}</strong> {coversWords({ t, format }, several.extent, isDeal, knownUntilOf(one))}</li>}
            </ul>
          </li>
        ))}
        {later !== undefined && (
          <li className="later">
            <span>
              {later.knownUntil === null
                ? t('staffing.laterStart', { count: later.weeks, from: format.date(later.from) })
                : t('staffing.laterStartUntil', { count: later.weeks, from: format.date(later.from), known: format.date(later.knownUntil), ends: format.date(later.to) })}
            </span>
            {onTry !== undefined && <button type="button" className="button unprinted" onClick={() => onTry(later.weeks)}>{t('staffing.try')}</button>}
          </li>
        )}
      </ul>
      {isOther && <p className="subtle">{t('staffing.room.ask')}</p>}
      {isShared && <p className="subtle">{t('staffing.room.once')}</p>}
      {people.length === 0 && <p className="subtle">{t('staffing.room.nobody')}</p>}
      {isDeal && later === undefined && <p className="subtle">{t('staffing.laterStart.none', { count: latestStart })}</p>}
    </div>
  );
}

interface RoomProperties {
  readonly view: StaffingView;
  readonly room: Extract<Alternative, { readonly kind: 'otherHolder' }>;
  readonly isDeal: boolean;
  /** Until when it is known what is missing, where that may go on. */
  readonly knownUntil: string | null;
}

function Room({ view, room, isDeal, knownUntil }: RoomProperties): ReactNode {
  const { t, format } = useStaffingScreen();
  const { accountId, theirRole, minutes, mostMinutes, weekMinutes, extent } = room;
  const has = t('staffing.room.has', { person: nameOf(view, accountId), role: theirRole, free: hoursOf(format, [minutes, mostMinutes], downToHalfHours), week: format.hours(weekMinutes) });
  return <>{has} {coversWords({ t, format }, extent, isDeal, knownUntil)}</>;
}

function coversWords({ t, format }: Pick<ReturnType<typeof useStaffingScreen>, 't' | 'format'>, extent: Extent, isDeal: boolean, knownUntil: string | null): string {
  switch (extent.kind) {
    case 'whole':
      return knownUntil === null ? t(isDeal ? 'staffing.covers.whole' : 'staffing.covers.all') : t('staffing.covers.known', { day: knownUntil });
    case 'until':
      return t('staffing.covers.until', { day: format.date(addDays(extent.to, 6)), rest: format.hours(upToHalfHours(extent.restMinutes)) });
    case 'part':
      return t('staffing.covers.part', { hours: format.hours(downToHalfHours(extent.minutes)), of: format.hours(upToHalfHours(extent.ofMinutes)) });
  }
}
