/** What was agreed with a client: how many hours a year the account manager has for them. */
export interface ClientAgreement {
  /** 0 while nobody has set anything. */
  readonly revision: number;
  readonly years: readonly { readonly year: number; readonly budgetHours: number }[];
}

export const noAgreement: ClientAgreement = { revision: 0, years: [] };

export const agreementLimits = { firstYear: 2000, lastYear: 2100, hours: 9_999 } as const;

export const budgetHoursIn = ({ years }: ClientAgreement, year: number): number | null => years.find((one) => one.year === year)?.budgetHours ?? null;

/** With another agreement for one year; null is none. */
export const withBudget = ({ revision, years }: ClientAgreement, year: number, budgetHours: number | null): ClientAgreement => ({
  revision: revision + 1,
  years: [...years.filter((one) => one.year !== year), ...(budgetHours === null ? [] : [{ year, budgetHours }])].sort((a, b) => a.year - b.year),
});
