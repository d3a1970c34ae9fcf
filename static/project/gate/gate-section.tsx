import './gate.css';
import { useCallback, useState, type ReactNode } from 'react';
import { readGate } from '../../../src/contract/gate';
import { call } from '../../shared/client';
import { Note } from '../../shared/note';
import { useAnswer } from '../../shared/use-answer';
import { Asking } from '../asking';
import { useProjectScreen } from '../project-screen';
import { DecidedReview } from './decided-review';
import { WaitingReview } from './waiting-review';

const ask = () => call(readGate, {});

/** Delivery gate: what waits for the account manager's decision, and what was decided. */
export function GateSection(): ReactNode {
  const { t } = useProjectScreen();
  const { asked, askAgain } = useAnswer(ask);
  const [decided, setDecided] = useState<string | null>(null);
  const onDecided = useCallback(
    (issueKey: string): void => {
      setDecided(issueKey);
      askAgain();
    },
    [askAgain],
  );

  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('section.gate')}</h1>
          <p className="subtle">{t('gate.about')}</p>
        </div>
      </header>
      {decided !== null && <Note kind="success" title={t('gate.decided.title', { issue: decided })}>{t('gate.decided.body')}</Note>}
      <Asking asked={asked} onRetry={askAgain}>
        {(gate) => (
          <>
            <section>
              <h2>{t('gate.waitingTitle')}</h2>
              {!gate.mayDecide && <Note kind="information" title={t('gate.readOnly.title')}>{t('gate.readOnly.body')}</Note>}
              {gate.waiting.length === 0 ? (
                <p className="empty-line">{t('gate.nothingWaits')}</p>
              ) : (
                <ul className="cards">
                  {[...gate.waiting].sort(byUrgency).map((review) => (
                    <WaitingReview key={review.id} review={review} mayDecide={gate.mayDecide} guidelinesVersion={gate.guidelinesVersion} onDecided={onDecided} onOvertaken={askAgain} />
                  ))}
                </ul>
              )}
            </section>
            <section>
              <h2>{t('gate.decidedTitle')}</h2>
              {gate.decided.length === 0 ? (
                <p className="empty-line">{t('gate.nothingDecided')}</p>
              ) : (
                <ul className="cards">
                  {gate.decided.map((one) => (
                    <DecidedReview key={one.review.id} {...one} guidelinesVersion={gate.guidelinesVersion} />
                  ))}
                </ul>
              )}
            </section>
          </>
        )}
      </Asking>
    </>
  );
}

interface Urgency {
  readonly dueOn: string | null;
  readonly requestedAt: string;
}

/** The nearest due date first; without one, the oldest request first. */
function byUrgency(a: Urgency, b: Urgency): number {
  const [left, right] = [`${a.dueOn ?? '9999'} ${a.requestedAt}`, `${b.dueOn ?? '9999'} ${b.requestedAt}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
