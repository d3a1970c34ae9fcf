import { useId, useRef, useState, type ReactNode } from 'react';
import { decidePlan } from '../../../src/contract/account-plan';
import { planLimits } from '../../../src/domain/account-plan';
import type { ClientId } from '../../../src/domain/ids';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { useClientScreen } from '../client-screen';
import type { PlanVersionView, PlanView } from './plan-view';

interface DecideFormProperties {
  readonly clientId: ClientId;
  readonly year: number;
  readonly version: PlanVersionView;
  readonly onView: (view: PlanView) => void;
  readonly onAskAgain: () => void;
}

/** As head of sales: validate the plan, or return it with a reason. */
export function DecideForm({ clientId, year, version: { number, revision }, onView, onAskAgain }: DecideFormProperties): ReactNode {
  const { t } = useClientScreen();
  const id = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const { busy, error, run } = useAction();
  const named = { clientId, year, number, revision };
  const validate = (): void => void run(() => call(decidePlan, { ...named, verdict: { kind: 'validated' } }), onView);
  const giveBack = (): void => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return field.current?.focus();
    void run(() => call(decidePlan, { ...named, verdict: { kind: 'returned', reason } }), onView);
  };
  return (
    <section className="question" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('plan.decide')}</h3>
      <p className="small">{t('plan.decide.about')}</p>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t('plan.reason')}</label>
        <textarea ref={field} id={`${id}-reason`} className="input" maxLength={planLimits.reason} value={reason} aria-invalid={isMissing} aria-describedby={isMissing ? `${id}-problem` : undefined} onChange={(event) => setReason(event.target.value)} />
        {isMissing && <p id={`${id}-problem`} className="problem">{t('plan.reason.missing')}</p>}
      </div>
      {error !== null && <ErrorNote error={error} onRetry={onAskAgain} />}
      <div className="actions">
        <button type="button" className="button button-primary" disabled={busy} onClick={validate}>{t('plan.validate')}</button>
        <button type="button" className="button" disabled={busy} onClick={giveBack}>{t('plan.return')}</button>
      </div>
    </section>
  );
}
