import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { answerThreat } from '../../../src/contract/margin';
import { threatLimits, waitsForAnswer } from '../../../src/domain/margin-threat';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Icon } from '../../shared/icon';
import { useAction } from '../../shared/use-action';
import { useProjectScreen } from '../project-screen';
import { reasonWords } from '../../margin/margin-words';
import type { Reading, Threat, WholeView } from './margin-view';

interface ThreatCardProperties {
  readonly threat: Threat;
  readonly reading: Reading;
  readonly mayAnswer: boolean;
  readonly onView: (view: WholeView) => void;
}

/** What threatens the margin, in words, and what the account manager does about it. Nobody can put it away; the figures can. */
export function ThreatCard({ threat, reading, mayAnswer, onView }: ThreatCardProperties): ReactNode {
  const { t, format } = useProjectScreen();
  return (
    <section className={`card threat threat-${threat.state}`}>
      <div className="card-head">
        <h2><Icon name="warning" /> {t(`margin.threat.${threat.state}`)}</h2>
        <span className="small">{t('margin.threat.since', { when: format.instant(threat.openedAt) })}</span>
      </div>
      <ul className="threat-reasons">
        {threat.reasons.map((reason, place) => <li key={place}>{reasonWords(t, format, reason, reading.target)}</li>)}
      </ul>
      {threat.answers.length > 0 && (
        <ol className="threat-answers">
          {threat.answers.map(({ plan, by, at }) => (
            <li key={at}>
              <p className="written" dir="auto">{plan}</p>
              <p className="small"><bdi>{by.name}</bdi>, {format.instant(at)}</p>
            </li>
          ))}
        </ol>
      )}
      {mayAnswer ? <AnswerForm isFirst={waitsForAnswer(threat)} onView={onView} /> : threat.answers.length === 0 && <p className="subtle">{t('margin.threat.noAnswer')}</p>}
      <p className="small">{t('margin.threat.stays')}</p>
    </section>
  );
}

function AnswerForm({ isFirst, onView }: { readonly isFirst: boolean; readonly onView: (view: WholeView) => void }): ReactNode {
  const { t, format } = useProjectScreen();
  const [plan, setPlan] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useAction();
  const id = useId();
  const isMissing = tried && plan.trim() === '';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (plan.trim() === '') return;
    void run(() => call(answerThreat, { plan: plan.trim() }), ({ view }) => {
      setPlan('');
      setTried(false);
      onView(view);
    });
  };
  return (
    <form className="threat-form" onSubmit={send} noValidate>
      <div className="field">
        <label htmlFor={`${id}-plan`}>{t(isFirst ? 'margin.threat.plan' : 'margin.threat.another')}</label>
        <textarea id={`${id}-plan`} className="input" rows={3} dir="auto" maxLength={threatLimits.plan} value={plan} aria-invalid={isMissing} aria-describedby={`${id}-help`} onChange={(event) => setPlan(event.target.value)} />
        <p id={`${id}-help`} className={isMissing ? 'problem' : 'small'}>{isMissing ? t('margin.threat.missing') : t('margin.threat.left', { count: format.number(threatLimits.plan - plan.length) })}</p>
      </div>
      {error !== null && <ErrorNote error={error} />}
      <button type="submit" className={`button ${isFirst ? 'button-primary' : ''}`} disabled={busy}>{t(busy ? 'saving' : 'margin.threat.send')}</button>
    </form>
  );
}
