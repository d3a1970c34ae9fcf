import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { currencies } from '../../../src/domain/money';
import { rateLimits } from '../../../src/domain/rates';
import { Lozenge, type Tone } from '../../shared/lozenge';
import { Field } from '../field';
import { useSettings } from '../use-settings';
import { knownCurrency, type RateField, type Standing, type TypedRate, type TypedRateProblem } from './typed-rates';

interface RateRowProperties {
  readonly rate: TypedRate;
  readonly standing: Standing | undefined;
  readonly problem: { readonly field: RateField; readonly problem: TypedRateProblem } | undefined;
  readonly onChange: (rate: TypedRate) => void;
  /** Makes another rate of the same role, from a later day. */
  readonly onFollow: () => void;
  readonly onRemove: () => void;
}

const tones: Readonly<Record<Standing, Tone>> = { now: 'success', later: 'information', earlier: 'neutral' };

/** One rate of a role, to be changed. */
export function RateRow({ rate, standing, problem, onChange, onFollow, onRemove }: RateRowProperties): ReactNode {
  const { t } = useSettings();
  const field = (name: RateField, type: 'text' | 'date', more: Readonly<Record<string, unknown>> = {}): ReactNode => (
    <Field label={t(`rates.${name}`)} problem={problem?.field === name ? t(`rates.problem.${problem.problem}`) : undefined}>
      {(attributes) => (
        <input {...attributes} {...more} className="input" type={type} autoComplete="off" value={rate[name]} onChange={(event) => onChange({ ...rate, [name]: event.target.value })} />
      )}
    </Field>
  );
  return (
    <li className="rate">
      {field('role', 'text', { list: 'rate-roles', maxLength: rateLimits.role })}
      {field('from', 'date')}
      {field('cost', 'text', { inputMode: 'decimal' })}
      {field('billing', 'text', { inputMode: 'decimal', placeholder: t('rates.notSold') })}
      <Field label={t('rates.currency')}>
        {(attributes) => (
          <select {...attributes} className="input" value={rate.currency} onChange={(event) => onChange({ ...rate, currency: knownCurrency(event.target.value, rate.currency) })}>
            {currencies.map((one) => <option key={one} value={one}>{one}</option>)}
          </select>
        )}
      </Field>
      <div className="rate-actions">
        {standing !== undefined && <Lozenge tone={tones[standing]}>{t(`rates.standing.${standing}`)}</Lozenge>}
        {rate.role.trim() !== '' && <Button appearance="subtle" spacing="compact" onClick={onFollow}>{t('rates.follow')}</Button>}
        <Button appearance="subtle" spacing="compact" onClick={onRemove}>
          {t('rates.remove')}
          <span className="unseen"> {rate.role} {rate.from}</span>
        </Button>
      </div>
    </li>
  );
}
