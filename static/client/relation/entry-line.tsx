import { useState, type ReactNode } from 'react';
import { changeRelation, removeRelation } from '../../../src/contract/relation';
import { isLineId, type ClientId } from '../../../src/domain/ids';
import type { PlainDate } from '../../../src/domain/plain-date';
import { isLow, isOpenNeed, scoreText, type RelationFact } from '../../../src/domain/relation';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Lozenge } from '../../shared/lozenge';
import { useAction } from '../../shared/use-action';
import { useClientScreen } from '../client-screen';
import { AnswerForm } from './answer-form';
import { EditForm } from './edit-form';
import { kindLooks, type RelationLine, type RelationLog } from './relation-view';

interface EntryLineProperties {
  readonly clientId: ClientId;
  readonly line: RelationLine;
  readonly today: PlainDate;
  readonly mayEdit: boolean;
  readonly onLog: (log: RelationLog) => void;
  readonly onAskAgain: () => void;
}

/** One entry of the log, and what can be done with it. */
export function EntryLine({ clientId, line: { id, revision, fact }, today, mayEdit, onLog, onAskAgain }: EntryLineProperties): ReactNode {
  const { t } = useClientScreen();
  const [doing, setDoing] = useState<'nothing' | 'editing' | 'answering' | 'removing'>('nothing');
  const { busy, error, run } = useAction();
  if (!isLineId(id)) return null;
  const done = (log: RelationLog): void => {
    setDoing('nothing');
    onLog(log);
  };
  const change = (changed: RelationFact): void => void run(() => call(changeRelation, { clientId, id, revision, fact: changed }), done);
  const remove = (): void => void run(() => call(removeRelation, { clientId, id, revision }), onLog);
  const close = (): void => setDoing('nothing');
  return (
    <li className={`relation-line ${isOpenNeed(fact) ? 'relation-open' : ''}`}>
      {doing === 'editing' ? <EditForm fact={fact} today={today} busy={busy} onChange={change} onCancel={close} /> : <Fact fact={fact} />}
      {doing === 'answering' && fact.kind === 'need' && <AnswerForm fact={fact} today={today} busy={busy} onChange={change} onCancel={close} />}
      {doing === 'removing' && (
        <div className="actions">
          <button type="button" className="button button-danger" disabled={busy} onClick={remove}>{t('relation.removeSure')}</button>
          <button type="button" className="button" disabled={busy} onClick={close}>{t('cancel')}</button>
        </div>
      )}
      {mayEdit && doing === 'nothing' && (
        <div className="actions">
          {fact.kind === 'need' && <button type="button" className="button button-link" onClick={() => setDoing('answering')}>{t(fact.answer === null ? 'relation.answer' : 'relation.answer.change')}<span className="unseen"> {fact.text}</span></button>}
          <button type="button" className="button button-link" onClick={() => setDoing('editing')}>{t('relation.edit')}<span className="unseen"> {fact.text}</span></button>
          <button type="button" className="button button-link" onClick={() => setDoing('removing')}>{t('relation.remove')}<span className="unseen"> {fact.text}</span></button>
        </div>
      )}
      {error !== null && <ErrorNote error={error} onRetry={onAskAgain} />}
    </li>
  );
}

function Fact({ fact }: { readonly fact: RelationFact }): ReactNode {
  const { t, format } = useClientScreen();
  return (
    <>
      <div className="relation-what">
        <span className="small">{format.date(fact.on)}</span>
        <Lozenge {...kindLooks[fact.kind]}>{t(`relation.kind.${fact.kind}`)}</Lozenge>
        {fact.kind === 'satisfaction' && <Lozenge tone={isLow(fact.score) ? 'danger' : 'success'}>{scoreText(fact.score)}</Lozenge>}
        {isOpenNeed(fact) && <Lozenge tone="danger" icon="clock">{t('relation.open')}</Lozenge>}
      </div>
      {fact.text !== '' && <p className="written">{fact.text}</p>}
      {fact.kind === 'reference' && fact.place !== '' && <p className="small">{t('relation.place')}: <bdi>{fact.place}</bdi></p>}
      {fact.kind === 'need' && fact.answer !== null && <blockquote><span className="small">{t('relation.answered', { date: format.date(fact.answer.on) })}</span> <bdi>{fact.answer.text}</bdi></blockquote>}
    </>
  );
}
