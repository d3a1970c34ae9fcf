import { GENERAL_ACCESSES, PROJECT_PERMISSIONS, RATE_CATEGORIES, type FinancialSettings, type HourlyRate, type MoneyEntryContent, type RateCategory, type TempoProjectContent } from '../financials/model';
import { amountIn, dateIn, textIn } from './form-fields';

const LARGEST = 100_000_000_000;

/** An amount above or at zero; undefined where there is none, null where what was typed is no such amount. */
function optionalAmount(form: FormData, name: string): number | undefined | null {
  if (textIn(form, name) === '') return undefined;
  const minor = amountIn(form, name);
  return minor === undefined || minor < 0 || minor > LARGEST ? null : minor;
}

export function readFinancialSettings(form: FormData): FinancialSettings {
  return {
    isLicensed: form.has('isLicensed'),
    permission: PROJECT_PERMISSIONS.find((each) => each === textIn(form, 'permission')) ?? 'administrator',
    projectPlansCount: form.has('projectPlansCount'),
  };
}

/** What a rate is for and from when; undefined where the form names neither. */
export function readRateKey(form: FormData): { readonly category: RateCategory; readonly effectiveDate: string | undefined } | undefined {
  const category = RATE_CATEGORIES.find((each) => each === textIn(form, 'category'));
  const effectiveDate = dateIn(form, 'from');
  if (category === undefined || (effectiveDate === undefined && textIn(form, 'from') !== '')) return undefined;
  return { category, effectiveDate };
}

/** The rate asked for, or undefined where the form makes no sense. */
export function readRate(form: FormData): { readonly category: RateCategory; readonly rate: HourlyRate } | undefined {
  const key = readRateKey(form);
  const minor = optionalAmount(form, 'rate');
  return key === undefined || minor === undefined || minor === null ? undefined : { category: key.category, rate: { effectiveDate: key.effectiveDate, minor } };
}

/** The new configuration, or undefined where an amount is none. */
export function readConfiguration(form: FormData): Partial<TempoProjectContent> | undefined {
  const [budget, defaultCostRate, defaultBillingRate] = [optionalAmount(form, 'budget'), optionalAmount(form, 'defaultCostRate'), optionalAmount(form, 'defaultBillingRate')];
  const generalAccess = GENERAL_ACCESSES.find((each) => each === textIn(form, 'generalAccess'));
  if (budget === null || defaultCostRate === null || defaultBillingRate === null || generalAccess === undefined) return undefined;
  return {
    budget,
    defaultCostRate,
    defaultBillingRate,
    generalAccess,
    isTrackingRevenue: form.has('isTrackingRevenue'),
    isFixedPrice: form.has('isFixedPrice'),
    isUsingGlobalCostRates: form.has('isUsingGlobalCostRates'),
    isUsingAccountRates: form.has('isUsingAccountRates'),
  };
}

/** The expense or fixed revenue asked for, or undefined where the form lacks something. */
export function readEntry(form: FormData, projectId: string): MoneyEntryContent | undefined {
  const kind = (['expense', 'fixedRevenue'] as const).find((each) => each === textIn(form, 'kind'));
  const [date, minor] = [dateIn(form, 'date'), amountIn(form, 'amount')];
  const [currency, description] = [textIn(form, 'currency').toUpperCase(), textIn(form, 'description')];
  if (kind === undefined || date === undefined || minor === undefined || Math.abs(minor) > LARGEST || !/^[A-Z]{3}$/u.test(currency) || description === '') return undefined;
  return { kind, projectId, date, amount: { currency, minor }, description };
}
