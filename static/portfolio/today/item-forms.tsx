import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { settleDocument } from '../../../src/contract/billing';
import { answerThreat } from '../../../src/contract/margin';
import { fileRelation } from '../../../src/contract/relation';
import { snoozeItem } from '../../../src/contract/today';
import { addDays } from '../../../src/domain/calendar';
import { snoozeLimits, snoozeProblem, type SnoozeProblem } from '../../../src/domain/attention/snooze';
import type { Answer } from '../../../src/contract/answer';
import { threatLimits } from '../../../src/domain/margin-threat';
import { isPlainDate, type PlainDate } from '../../../src/domain/plain-date';
import { oneLine } from '../../../src/domain/relation';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useProjectCall } from '../../shared/project-call';
import { useAction } from '../../shared/use-action';
import { useSentId } from '../../shared/use-sent-id';
import type { SettleForm } from './item-actions';
import { useTodayScreen, type Item, type TodayKey } from './today-screen';

interface FormProperties {
  readonly item: Item;
  readonly today: PlainDate;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The form that settles an item of that kind. */
export function Settle({ form, ...properties }: FormProperties & { readonly form: Exclude<SettleForm, 'panel'> }): ReactNode {
  if (form === 'plan') return <PlanForm {...properties} />;
  return form === 'payment' ? <PaymentForm {...properties} /> : <ContactForm {...properties} />;
}

interface ShellProperties extends Pick<FormProperties, 'onDone' | 'onCancel'> {
  readonly save: TodayKey;
  /** Undefined where what is typed cannot be sent, which the fields say. */
  readonly send: () => Promise<Answer<unknown>> | undefined;
  readonly children: ReactNode;
}

function Shell({ save, send, onDone, onCancel, children }: ShellProperties): ReactNode {
  const { t } = useTodayScreen();
  const { busy, error, run } = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    const sent = send();
    if (sent !== undefined) void run(() => sent, onDone);
  };
  return (
    <form className="today-form" onSubmit={submit} noValidate>
      {children}
      {error !== null && <ErrorNote error={error} />}
      <div className="actions">
        <button type="submit" className="button button-primary" disabled={busy}>{t(busy ? 'saving' : save)}</button>
        <button type="button" className="button" onClick={onCancel}>{t('today.form.cancel')}</button>
      </div>
    </form>
  );
}

interface FieldProperties {
  readonly label: TodayKey;
  readonly problem: string | null;
  readonly children: (field: { readonly id: string; readonly 'aria-invalid': boolean; readonly 'aria-describedby': string | undefined; readonly autoFocus?: boolean }) => ReactNode;
}

function Field({ label, problem, children }: FieldProperties): ReactNode {
  const { t } = useTodayScreen();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t(label)}</label>
      {children({ id, 'aria-invalid': problem !== null, 'aria-describedby': problem === null ? undefined : `${id}-problem` })}
      {problem !== null && <p id={`${id}-problem`} className="problem" role="alert">{problem}</p>}
    </div>
  );
}

function PlanForm({ onDone, onCancel }: FormProperties): ReactNode {
  const { t } = useTodayScreen();
  const call = useProjectCall();
  const [plan, setPlan] = useState('');
  const [isMissing, setMissing] = useState(false);
  const send = (): Promise<Answer<unknown>> | undefined => {
    setMissing(plan.trim() === '');
    return plan.trim() === '' ? undefined : call(answerThreat, { plan });
  };
  return (
    <Shell save="today.form.planSave" send={send} onDone={onDone} onCancel={onCancel}>
      <Field label="today.form.plan" problem={isMissing ? t('today.problem.plan') : null}>
        {(field) => <textarea {...field} className="input" rows={3} maxLength={threatLimits.plan} value={plan} onChange={(event) => setPlan(event.target.value)} />}
      </Field>
    </Shell>
  );
}

function PaymentForm({ item: { what, since }, today, onDone, onCancel }: FormProperties): ReactNode {
  const { t } = useTodayScreen();
  const call = useProjectCall();
  const [day, setDay] = useState<string>(today);
  const [isWrong, setWrong] = useState(false);
  const send = (): Promise<Answer<unknown>> | undefined => {
    const isGood = isPlainDate(day) && day <= today && (since === null || day >= since);
    setWrong(!isGood);
    return isGood && what.kind === 'payment' ? call(settleDocument, { documentId: what.documentId, settledOn: day }) : undefined;
  };
  return (
    <Shell save={what.kind === 'payment' && what.document === 'protocol' ? 'today.form.signedSave' : 'today.form.paidSave'} send={send} onDone={onDone} onCancel={onCancel}>
      <Field label="today.form.settledOn" problem={isWrong ? t('today.problem.settledOn') : null}>
        {(field) => <input {...field} className="input" type="date" max={today} value={day} onChange={(event) => setDay(event.target.value)} />}
      </Field>
    </Shell>
  );
}

function ContactForm({ item: { about }, today, onDone, onCancel }: FormProperties): ReactNode {
  const { t } = useTodayScreen();
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const idOf = useSentId();
  const send = (): Promise<Answer<unknown>> | undefined => {
    setMissing(oneLine(text) === '');
    if (oneLine(text) === '' || about.kind !== 'client') return undefined;
    return call(fileRelation, { clientId: about.clientId, id: idOf(text), fact: { kind: 'meeting', on: today, text } });
  };
  return (
    <Shell save="today.form.contactSave" send={send} onDone={onDone} onCancel={onCancel}>
      <Field label="today.form.contact" problem={isMissing ? t('today.problem.contact') : null}>
        {(field) => <input {...field} className="input" type="text" value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
    </Shell>
  );
}

/** Puts an item off until a day, with a reason. */
export function SnoozeForm({ item: { subject, id }, today, onDone, onCancel }: FormProperties): ReactNode {
  const { t } = useTodayScreen();
  const [until, setUntil] = useState<string>(addDays(today, 7));
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<SnoozeProblem | null>(null);
  const words = (problems: readonly SnoozeProblem[]): string | null =>
    problem === null || !problems.includes(problem) ? null : t(`today.problem.${problem}`, { most: problem === 'tooFar' ? snoozeLimits.days : snoozeLimits.reason });
  const send = (): Promise<Answer<unknown>> | undefined => {
    const found = isPlainDate(until) ? (snoozeProblem({ until, reason }, [], today) ?? null) : 'notLater';
    setProblem(found);
    return found !== null || !isPlainDate(until) ? undefined : call(snoozeItem, { subject, itemId: id, until, reason });
  };
  return (
    <Shell save="today.form.snoozeSave" send={send} onDone={onDone} onCancel={onCancel}>
      <Field label="today.form.until" problem={words(['notLater', 'tooFar'])}>
        {(field) => <input {...field} className="input" type="date" min={addDays(today, 1)} max={addDays(today, snoozeLimits.days)} value={until} onChange={(event) => setUntil(event.target.value)} />}
      </Field>
      <Field label="today.form.reason" problem={words(['reasonMissing', 'reasonTooLong'])}>
        {(field) => <input {...field} className="input" type="text" value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Shell>
  );
}
