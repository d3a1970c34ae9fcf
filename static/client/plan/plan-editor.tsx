import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { discardPlan, savePlan, submitPlan } from '../../../src/contract/account-plan';
import { missingOf, planLimits, type PlanField } from '../../../src/domain/account-plan';
import type { ClientId } from '../../../src/domain/ids';
import { currencies } from '../../../src/domain/money';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { useClientScreen } from '../client-screen';
import { LineFields } from './line-fields';
import type { PlanVersionView, PlanView } from './plan-view';
import { readTyped, typedPlan, type TypedPlan } from './typed-plan';

interface PlanEditorProperties {
  readonly clientId: ClientId;
  readonly year: number;
  readonly version: PlanVersionView;
  readonly onView: (view: PlanView) => void;
  readonly onAskAgain: () => void;
}

/** A draft of the plan: written, kept, and given to the head of sales. */
export function PlanEditor({ clientId, year, version, onView, onAskAgain }: PlanEditorProperties): ReactNode {
  const { t, language } = useClientScreen();
  const id = useId();
  const [typed, setTyped] = useState<TypedPlan>(() => typedPlan(version.plan, language === 'pl' ? ',' : '.'));
  const [tried, setTried] = useState<'nothing' | 'saving' | 'submitting'>('nothing');
  const [isSaved, setSaved] = useState(false);
  const { busy, error, run } = useAction();
  const read = readTyped(typed);
  const named = { clientId, year, number: version.number };
  const missing: readonly PlanField[] = tried === 'submitting' && 'plan' in read ? missingOf({ ...read.plan, goals: read.plan.goals.filter(({ text }) => text.trim() !== '') }) : [];
  const change = (changes: Partial<TypedPlan>): void => {
    setSaved(false);
    setTyped({ ...typed, ...changes });
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried('saving');
    if ('mistakes' in read) return;
    void run(() => call(savePlan, { ...named, revision: version.revision, plan: { ...read.plan, goals: [...read.plan.goals], risks: [...read.plan.risks] } }), (view) => {
      setSaved(true);
      onView(view);
    });
  };
  const submit = (): void => {
    setTried('submitting');
    if ('mistakes' in read || missingOf(read.plan).length > 0) return;
    void run(async () => {
      const saved = await call(savePlan, { ...named, revision: version.revision, plan: { ...read.plan, goals: [...read.plan.goals], risks: [...read.plan.risks] } });
      if (!saved.ok) return saved;
      // What is kept is kept, also where it cannot be submitted.
      onView(saved.data);
      return call(submitPlan, { ...named, revision: saved.data.current?.revision ?? version.revision });
    }, onView);
  };
  const discard = (): void => void run(() => call(discardPlan, { ...named, revision: version.revision }), onView);
  const field = (name: 'amount' | 'growth' | 'upsell', missingAs: PlanField | null): ReactNode => {
    const problem = tried !== 'nothing' && 'mistakes' in read && read.mistakes.includes(name) ? t(`plan.mistake.${name}`) : missingAs !== null && missing.includes(missingAs) ? t(`plan.missing.${missingAs}`) : null;
    return (
      <div className="field">
        <label htmlFor={`${id}-${name}`}>{t(`plan.field.${name}`)}</label>
        <input id={`${id}-${name}`} className="input" type="text" inputMode={name === 'growth' ? 'text' : 'decimal'} autoComplete="off" value={typed[name]} aria-invalid={problem !== null} aria-describedby={problem === null ? undefined : `${id}-${name}-problem`} onChange={(event) => change({ [name]: event.target.value })} />
        {problem !== null && <p id={`${id}-${name}-problem`} className="problem">{problem}</p>}
      </div>
    );
  };
  return (
    <form className="card" onSubmit={save} noValidate>
      <div className="plan-figures">
        {field('amount', 'budget')}
        <div className="field">
          <label htmlFor={`${id}-currency`}>{t('plan.field.currency')}</label>
          <select id={`${id}-currency`} className="input" value={typed.currency} onChange={(event) => change({ currency: currencies.find((one) => one === event.target.value) ?? typed.currency })}>
            {currencies.map((one) => <option key={one} value={one}>{one}</option>)}
          </select>
        </div>
        {field('growth', 'growth')}
        {field('upsell', null)}
      </div>
      <div className="field">
        <label htmlFor={`${id}-rules`}>{t('plan.field.rules')}</label>
        <textarea id={`${id}-rules`} className="input" rows={4} maxLength={planLimits.rules} value={typed.rules} aria-invalid={missing.includes('rules')} aria-describedby={missing.includes('rules') ? `${id}-rules-problem` : undefined} onChange={(event) => change({ rules: event.target.value })} />
        {missing.includes('rules') && <p id={`${id}-rules-problem`} className="problem">{t('plan.missing.rules')}</p>}
      </div>
      <LineFields kind="goal" lines={typed.goals} isMissing={missing.includes('goals')} onLines={(goals) => change({ goals })} />
      <LineFields kind="risk" lines={typed.risks} isMissing={false} onLines={(risks) => change({ risks })} />
      {error !== null && <ErrorNote error={error} onRetry={onAskAgain} />}
      <div className="actions">
        <button type="button" className="button button-primary" disabled={busy} onClick={submit}>{t('plan.submit')}</button>
        <button type="submit" className="button" disabled={busy}>{t(busy ? 'saving' : 'plan.save')}</button>
        <button type="button" className="button button-link" disabled={busy} onClick={discard}>{t('plan.discard')}</button>
        <span className="small" role="status">{isSaved && !busy ? t('saved') : ''}</span>
      </div>
    </form>
  );
}
