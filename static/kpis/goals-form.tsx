import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { setGoals, type KpiView } from '../../src/contract/kpis';
import type { Person } from '../../src/domain/person';
import { quartersFrom, type Quarter } from '../../src/domain/kpi/quarter';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { useAction } from '../shared/use-action';
import { periodWords, useKpiScreen } from './kpi-screen';
import { parseGoals, typedGoals, type GoalField, type TypedGoals } from './typed-goals';

interface GoalsFormProperties {
  readonly view: KpiView;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** As head of sales: targets of all, and what each account manager is to sell in a quarter. */
export function GoalsForm({ view, onSaved, onCancel }: GoalsFormProperties): ReactNode {
  const { t } = useKpiScreen();
  const [quarter, choose] = useState<Quarter>(view.quarter);
  const id = useId();
  return (
    <section className="card">
      <h2>{t('kpi.goals.title')}</h2>
      <p className="subtle">{t('kpi.goals.about')}</p>
      <div className="field short">
        <label htmlFor={id}>{t('kpi.goals.quarter')}</label>
        <select id={id} className="input" value={quarter} onChange={(event) => choose([0, 1, 2].map((at) => quartersFrom(view.quarter, at)).find((one) => one === event.target.value) ?? view.quarter)}>
          {[0, 1, 2].map((at) => quartersFrom(view.quarter, at)).map((one) => <option key={one} value={one}>{periodWords(t, one)}</option>)}
        </select>
      </div>
      <QuarterGoals key={quarter} view={view} quarter={quarter} onSaved={onSaved} onCancel={onCancel} />
    </section>
  );
}

function QuarterGoals({ view: { goals, managers }, quarter, onSaved, onCancel }: GoalsFormProperties & { readonly quarter: Quarter }): ReactNode {
  const { t } = useKpiScreen();
  const people = managers.flatMap(({ manager }): readonly Person[] => (manager === null ? [] : [manager]));
  const ids = people.map(({ accountId }) => accountId);
  const [typed, type] = useState<TypedGoals>(() => typedGoals(goals, quarter, ids));
  const { busy, error, run } = useAction();
  const parsed = parseGoals(typed, ids);
  const wrong: ReadonlySet<GoalField> = parsed instanceof Set ? parsed : new Set();
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if ('targets' in parsed) void run(() => call(setGoals, { revision: goals.revision, targets: parsed.targets, quarter, sales: [...parsed.sales] }), onSaved);
  };
  return (
    <form className="content" onSubmit={save} noValidate>
      <div className="kpi-goal-fields">
        {(['revenue', 'margin', 'upsell'] as const).map((field) => (
          <GoalInput key={field} label={t(`kpi.goals.${field}`)} value={typed[field]} problem={wrong.has(field) ? t(field === 'revenue' ? 'kpi.goals.wrongAmount' : 'kpi.goals.wrongPercent') : null} onType={(value) => type({ ...typed, [field]: value })} />
        ))}
      </div>
      {people.length > 0 && <h3>{t('kpi.goals.sales', { quarter: periodWords(t, quarter) })}</h3>}
      <div className="kpi-goal-fields">
        {people.map(({ accountId, name }) => (
          <GoalInput key={accountId} label={name || accountId} value={typed.sales[accountId] ?? ''} problem={wrong.has(accountId) ? t('kpi.goals.wrongAmount') : null} onType={(value) => type({ ...typed, sales: { ...typed.sales, [accountId]: value } })} />
        ))}
      </div>
      {error !== null && <ErrorNote error={error} />}
      <div className="actions">
        <button type="submit" className="button button-primary" disabled={busy || wrong.size > 0}>{t(busy ? 'saving' : 'save')}</button>
        <button type="button" className="button" onClick={onCancel}>{t('kpi.goals.cancel')}</button>
      </div>
    </form>
  );
}

interface GoalInputProperties {
  readonly label: string;
  readonly value: string;
  readonly problem: string | null;
  readonly onType: (value: string) => void;
}

function GoalInput({ label, value, problem, onType }: GoalInputProperties): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="input" inputMode="decimal" value={value} aria-invalid={problem !== null} aria-describedby={`${id}-problem`} onChange={(event) => onType(event.target.value)} />
      <span id={`${id}-problem`} className="problem">{problem}</span>
    </div>
  );
}
