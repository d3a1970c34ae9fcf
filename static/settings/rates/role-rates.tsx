import { useId, useState, type ReactNode } from 'react';
import type { PlainDate } from '../../../src/domain/plain-date';
import { Icon } from '../../shared/icon';
import { useSettings } from '../use-settings';
import type { DraftChange } from './draft-change';
import { earlierRows, type RateGroup } from './rate-groups';
import { RateRow } from './rate-row';
import type { TypedRate } from './typed-rate';

interface RoleRatesProperties {
  readonly group: RateGroup;
  readonly today: PlainDate;
  /** There are as many rates as there may be. */
  readonly isFull: boolean;
  readonly fields: (rate: TypedRate) => ReactNode;
  readonly onChange: (change: DraftChange) => void;
}

/** One role's rates, newest first; those that held long ago are folded away. */
export function RoleRates({ group, today, isFull, fields, onChange }: RoleRatesProperties): ReactNode {
  const { t } = useSettings();
  const [isUnfolded, setUnfolded] = useState(false);
  const id = useId();
  const earlier = earlierRows(group);
  const hidden = new Set(isUnfolded ? [] : earlier.map(({ rate }) => rate.key));
  return (
    <tbody aria-labelledby={id}>
      <tr className="role-head">
        <th scope="rowgroup" colSpan={2}><h4 id={id}><bdi>{group.role}</bdi></h4></th>
        <td colSpan={2}>
          <button type="button" className="button button-link" disabled={isFull} aria-label={t('rates.addNextOf', { role: group.role })} onClick={() => onChange({ kind: 'addNext', role: group.role, today })}>
            <Icon name="plus" />{t('rates.addNext')}
          </button>
        </td>
      </tr>
      {group.rows.map(({ rate, standing }) => {
        if (hidden.has(rate.key)) return null;
        return rate.isOpen ? (
          <tr key={rate.key}><td colSpan={4}>{fields(rate)}</td></tr>
        ) : (
          <RateRow key={rate.key} rate={rate} standing={standing} onChange={onChange} />
        );
      })}
      {earlier.length > 0 && (
        <tr className="role-earlier">
          <td colSpan={4}>
            <button type="button" className="button button-link" aria-expanded={isUnfolded} aria-describedby={id} onClick={() => setUnfolded(!isUnfolded)}>
              {t(isUnfolded ? 'rates.hideEarlier' : 'rates.showEarlier', { count: earlier.length })}
            </button>
          </td>
        </tr>
      )}
    </tbody>
  );
}
