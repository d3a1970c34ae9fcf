import { memo, type ReactNode } from 'react';
import { parseAmount, type Currency } from '../../../src/domain/money';
import { isPlainDate } from '../../../src/domain/plain-date';
import { Icon } from '../../shared/icon';
import { Lozenge } from '../../shared/lozenge';
import { useSettings } from '../use-settings';
import type { DraftChange } from './draft-change';
import { focusRow } from './focus-row';
import { MarkLozenge } from './mark-lozenge';
import type { Standing } from './rate-groups';
import { StoredRate } from './stored-rate';
import { markOf, type TypedRate } from './typed-rate';

interface RateRowProperties {
  readonly rate: TypedRate;
  readonly standing: Standing;
  readonly onChange: (change: DraftChange) => void;
}

/** A rate to read. One of up to five hundred, so it is drawn again only when it is its own turn. */
export const RateRow = memo(
  function RateRow({ rate, standing, onChange }: RateRowProperties): ReactNode {
    const { t, format } = useSettings();
    const { key, role, from, currency, cost, billing, isRemoved } = rate;
    const mark = markOf(rate);
    const day = isPlainDate(from) ? format.date(from) : from;
    const act = (kind: 'open' | 'remove' | 'restore'): void => {
      onChange({ kind, key });
      if (kind !== 'open') focusRow(key);
    };
    return (
      <tr data-rate={key} className={isRemoved ? 'rate rate-removed' : 'rate'}>
        <td className="rate-from">
          <span className="rate-day">{day}</span>{' '}
          {standing === 'now' && <Lozenge tone="success">{t('rates.now')}</Lozenge>}{' '}
          {standing === 'later' && <Lozenge tone="information">{t('rates.later')}</Lozenge>}{' '}
          <MarkLozenge mark={mark} />
          {mark === 'changed' && <StoredRate rate={rate} />}
        </td>
        <td className="rate-money"><span className="cell-label">{t('rates.cost')}</span><Money text={cost} currency={currency} /></td>
        <td className="rate-money">
          <span className="cell-label">{t('rates.billing')}</span>
          {billing.trim() === '' ? <span className="subtle">{t('rates.notSold')}</span> : <Money text={billing} currency={currency} />}
        </td>
        <td className="rate-actions">
          {isRemoved ? (
            <button type="button" className="button" aria-label={t('rates.restoreOf', { role, day })} onClick={() => act('restore')}>{t('rates.restore')}</button>
          ) : (
            <>
              <button type="button" className="button" aria-label={t('rates.changeOf', { role, day })} onClick={() => act('open')}>{t('rates.change')}</button>
              <button type="button" className="button icon-button" aria-label={t('rates.removeOf', { role, day })} onClick={() => act('remove')}><Icon name="cross" /></button>
            </>
          )}
        </td>
      </tr>
    );
  },
  (before, after) => before.rate === after.rate && before.standing === after.standing,
);

/** An amount that is not one yet stands as it was typed. */
function Money({ text, currency }: { readonly text: string; readonly currency: Currency }): ReactNode {
  const { format } = useSettings();
  const amount = parseAmount(text);
  return <span className="money">{amount === undefined ? text : format.money({ amount, currency })}</span>;
}
