import './plan.css';
import { useCallback, useId, useState, type ReactNode } from 'react';
import { beginPlan, readPlan } from '../../../src/contract/account-plan';
import { Asking } from '../../page/asking';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { useAnswer } from '../../shared/use-answer';
import { useClientScreen } from '../client-screen';
import type { ClientFileView } from '../client-view';
import { DecideForm } from './decide-form';
import { PlanContent } from './plan-content';
import { PlanEditor } from './plan-editor';
import { PlanHistory, Signed } from './plan-history';
import type { PlanView } from './plan-view';

/** What is agreed with the client for a year, and how the head of sales sees it. */
export function Plan({ file: { client } }: { readonly file: ClientFileView }): ReactNode {
  const { t, now, format } = useClientScreen();
  const thisYear = Number(format.today(now()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const id = useId();
  return (
    <>
      <div className="field short">
        <label htmlFor={id}>{t('plan.year')}</label>
        <select id={id} className="input" value={year} onChange={(event) => setYear(Number(event.target.value))}>
          {[1, 0, -1, -2].map((from) => <option key={from} value={thisYear + from}>{thisYear + from}</option>)}
        </select>
      </div>
      <PlanOfYear key={year} clientId={client.id} year={year} />
    </>
  );
}

interface OfYear {
  readonly clientId: ClientFileView['client']['id'];
  readonly year: number;
}

function PlanOfYear({ clientId, year }: OfYear): ReactNode {
  const ask = useCallback(() => call(readPlan, { clientId, year }), [clientId, year]);
  const { asked, askAgain, replace } = useAnswer<PlanView>(ask);
  return <Asking asked={asked} onRetry={askAgain}>{(view) => <Shown clientId={clientId} year={year} view={view} onView={replace} onAskAgain={askAgain} />}</Asking>;
}

function Shown({ clientId, year, view, onView, onAskAgain }: OfYear & { readonly view: PlanView; readonly onView: (view: PlanView) => void; readonly onAskAgain: () => void }): ReactNode {
  const { t } = useClientScreen();
  const { busy, error, run } = useAction();
  const { current, mayEdit, mayDecide, versions } = view;
  const given = { clientId, year, onView, onAskAgain };
  const begin = (
    <>
      {mayEdit && <div className="actions"><button type="button" className="button button-primary" disabled={busy} onClick={() => void run(() => call(beginPlan, { clientId, year }), onView)}>{t(current === null ? 'plan.begin' : 'plan.next')}</button></div>}
      {error !== null && <ErrorNote error={error} onRetry={onAskAgain} />}
    </>
  );
  if (current === null) {
    return (
      <div className="empty">
        <h2>{t('plan.none.title', { year: String(year) })}</h2>
        <p>{t(mayEdit ? 'plan.none.body' : 'plan.none.reader')}</p>
        {begin}
      </div>
    );
  }
  return (
    <>
      <section className="card">
        <Signed head={current} />
        {current.state === 'draft' && <p className="small">{t(mayEdit ? 'plan.draft.about' : 'plan.draft.reader')}</p>}
        {current.state === 'submitted' && !mayDecide && <p className="small">{t('plan.submitted.about')}</p>}
        {(current.state !== 'draft' || !mayEdit) && <PlanContent version={current} />}
        {mayDecide && <DecideForm {...given} version={current} />}
        {(current.state === 'validated' || current.state === 'returned') && begin}
      </section>
      {current.state === 'draft' && mayEdit && <PlanEditor key={current.number} {...given} version={current} />}
      {versions.length > 1 && <PlanHistory clientId={clientId} year={year} versions={versions} />}
    </>
  );
}
