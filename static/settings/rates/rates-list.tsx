import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import { rateLimits } from '../../../src/domain/rates';
import type { PlainDate } from '../../../src/domain/plain-date';
import { useSettings } from '../use-settings';
import type { DraftChange } from './draft-change';
import { RateFields } from './rate-fields';
import { hasWords, type RateGroup } from './rate-groups';
import { RoleRates } from './role-rates';
import { SearchInput } from './search-input';
import { markOf, type RowProblems, type TypedRate } from './typed-rate';

interface RatesListProperties {
  readonly groups: readonly RateGroup[];
  /** Rates that are typed for a role that the list does not have yet. */
  readonly apart: readonly TypedRate[];
  readonly problems: ReadonlyMap<number, RowProblems>;
  /** Of all rates, with those that are to be removed. */
  readonly count: number;
  /** Id of the datalist with the known roles. */
  readonly roleList: string;
  readonly today: PlainDate;
  readonly showsProblems: boolean;
  readonly onChange: (change: DraftChange) => void;
}

/** From so many roles on, looking for one is quicker than reading. */
const many = 8;
const most = 40;

/** The rates of every role. */
export function RatesList({ groups, apart, problems, count, roleList, today, showsProblems, onChange }: RatesListProperties): ReactNode {
  const { t } = useSettings();
  const [wanted, setWanted] = useState('');
  const [showsAll, setShowsAll] = useState(false);
  const isFull = count >= rateLimits.rates;

  // What somebody is at stays on the screen, whatever is looked for.
  const isTouched = ({ rows }: RateGroup): boolean => rows.some(({ rate }) => rate.isOpen || markOf(rate) !== null);
  const found = groups.filter((group) => hasWords(group.role, wanted) || isTouched(group));
  const shown = showsAll ? found : found.filter((group, at) => at < most || isTouched(group));
  const fields = (rate: TypedRate): ReactNode => (
    <RateFields rate={rate} problems={problems.get(rate.key)} roleList={roleList} showsProblems={showsProblems} onChange={onChange} />
  );

  return (
    <div className="rates">
      <h3>{t('rates.list')}</h3>
      {groups.length > many && <div className="rates-filter"><SearchInput label={t('rates.filter')} value={wanted} onChange={setWanted} /></div>}
      {groups.length === 0 && apart.length === 0 && <p className="subtle">{t('rates.none')}</p>}
      {shown.length > 0 && (
        <table className="rates-table">
          <thead>
            <tr>
              <th scope="col">{t('rates.from')}</th>
              <th scope="col">{t('rates.cost')}</th>
              <th scope="col">{t('rates.billing')}</th>
              <th scope="col"><span className="unseen">{t('rates.actions')}</span></th>
            </tr>
          </thead>
          {shown.map((group) => (
            <RoleRates key={group.id} group={group} today={today} isFull={isFull} fields={fields} onChange={onChange} />
          ))}
        </table>
      )}
      {groups.length > 0 && found.length === 0 && <p className="subtle" role="status">{t('rates.notFound')}</p>}
      {shown.length < found.length && <div><Button onClick={() => setShowsAll(true)}>{t('rates.showAll', { count: found.length })}</Button></div>}
      {apart.map((rate) => <div key={rate.key} className="rate-apart">{fields(rate)}</div>)}
      <div className="buttons rates-adder">
        <Button isDisabled={isFull} onClick={() => onChange({ kind: 'addRole', today })}>{t('rates.add')}</Button>
        {isFull && <span className="warned">{t('rates.full', { limit: rateLimits.rates })}</span>}
      </div>
    </div>
  );
}
