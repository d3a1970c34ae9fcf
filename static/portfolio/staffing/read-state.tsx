import type { ReactNode } from 'react';
import { Note } from '../../shared/note';
import { useStaffingScreen, type StaffingView } from './staffing-screen';

type Failure = NonNullable<StaffingView['people'][number]['failure']>;
const told = ['notConnected', 'unauthorised', 'refused', 'missing', 'rejected', 'rateLimited', 'unavailable', 'unexpectedAnswer'] as const;
const isTold = (failure: Failure): failure is (typeof told)[number] => told.some((one) => one === failure);

/** As of when people's time is, whose is not known, and why. */
export function ReadState({ view: { people } }: { readonly view: StaffingView }): ReactNode {
  const { t, format, now } = useStaffingScreen();
  const read = people.flatMap(({ readAt }) => readAt ?? []).sort();
  const unread = people.filter(({ readAt, failure }) => readAt === null && failure !== 'missing').length;
  const failures = [...new Set(people.flatMap(({ failure }) => (failure === null || failure === 'missing' ? [] : [failure])))];
  const gone = people.filter(({ failure }) => failure === 'missing').map(({ person }) => person.name);
  const why = failures.map((failure) => t(isTold(failure) ? `staffing.failure.${failure}` : 'staffing.failure.unexpected')).join(' ');
  const [oldest] = read;
  return (
    <>
      {unread > 0 ? (
        <Note kind="warning" title={t('staffing.unread.title', { count: unread })}>{why === '' ? t('staffing.unread.body') : why} {t('staffing.unread.then')}</Note>
      ) : failures.length > 0 ? (
        <Note kind="warning" title={t('staffing.older.title')}>{why} {t('staffing.older.body')}</Note>
      ) : null}
      {gone.length > 0 && <Note kind="information" title={t('staffing.gone.title', { people: gone.join(', ') })}>{t('staffing.gone.body')}</Note>}
      {oldest !== undefined && <p className="small">{t('staffing.asOf', { when: format.relative(oldest, now()) })}</p>}
    </>
  );
}
