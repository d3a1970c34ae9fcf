import type { ReactNode } from 'react';
import { Icon } from '../../shared/icon';
import { useProjectScreen } from '../project-screen';

/** What each look of a bar means. */
export function Legend(): ReactNode {
  const { t } = useProjectScreen();
  return (
    <ul className="legend" aria-label={t('legend.title')}>
      <li><span className="swatch asked" />{t('legend.asked')}</li>
      <li><span className="swatch bar-tentative" />{t('firmness.tentative')}</li>
      <li><span className="swatch bar-firm" />{t('firmness.firm')}</li>
      <li><span className="swatch bar-confirmed"><Icon name="check" /></span>{t('firmness.confirmed')}</li>
      <li><span className="swatch bar-drifted"><Icon name="warning" /></span>{t('entry.drifted')}</li>
    </ul>
  );
}
