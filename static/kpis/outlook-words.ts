import type { KpiView } from '../../src/contract/kpis';
import { companyCurrency } from '../../src/domain/kpi/kpis';
import { compareTotals, nothing, type Total } from '../../src/domain/total';
import type { Format } from '../shared/format';
import type { KpiTranslate } from './kpi-screen';

/** Whether the goal will be reached, in words. */
export function outlookWords(t: KpiTranslate, format: Format, { prospect, earned, expected, tentative, missing, goal }: KpiView['outlook']): string {
  const money = (sum: Total): string => format.sum(sum, companyCurrency);
  const values = { earned: money(earned), expected: money(expected), missing: money(missing), goal: money(goal), tentative: money(tentative) };
  if (prospect === null) return t('outlook.says.noGoal', values);
  const says = t(`outlook.says.${prospect}`, values);
  if (prospect !== 'missed') return says;
  return `${says} ${t(compareTotals(tentative, nothing) > 0 ? 'outlook.says.more' : 'outlook.says.nothingMore', values)}`;
}
