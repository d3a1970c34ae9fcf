import { memo, type ReactNode } from 'react';
import type { Draft } from '../../../src/domain/draft';
import { limits } from '../../../src/domain/guidelines';
import { currencies, isCurrency, parseAmount } from '../../../src/domain/money';
import { useProjectScreen } from '../project-screen';
import type { DraftProblem } from './draft-problem';
import { problemFor, useEditing } from './editing';
import { TextField } from './text-field';

interface BudgetFieldsProperties {
  readonly budget: Draft['budget'];
  readonly problems: readonly DraftProblem[];
}

export const BudgetFields = memo(function BudgetFields({ budget, problems }: BudgetFieldsProperties): ReactNode {
  const { t, format } = useProjectScreen();
  const { edit } = useEditing();
  const change = (part: Partial<Draft['budget']>): void => edit((draft) => ({ ...draft, budget: { ...draft.budget, ...part } }));
  const amount = parseAmount(budget.amount);
  return (
    <fieldset className="card">
      <legend>{t('content.budget')}</legend>
      <div className="budget-row">
        <TextField
          field="budget.amount"
          kind="figure"
          label={t('field.budget.amount')}
          {...(amount === undefined ? {} : { help: format.money({ amount, currency: budget.currency }) })}
          value={budget.amount}
          onChange={(typed) => change({ amount: typed })}
          problem={problemFor(problems, 'budget.amount')}
        />
        <div className="field">
          <label htmlFor="field-budget-currency">{t('budget.currency')}</label>
          <select id="field-budget-currency" className="input" value={budget.currency} onChange={(event) => isCurrency(event.target.value) && change({ currency: event.target.value })}>
            {currencies.map((currency) => <option key={currency}>{currency}</option>)}
          </select>
        </div>
        <TextField field="budget.hours" kind="figure" label={t('field.budget.hours')} value={budget.hours} onChange={(hours) => change({ hours })} problem={problemFor(problems, 'budget.hours')} />
        <TextField field="budget.targetMargin" kind="figure" label={t('budget.targetMargin')} value={budget.targetMargin} onChange={(targetMargin) => change({ targetMargin })} problem={problemFor(problems, 'budget.targetMargin')} />
      </div>
      <TextField field="budget.billable" kind="long" label={t('budget.billable')} help={t('budget.billableHelp')} longest={limits.longText} value={budget.billable} onChange={(billable) => change({ billable })} problem={problemFor(problems, 'budget.billable')} />
    </fieldset>
  );
});
