import { useEffect, useRef, useState, type ReactNode } from 'react';
import { currencies, isCurrency, parseAmount, type Currency } from '../../../src/domain/money';
import { rateLimits } from '../../../src/domain/rates';
import { Field } from '../field';
import { useSettings } from '../use-settings';
import type { DraftChange } from './draft-change';
import { focusRow } from './focus-row';
import { StoredRate } from './stored-rate';
import { markOf, type RateField, type RowProblems, type TypedRate } from './typed-rate';

interface RateFieldsProperties {
  readonly rate: TypedRate;
  readonly problems: RowProblems | undefined;
  readonly roleList: string;
  readonly showsProblems: boolean;
  readonly onChange: (change: DraftChange) => void;
}

/** A rate to type. It takes the focus, for whoever opened it goes on here. */
export function RateFields({ rate, problems, roleList, showsProblems, onChange }: RateFieldsProperties): ReactNode {
  const { t, format, language } = useSettings();
  const [wasTried, setTried] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { key, stored } = rate;
  const first: RateField = stored !== null ? 'cost' : rate.place === null ? 'role' : 'from';
  const firstAtOpening = useRef(first);

  useEffect(() => place.current?.querySelector<HTMLElement>(`[name="${firstAtOpening.current}"]`)?.focus(), []);

  const type = (fields: Partial<Pick<TypedRate, RateField | 'currency'>>): void => onChange({ kind: 'type', key, fields });
  const problemOf = (field: RateField): string | undefined => {
    const code = wasTried || showsProblems ? problems?.[field] : undefined;
    return code === undefined ? undefined : t(`rates.problem.${code}`, { limit: rateLimits.role });
  };
  const finish = (): void => {
    setTried(true);
    if (problems !== undefined) {
      requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    onChange({ kind: 'close', key });
    focusRow(key);
  };
  const giveUp = (): void => {
    onChange(stored === null ? { kind: 'remove', key } : { kind: 'revert', key, language });
    focusRow(key);
  };
  const moneyHint = (text: string, currency: Currency): string => {
    const amount = parseAmount(text);
    return amount === undefined ? t('rates.amountHint') : format.money({ amount, currency });
  };

  return (
    <div ref={place} className="rate-fields" role="group" aria-label={stored === null ? t('rates.newRate') : t('rates.changeOf', { role: stored.role, day: format.date(stored.from) })}>
      <div className="rate-inputs">
        <Field label={t('rates.role')} problem={problemOf('role')}>
          {(attributes) => <input {...attributes} name="role" className="input" dir="auto" list={roleList} autoComplete="off" value={rate.role} onChange={(event) => type({ role: event.target.value })} />}
        </Field>
        <Field label={t('rates.from')} problem={problemOf('from')}>
          {(attributes) => <input {...attributes} name="from" className="input" type="date" value={rate.from} onChange={(event) => type({ from: event.target.value })} />}
        </Field>
        <Field label={t('rates.cost')} problem={problemOf('cost')} hint={moneyHint(rate.cost, rate.currency)}>
          {(attributes) => <input {...attributes} name="cost" className="input" inputMode="decimal" autoComplete="off" value={rate.cost} onChange={(event) => type({ cost: event.target.value })} />}
        </Field>
        <Field label={t('rates.billing')} problem={problemOf('billing')} hint={rate.billing.trim() === '' ? t('rates.billingEmpty') : moneyHint(rate.billing, rate.currency)}>
          {(attributes) => <input {...attributes} name="billing" className="input" inputMode="decimal" autoComplete="off" value={rate.billing} onChange={(event) => type({ billing: event.target.value })} />}
        </Field>
        <Field label={t('rates.currency')}>
          {(attributes) => (
            <select {...attributes} className="input" value={rate.currency} onChange={(event) => isCurrency(event.target.value) && type({ currency: event.target.value })}>
              {currencies.map((currency) => <option key={currency}>{currency}</option>)}
            </select>
          )}
        </Field>
      </div>
      {markOf(rate) === 'changed' && <StoredRate rate={rate} />}
      <div className="buttons">
        <button type="button" className="button" onClick={finish}>{t('rates.done')}</button>
        <button type="button" className="button button-link" onClick={giveUp}>{t(stored === null ? 'rates.giveUpNew' : 'rates.giveUpChange')}</button>
      </div>
    </div>
  );
}
