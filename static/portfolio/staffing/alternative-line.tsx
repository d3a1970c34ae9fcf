import type { ReactNode } from 'react';
import type { DealRisksView } from '../../../src/contract/staffing';
import { addDays } from '../../../src/domain/calendar';
import type { Person } from '../../../src/domain/person';
import { downToHalfHours } from '../../shared/half-hours';
import { useStaffingScreen } from './staffing-screen';

/** What can be done about somebody who is missing, in a sentence. @param people everybody whom it names. */
export function AlternativeLine({ people, alternative }: { readonly people: readonly Person[]; readonly alternative: DealRisksView['alternatives'][number] }): ReactNode {
  const { t, format } = useStaffingScreen();
  if (alternative.kind === 'otherHolder') {
    const { accountId, instead, from, to, minutes } = alternative;
    const nameOf = (id: string | null): string => people.find((person) => person.accountId === id)?.name ?? '';
    return <span>{t('staffing.otherHolder', { person: nameOf(accountId), instead: nameOf(instead), hours: format.hours(downToHalfHours(minutes)), period: format.dateRange(from, addDays(to, 6)) })}</span>;
  }
  const { weeks, from, knownUntil } = alternative;
  return <span>{t('staffing.laterStart', { count: weeks, from: format.date(from) })}{knownUntil !== null && <> {t('staffing.knownUntil', { day: format.date(knownUntil) })}</>}</span>;
}
