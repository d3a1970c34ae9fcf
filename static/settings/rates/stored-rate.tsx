import type { ReactNode } from 'react';
import { Filled } from '../../shared/filled';
import { useSettings } from '../use-settings';
import type { TypedRate } from './typed-rate';

/** What a changed row takes the place of, so that nothing is written over unseen. */
export function StoredRate({ rate }: { readonly rate: TypedRate }): ReactNode {
  const { t, format } = useSettings();
  if (rate.stored === null) return null;
  const { role, from, currency, cost, billing } = rate.stored;
  const money = (text: string): ReactNode => <span className="money">{text}</span>;
  const values = {
    role,
    day: <span className="money">{format.date(from)}</span>,
    cost: money(format.money({ amount: cost, currency })),
    billing: money(billing === null ? t('rates.notSold') : format.money({ amount: billing, currency })),
  };
  return <p className="small"><Filled text={t('rates.stored')} values={values} /></p>;
}
