import { useState, type ReactNode } from 'react';
import type * as z from 'zod/mini';
import type { gateAtAGlance } from '../../src/contract/gate';
import { GateLozenge } from '../shared/lozenge';
import { useLaterFocus } from '../shared/use-later-focus';
import { Decision } from './decision';
import { RequestForm } from './request-form';
import { usePanel } from './use-panel';
import { WaitingReview } from './waiting-review';

export type GateView = z.infer<ReturnType<typeof gateAtAGlance>>;

interface GateProperties {
  readonly gate: GateView;
  readonly onChanged: (gate: GateView) => void;
  /** Called when somebody else changed the state of the gate meanwhile. */
  readonly onOutdated: () => void;
}

/** Whether the issue may go to the client, who said so, and a way to ask. */
export function Gate({ gate, onChanged, onOutdated }: GateProperties): ReactNode {
  const { t } = usePanel();
  const [asking, setAsking] = useState(false);
  const [news, setNews] = useState('');
  // What had the focus goes away with the form, so it moves to where the new state is said.
  const [heading, focusHeading] = useLaterFocus<HTMLHeadingElement>();
  const [opener, focusOpener] = useLaterFocus<HTMLButtonElement>();

  const change = (changed: GateView, told: string): void => {
    setAsking(false);
    setNews(told);
    focusHeading();
    onChanged(changed);
  };
  const cancel = (): void => {
    focusOpener();
    setAsking(false);
  };

  const waiting = gate.review?.state === 'waiting' ? gate.review : null;
  const opens = gate.state === 'go' || gate.state === 'conditionalGo';
  return (
    <section className="section" aria-labelledby="gate-heading">
      <div className="heading-row">
        <h2 id="gate-heading" ref={heading} tabIndex={-1}>{t('gate.heading')}</h2>
        <GateLozenge state={gate.state} />
      </div>
      <p className="unseen" role="status">{news}</p>
      {waiting !== null && (
        <WaitingReview review={waiting} onWithdrawn={(changed) => change(changed, t('gate.withdrawn'))} onOutdated={onOutdated} />
      )}
      {gate.decision !== null && <Decision decision={gate.decision} aftermath={gate.aftermath} isEarlier={waiting !== null} />}
      {waiting === null && gate.decision === null && <p className="subtle">{t('gate.none.body')}</p>}
      {waiting === null && !asking && (
        <div>
          <button type="button" className="button" ref={opener} aria-expanded={false} onClick={() => setAsking(true)}>
            {t(gate.decision === null ? 'gate.request' : 'gate.requestAgain')}
          </button>
        </div>
      )}
      {waiting === null && asking && (
        <RequestForm closesGate={opens} onRequested={(changed) => change(changed, t('gate.requested'))} onCancel={cancel} onOutdated={onOutdated} />
      )}
    </section>
  );
}
