import type { ReactNode } from 'react';
import { useScreen } from './screen';

/** Says that something is being fetched. */
export function Waiting(): ReactNode {
  const { t } = useScreen();
  return <div className="waiting" role="status">{t('loading')}</div>;
}
