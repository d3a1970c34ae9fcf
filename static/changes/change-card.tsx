import './change-card.css';
import { useId, useState, type ReactNode } from 'react';
import { agreeChange, declineChange, negotiateChange, withdrawChange, type ChangesView, type ListedChange } from '../../src/contract/changes';
import { changeLimits, type EffectProblem } from '../../src/domain/scope-change';
import { Disclosure } from '../page/disclosure';
import { ErrorNote } from '../shared/error-note';
import type { IconName } from '../shared/icon';
import { Lozenge, StageLozenge, type Tone } from '../shared/lozenge';
import { Note } from '../shared/note';
import { useProjectCall } from '../shared/project-call';
import { useAction } from '../shared/use-action';
import { useChangesScreen } from './changes-screen';
import { ChangeEffect } from './change-effect';

type Kind = ListedChange['state']['kind'];
const looks: Readonly<Record<Kind, { readonly tone: Tone; readonly icon: IconName }>> = {
  proposed: { tone: 'information', icon: 'clock' },
  negotiation: { tone: 'discovery', icon: 'conditions' },
  agreeing: { tone: 'warning', icon: 'clock' },
  agreed: { tone: 'success', icon: 'check' },
  declined: { tone: 'danger', icon: 'cross' },
  withdrawn: { tone: 'neutral', icon: 'minus' },
};

interface ChangeCardProperties {
  readonly change: ListedChange;
  readonly deals: ChangesView['deals'];
  readonly mayDecide: boolean;
  readonly onView: (view: ChangesView) => void;
  readonly onAskAgain: () => void;
}

/** One change: what it does, how it stands, and what the reader can do about it. */
export function ChangeCard({ change, deals, mayDecide, onView, onAskAgain }: ChangeCardProperties): ReactNode {
  const { t, format, now } = useChangesScreen();
  const { title, reason, effect, proposedBy, proposedAt, state, history, dealId } = change;
  const deal = deals.find(({ id }) => id === dealId);
  return (
    <li className="card change-card">
      <div className="card-head">
        <div>
          <h3 dir="auto">{title}</h3>
          <p className="small"><bdi>{proposedBy.name}</bdi> · <time dateTime={proposedAt} title={format.instant(proposedAt)}>{format.relative(proposedAt, now())}</time></p>
        </div>
        <Lozenge {...looks[state.kind]}>{t(`changes.state.${state.kind}`)}</Lozenge>
      </div>
      {reason !== '' && <p dir="auto">{reason}</p>}
      <ChangeEffect effect={effect} />
      {dealId !== undefined && (
        <p>
          <span className="subtle">{t('changes.deal')}:</span>{' '}
          {deal === undefined ? t('changes.dealGone') : <><bdi>{deal.name}</bdi> <StageLozenge stage={deal.stage} stageName={deal.stageName} /></>}
        </p>
      )}
      {state.kind === 'agreed' && <p className="small">{t('changes.published', { version: String(state.version) })}</p>}
      {'reason' in state && state.reason !== '' && <blockquote dir="auto">{state.reason}</blockquote>}
      <Actions change={change} mayDecide={mayDecide} onView={onView} onAskAgain={onAskAgain} />
      <Disclosure label={t('changes.history')}>
        {() => <ol className="small">{history.map(({ at, by, what }) => <li key={`${at} ${what}`}>{t('changes.did', { when: format.instant(at), name: by.name, what: t(`changes.state.${what}`) })}</li>)}</ol>}
      </Disclosure>
    </li>
  );
}

function Actions({ change: { id, revision, state, isMine, isAbandoned }, mayDecide, onView, onAskAgain }: Omit<ChangeCardProperties, 'deals'>): ReactNode {
  const { t } = useChangesScreen();
  const call = useProjectCall();
  const { busy, error, run } = useAction();
  const isBeingAgreed = state.kind === 'agreeing' && !isAbandoned;
  const [deciding, decide] = useState<'agree' | 'decline' | null>(isBeingAgreed ? 'agree' : null);
  const [reason, setReason] = useState(state.kind === 'agreeing' ? state.reason : '');
  const field = useId();
  const isOpen = state.kind === 'proposed' || state.kind === 'negotiation' || state.kind === 'agreeing';
  if (!isOpen || (!mayDecide && !(isMine && state.kind === 'proposed'))) return null;
  const named = { id, revision };
  return (
    <>
      {state.kind === 'agreeing' && <Note kind="warning" title={t('changes.agreeing.title')}>{t(isAbandoned ? 'changes.agreeing.abandoned' : 'changes.agreeing.body')}</Note>}
      {deciding === null ? (
        <div className="actions">
          {mayDecide && <button type="button" className="button button-primary" disabled={busy} onClick={() => decide('agree')}>{t('changes.agree')}</button>}
          {mayDecide && (state.kind === 'proposed' || isAbandoned) && <button type="button" className="button" disabled={busy} onClick={() => void run(() => call(negotiateChange, named), onView)}>{t(isAbandoned ? 'changes.negotiateAgain' : 'changes.negotiate')}</button>}
          {mayDecide && <button type="button" className="button" disabled={busy} onClick={() => decide('decline')}>{t('changes.decline')}</button>}
          {isMine && state.kind === 'proposed' && <button type="button" className="button button-link" disabled={busy} onClick={() => void run(() => call(withdrawChange, named), onView)}>{t('changes.withdraw')}</button>}
        </div>
      ) : (
        <div className="question">
          <div className="field">
            <label htmlFor={field}>{t(`changes.${deciding}.reason`)}</label>
            <textarea id={field} className="input" rows={2} maxLength={changeLimits.text} value={reason} onChange={(event) => setReason(event.target.value)} />
          </div>
          <p className="small">{t(`changes.${deciding}.means`)}</p>
          <div className="actions">
            <button type="button" className="button button-primary" disabled={busy || (deciding === 'decline' && reason.trim() === '')} onClick={() => void run(() => call(deciding === 'agree' ? agreeChange : declineChange, { ...named, reason }), onView)}>
              {t(busy ? 'changes.busy' : `changes.${deciding}.confirm`)}
            </button>
            <button type="button" className="button" disabled={busy} onClick={isBeingAgreed ? onAskAgain : () => decide(null)}>{t(isBeingAgreed ? 'changes.lookAgain' : 'cancel')}</button>
          </div>
        </div>
      )}
      {error !== null && (isEffectProblem(error.field) && error.code === 'invalidRequest'
        ? <Note kind="error" title={t('changes.refused')}>{t(`changes.refused.${error.field}`)}</Note>
        : <ErrorNote error={error} {...(error.code === 'conflict' ? { onRetry: onAskAgain } : {})} />)}
    </>
  );
}

const problems = ['noEffect', 'otherCurrency', 'budgetBelowZero', 'hoursBelowZero', 'endBeforeStart', 'outsideSchedule', 'tooLong', 'tooMany', 'milestoneGone', 'milestoneMoved', 'milestoneThere', 'notPossible', 'noGuidelines'] as const satisfies readonly (EffectProblem | 'noGuidelines')[];
const isEffectProblem = (field: string | undefined): field is (typeof problems)[number] => problems.some((problem) => problem === field);
