import type { Change } from '../../src/domain/difference';
import { isAmount, isCurrency } from '../../src/domain/money';
import { isPlainDate } from '../../src/domain/plain-date';
import type { Format } from './format';

/** A value of a change, which crosses the contract in plain form, as the reader writes it. */
export function changeValue(format: Format, field: Change['field'], value: string): string {
  switch (field) {
    case 'budget.amount': {
      const [amount = '', currency = ''] = value.split(' ');
      return isAmount(amount) && isCurrency(currency) ? format.money({ amount, currency }) : value;
    }
    case 'budget.hours':
      return format.hours(Number(value) * 60);
    case 'budget.targetMargin':
      return format.percent(Number(value));
    case 'schedule.start':
    case 'schedule.end':
      return isPlainDate(value) ? format.date(value) : value;
    case 'milestone':
    case 'staffing':
      return format.daysIn(value);
    default:
      return value;
  }
}
