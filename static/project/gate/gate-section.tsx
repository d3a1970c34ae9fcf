import './gate.css';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { deliverableId } from '../../../src/domain/deliverable';
import '../../gate/gate.css';
import type { Decided } from '../../gate/gate-view';
import { ErrorNote } from '../../shared/error-note';
import { Note } from '../../shared/note';
import { useLaterFocus } from '../../shared/use-later-focus';
import { Waiting } from '../../shared/waiting';
import { Asking } from '../../page/asking';
import { Disclosure } from '../../page/disclosure';
import { useProjectScreen } from '../project-screen';
import { DecidedReview } from './decided-review';
import { byStanding, byUrgency, mostDecided } from './gate-figures';
import { GateHead } from './gate-head';
import { GuardBanner } from './guard-banner';
import { useGate } from './use-gate';
import { WaitingReview } from './waiting-review';

const VersionRequest = lazy(async () => ({ default: (await import('./version-request')).VersionRequest }));
const GateSettings = lazy(async () => ({ default: (await import('./settings/gate-settings')).GateSettings }));
const History = lazy(async () => ({ default: (await import('./history/history')).History }));

/** Delivery gate: what waits for the account manager's decision, what was decided, and how the project wants it. */
export function GateSection(): ReactNode {
  const { t } = useProjectScreen();
  const { asked, askAgain, stale, news, tell, refresh, writtenFor, write, settle, settled } = useGate();
  const [asksVersion, setAsksVersion] = useState(false);
  const [opener, focusOpener] = useLaterFocus<HTMLButtonElement>();
  const closeRequest = (): void => {
    focusOpener();
    setAsksVersion(false);
  };

  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('section.gate')}</h1>
          <p className="subtle">{t('gate.about')}</p>
        </div>
        {!asksVersion && <button type="button" ref={opener} className="button" aria-expanded={false} onClick={() => setAsksVersion(true)}>{t('versionRequest.open')}</button>}
      </header>
      {news !== null && <Note kind="success" title={t(`gate.${news.kind}.title`, { issue: news.name })}>{t(`gate.${news.kind}.body`)}</Note>}
      {stale !== null && <ErrorNote error={stale} onRetry={refresh} />}
      {asksVersion && (
        <Suspense fallback={<Waiting />}>
          <VersionRequest
            onRequested={(review) => {
              closeRequest();
              tell('requested', review);
            }}
            onOutdated={() => {
              closeRequest();
              refresh();
            }}
            onCancel={closeRequest}
          />
        </Suspense>
      )}
      <Asking asked={asked} onRetry={askAgain}>
        {(gate) => {
          const { standing, superseded } = byStanding(gate.decided);
          const waitingFor = new Set(gate.waiting.map(({ deliverable }) => deliverableId(deliverable)));
          const decidedCard = (one: Decided): ReactNode => (
            <DecidedReview
              key={one.review.id}
              decided={one}
              mayDecide={gate.mayDecide}
              isAskedAgain={waitingFor.has(deliverableId(one.review.deliverable))}
              onSettled={(aftermath) => settle(one.review.id, aftermath)}
              onOutdated={refresh}
            />
          );
          return (
            <>
              <GateHead gate={gate} />
              <GuardBanner />
              <section>
                <h2>{t('gate.waitingTitle')}</h2>
                {!gate.mayDecide && <Note kind="information" title={t('gate.readOnly.title')}>{t('gate.readOnly.body')}</Note>}
                {gate.waiting.length === 0 ? (
                  <p className="empty-line">{t('gate.nothingWaits')}</p>
                ) : (
                  <ul className="cards">
                    {byUrgency(gate.waiting).map((review) => (
                      <WaitingReview
                        key={review.id}
                        review={review}
                        mayDecide={gate.mayDecide}
                        ownRequestAllowed={gate.settings.ownRequestAllowed}
                        written={writtenFor(review.id)}
                        onWrite={(written) => write(review.id, written)}
                        onDecided={() => tell('decided', review)}
                        onWithdrawn={() => tell('withdrawn', review)}
                        onOvertaken={refresh}
                      />
                    ))}
                  </ul>
                )}
              </section>
              <section>
                <h2>{t('gate.decidedTitle')}</h2>
                {gate.decided.length === 0 && <p className="empty-line">{t('gate.nothingDecided')}</p>}
                {standing.length > 0 && <ul className="cards">{standing.map(decidedCard)}</ul>}
                {superseded.length > 0 && (
                  <Disclosure label={t('gate.supersededCount', { count: superseded.length })}>{() => <ul className="cards">{superseded.map(decidedCard)}</ul>}</Disclosure>
                )}
                {gate.decided.length >= mostDecided && <p className="subtle">{t('gate.olderInHistory', { count: gate.decided.length })}</p>}
              </section>
              <section className="gate-more">
                <Disclosure label={t('history.title')}>
                  {() => <Suspense fallback={<Waiting />}><History gate={gate} /></Suspense>}
                </Disclosure>
                <Disclosure label={t('rules.title')}>
                  {() => <Suspense fallback={<Waiting />}><GateSettings settings={gate.settings} mayEdit={gate.mayDecide} onSaved={settled} /></Suspense>}
                </Disclosure>
              </section>
            </>
          );
        }}
      </Asking>
    </>
  );
}
