import type { ReactNode } from 'react';
import { Icon } from '../../shared/icon';
import { useStaffingScreen } from './staffing-screen';

/** What the bars and marks of the weeks mean. @param deal the one that is looked at as if it were won. */
export function StaffingLegend({ deal }: { readonly deal: string | undefined }): ReactNode {
  const { t } = useStaffingScreen();
  return (
    <ul className="staffing-legend">
      {(['confirmed', 'firm', 'tentative'] as const).map((one) => (
        <li key={one}><span className={`staffing-swatch load-${one}`} aria-hidden="true" /> <span>{t(`firmness.${one}`)}: {t(`staffing.meaning.${one}`)}</span></li>
      ))}
      {deal !== undefined && <li><span className="staffing-swatch load-won" aria-hidden="true" /> <span>{t('staffing.meaning.won', { deal })}</span></li>}
      <li><span className="staffing-swatch swatch-capacity" aria-hidden="true" /> {t('staffing.capacity')}</li>
      <li className="overflow-mark"><Icon name="warning" /> {t(deal === undefined ? 'staffing.overflow' : 'staffing.overflow.deal')}</li>
    </ul>
  );
}
