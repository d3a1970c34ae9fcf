import './planner.css';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Icon } from '../../shared/icon';
import { Note } from '../../shared/note';
import { Waiting } from '../../shared/waiting';
import { Asking } from '../../page/asking';
import { useProjectScreen } from '../project-screen';
import { Kickoff } from './kickoff';
import { LinkedDeal } from './linked-deal';
import { usePlanner, type PlannerView } from './use-planner';

const DealSearch = lazy(async () => ({ default: (await import('./deal-search')).DealSearch }));

interface PlannerSectionProperties {
  readonly onOpenGuidelines: () => void;
}

/** Deal & planner: each linked deal, and what it has put into the planner. */
export function PlannerSection({ onOpenGuidelines }: PlannerSectionProperties): ReactNode {
  const { t } = useProjectScreen();
  const { asked, askAgain, stands } = usePlanner();
  const [searching, setSearching] = useState(false);

  return (
    <Asking asked={asked} onRetry={askAgain}>
      {(view) => {
        const mayLink = view.maySet && view.connected.salesforce;
        return (
          <>
            <header className="page-head">
              <div>
                <h1>{t('section.planner')}</h1>
                <LastPoll polledAt={view.polledAt} />
                {view.pollSlowed && <p className="slowed"><Icon name="clock" /> {t('planner.pollSlowed')}</p>}
              </div>
              {mayLink && !searching && (
                <button type="button" className={view.deals.length === 0 ? 'button button-primary' : 'button'} onClick={() => setSearching(true)}>{t('deals.link')}</button>
              )}
            </header>
            <Obstacles view={view} onOpenGuidelines={onOpenGuidelines} />
            {searching && mayLink && (
              <Suspense fallback={<Waiting />}>
                <DealSearch
                  onClose={() => setSearching(false)}
                  onLinked={() => {
                    setSearching(false);
                    askAgain();
                  }}
                />
              </Suspense>
            )}
            {view.deals.length === 0 && !searching && (
              <section className="empty">
                <h2>{t('deals.none.title')}</h2>
                <p>{t(view.maySet ? 'deals.none.bodyForWriters' : 'deals.none.bodyForReaders')}</p>
              </section>
            )}
            <Kickoff />
            {view.deals.map((linked) => (
              <LinkedDeal
                key={linked.deal.id}
                linked={linked}
                maySet={view.maySet}
                isOneOfSeveral={view.deals.length > 1}
                onStands={(sync) => stands(linked.deal.id, sync)}
                onUnlinked={askAgain}
              />
            ))}
          </>
        );
      }}
    </Asking>
  );
}

function LastPoll({ polledAt }: { readonly polledAt: PlannerView['polledAt'] }): ReactNode {
  const { t, format, now } = useProjectScreen();
  if (polledAt === null) return null;
  return <p className="subtle" title={format.instant(polledAt)}>{t('planner.polled', { when: format.relative(polledAt, now()) })}</p>;
}

interface ObstaclesProperties {
  readonly view: PlannerView;
  readonly onOpenGuidelines: () => void;
}

/** What keeps the planner from being filled, and who can change that. */
function Obstacles({ view, onOpenGuidelines }: ObstaclesProperties): ReactNode {
  const { t } = useProjectScreen();
  const { salesforce, tempo } = view.connected;
  return (
    <>
      {!salesforce && <Note kind="warning" title={t('obstacle.salesforce.title')}>{t('obstacle.salesforce.body')}</Note>}
      {!tempo && <Note kind="warning" title={t('obstacle.tempo.title')}>{t('obstacle.tempo.body')}</Note>}
      {!view.hasGuidelines && (
        <Note
          kind="information"
          title={t('obstacle.guidelines.title')}
          {...(view.maySet ? { action: { label: t('obstacle.guidelines.write'), onAction: onOpenGuidelines } } : {})}
        >
          {t('obstacle.guidelines.body')}
        </Note>
      )}
    </>
  );
}
