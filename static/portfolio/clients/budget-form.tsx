import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { setClientBudget } from '../../../src/contract/margin-portfolio';
import { agreementLimits } from '../../../src/domain/client-work';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { usePortfolioScreen } from '../portfolio-screen';
import type { ClientWork } from '../portfolio-view';

/** How many hours a year were agreed with the client; an empty field is no agreement. */
export function BudgetForm({ given, onGiven }: { readonly given: ClientWork; readonly onGiven: (given: ClientWork) => void }): ReactNode {
  const { t, format } = usePortfolioScreen();
  const { client, work, revision } = given;
  const [typed, setTyped] = useState(work.budgetHours === null ? '' : String(work.budgetHours));
  const { busy, error, run } = useAction();
  const id = useId();
  const budgetHours = typed.trim() === '' ? null : Number(typed.trim());
  const isWrong = budgetHours !== null && !(/^\d+$/.test(typed.trim()) && budgetHours <= agreementLimits.hours);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (isWrong) return;
    void run(() => call(setClientBudget, { clientId: client.id, year: work.year, revision, budgetHours }), onGiven);
  };
  return (
    <form className="budget-form" onSubmit={save} noValidate>
      <div className="field short">
        <label htmlFor={`${id}-hours`}>{t('work.agreedIn', { year: String(work.year) })}</label>
        <input id={`${id}-hours`} className="input" inputMode="numeric" value={typed} aria-invalid={isWrong} aria-describedby={`${id}-help`} onChange={(event) => setTyped(event.target.value)} />
        <p id={`${id}-help`} className={isWrong ? 'problem' : 'small'}>{isWrong ? t('work.wrongHours', { most: format.number(agreementLimits.hours) }) : t('work.agreedHelp')}</p>
      </div>
      {error !== null && <ErrorNote error={error} />}
      <button type="submit" className="button" disabled={busy || isWrong || budgetHours === work.budgetHours}>{t(busy ? 'saving' : 'save')}</button>
    </form>
  );
}
