import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { proposeFromIssue } from '../../src/contract/changes';
import { changeLimits } from '../../src/domain/scope-change';
import { nothingTyped, readChange, type TypedChange, type TypedProblem } from '../changes/typed-change';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { useAction } from '../shared/use-action';
import { useSentId } from '../shared/use-sent-id';
import { usePanel } from './use-panel';

/** What a product owner knows of a change in the middle of work; money and dates are the account manager's to negotiate. */
export function ProposeForm({ onClose }: { readonly onClose: (sent: boolean) => void }): ReactNode {
  const { t } = usePanel();
  const [typed, setTyped] = useState<TypedChange>(nothingTyped);
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useAction();
  const sentId = useSentId();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const read = readChange(typed, null);
  const wrong = tried && read.kind === 'wrong' ? read : undefined;
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (read.kind === 'wrong') return;
    const proposal = { title: read.title, reason: read.reason, effect: read.effect };
    void run(() => call(proposeFromIssue, { id: sentId(proposal), ...proposal }), () => onClose(true));
  };
  /** That nothing would change is told where something could be said. */
  const problemAt = (name: string): TypedProblem['problem'] | undefined => {
    if (wrong === undefined) return undefined;
    return (wrong.problem === 'noEffect' ? 'added' : wrong.field) === name ? wrong.problem : undefined;
  };
  const field = (name: 'title' | 'added' | 'removed' | 'hours' | 'reason', isLong: boolean): ReactNode => {
    const problem = problemAt(name);
    const attributes = {
      id: `${id}${name}`, className: 'input', dir: 'auto', value: typed[name], maxLength: name === 'title' ? changeLimits.title : changeLimits.text,
      'aria-invalid': problem !== undefined, 'aria-describedby': problem === undefined ? undefined : `${id}${name}wrong`,
      onChange: (event: { readonly target: { readonly value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    } as const;
    return (
      <div className="field">
        <label htmlFor={`${id}${name}`}>{t(`propose.${name}`)}</label>
        {isLong ? <textarea {...attributes} rows={2} /> : <input {...attributes} autoComplete="off" />}
        {problem !== undefined && <span id={`${id}${name}wrong`} className="field-error" role="alert">{t(`propose.problem.${problem}`)}</span>}
      </div>
    );
  };
  return (
    <form ref={form} className="stack request" aria-labelledby={`${id}heading`} onSubmit={send} noValidate>
      <h3 id={`${id}heading`}>{t('propose.open')}</h3>
      {field('title', false)}
      {field('added', true)}
      {field('removed', true)}
      {field('hours', false)}
      {field('reason', true)}
      {error !== null && <ErrorNote error={error} />}
      <div className="buttons">
        <button type="submit" className="button button-primary" disabled={busy}>{t(busy ? 'request.sending' : 'propose.send')}</button>
        <button type="button" className="button" disabled={busy} onClick={() => onClose(false)}>{t('cancel')}</button>
      </div>
    </form>
  );
}
