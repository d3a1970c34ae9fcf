import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { proposeChange, type ChangesView } from '../../../src/contract/changes';
import { changeLimits } from '../../../src/domain/scope-change';
import { nothingTyped, readChange, type TypedChange } from '../../changes/typed-change';
import { readMilestones, type TypedMilestone } from '../../changes/typed-milestone';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { useSentId } from '../../shared/use-sent-id';
import { useProjectScreen } from '../project-screen';
import { MilestoneFields } from './milestone-fields';

interface ProposeFormProperties {
  readonly view: ChangesView;
  readonly onProposed: (view: ChangesView) => void;
  readonly onCancel: () => void;
}

/** A change with its effect on budget, schedule and scope. What was typed stays when sending fails. */
export function ProposeForm({ view, onProposed, onCancel }: ProposeFormProperties): ReactNode {
  const { t } = useProjectScreen();
  const [typed, setTyped] = useState<TypedChange>(nothingTyped);
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useAction();
  const sentId = useSentId();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const [rows, setRows] = useState<readonly TypedMilestone[]>([]);
  const [dealId, setDealId] = useState('');
  const milestones = readMilestones(rows, view.schedule?.milestones ?? []);
  // A milestone that is not finished yet is told at its own field, not as a change of nothing.
  const read = readChange(typed, view.currency, milestones.kind === 'read' ? milestones.milestones : undefined);
  const wrong = tried && read.kind === 'wrong' && !(read.problem === 'noEffect' && milestones.kind === 'wrong') ? read : undefined;
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (read.kind === 'wrong' || milestones.kind === 'wrong') {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const { title, reason, effect } = read;
    const deal = view.deals.find((one) => one.id === dealId);
    const proposal = { title, reason, effect, ...(deal === undefined ? {} : { dealId: deal.id }) };
    void run(() => call(proposeChange, { id: sentId(proposal), ...proposal }), onProposed);
  };
  const attributes = (name: keyof TypedChange) => ({
    id: `${id}-${name}`,
    className: 'input',
    value: typed[name],
    'aria-invalid': wrong?.field === name,
    'aria-describedby': wrong?.field === name ? `${id}-${name}-problem` : undefined,
  });
  const problem = (name: keyof TypedChange): ReactNode => wrong?.field === name && <p id={`${id}-${name}-problem`} className="problem">{t(`changes.problem.${wrong.problem}`)}</p>;
  const set = (name: keyof TypedChange) => (event: { readonly target: { readonly value: string } }): void => setTyped({ ...typed, [name]: event.target.value });

  return (
    <form ref={form} className="card" onSubmit={send} noValidate>
      <h2>{t('changes.proposing')}</h2>
      <div className="field">
        <label htmlFor={`${id}-title`}>{t('changes.name')}</label>
        <input {...attributes('title')} maxLength={changeLimits.title} autoComplete="off" onChange={set('title')} />
        {problem('title')}
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t('changes.reason')}</label>
        <textarea {...attributes('reason')} rows={2} maxLength={changeLimits.text} onChange={set('reason')} />
      </div>
      <div className="pair">
        <div className="field">
          <label htmlFor={`${id}-amount`}>{view.currency === null ? t('changes.budget') : t('changes.budgetIn', { currency: view.currency })}</label>
          <input {...attributes('amount')} inputMode="decimal" autoComplete="off" disabled={view.currency === null} onChange={set('amount')} />
          <p className="small">{t('changes.signed')}</p>
          {problem('amount')}
        </div>
        <div className="field">
          <label htmlFor={`${id}-hours`}>{t('changes.hours')}</label>
          <input {...attributes('hours')} inputMode="numeric" autoComplete="off" onChange={set('hours')} />
          {problem('hours')}
        </div>
        <div className="field">
          <label htmlFor={`${id}-end`}>{t('changes.end')}</label>
          <input {...attributes('end')} type="date" min={view.schedule?.start} onChange={set('end')} />
          <p className="small">{t('changes.endHelp')}</p>
        </div>
      </div>
      {view.schedule !== null && <MilestoneFields schedule={view.schedule} typed={rows} problem={tried && milestones.kind === 'wrong' ? milestones : undefined} onTyped={setRows} />}
      <div className="pair">
        <div className="field">
          <label htmlFor={`${id}-added`}>{t('changes.added')}</label>
          <textarea {...attributes('added')} rows={2} maxLength={changeLimits.text} onChange={set('added')} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-removed`}>{t('changes.removed')}</label>
          <textarea {...attributes('removed')} rows={2} maxLength={changeLimits.text} onChange={set('removed')} />
        </div>
      </div>
      {view.deals.length > 0 && (
        <div className="field">
          <label htmlFor={`${id}-deal`}>{t('changes.dealOf')}</label>
          <select id={`${id}-deal`} className="input" value={dealId} onChange={(event) => setDealId(event.target.value)}>
            <option value="">{t('changes.noDeal')}</option>
            {view.deals.map((deal) => <option key={deal.id} value={deal.id}>{deal.name}</option>)}
          </select>
        </div>
      )}
      {error !== null && <ErrorNote error={error} />}
      <div className="actions">
        <button type="submit" className="button button-primary" disabled={busy}>{t(busy ? 'changes.sending' : 'changes.send')}</button>
        <button type="button" className="button" disabled={busy} onClick={onCancel}>{t('cancel')}</button>
      </div>
    </form>
  );
}
