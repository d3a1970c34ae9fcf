import './changes.css';
import { useState, type ReactNode } from 'react';
import { readChanges, type ChangesView } from '../../../src/contract/changes';
import { ChangeCard } from '../../changes/change-card';
import { Asking } from '../../page/asking';
import { call } from '../../shared/client';
import { useAnswer } from '../../shared/use-answer';
import { useProjectScreen } from '../project-screen';
import { ProposeForm } from './propose-form';
import { ScopeBar } from './scope-bar';

const ask = () => call(readChanges, {});
/** Shown at first; more on demand. */
const shownAtOnce = 20;

/** What was sold, what has been agreed since, and what is under way. */
export function ChangesSection(): ReactNode {
  const { asked, askAgain, replace } = useAnswer<ChangesView>(ask);
  return <Asking asked={asked} onRetry={askAgain}>{(view) => <Changes view={view} onView={replace} onAskAgain={askAgain} />}</Asking>;
}

function Changes({ view, onView, onAskAgain }: { readonly view: ChangesView; readonly onView: (view: ChangesView) => void; readonly onAskAgain: () => void }): ReactNode {
  const { t } = useProjectScreen();
  const [isProposing, setProposing] = useState(false);
  const [shown, setShown] = useState(shownAtOnce);
  const proposed = (next: ChangesView): void => {
    setProposing(false);
    onView(next);
  };
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('section.changes')}</h1>
          <p className="subtle">{t('changes.about')}</p>
        </div>
        {!isProposing && <button type="button" className="button button-primary" onClick={() => setProposing(true)}>{t('changes.propose')}</button>}
      </header>
      {isProposing && <ProposeForm view={view} onProposed={proposed} onCancel={() => setProposing(false)} />}
      {view.totals !== null && <ScopeBar totals={view.totals} />}
      {view.changes.length === 0 ? <p className="empty-line">{t('changes.none')}</p> : (
        <ul className="cards">
          {view.changes.slice(0, shown).map((change) => <ChangeCard key={`${change.id} ${change.revision}`} change={change} deals={view.deals} mayDecide={view.mayDecide} onView={onView} onAskAgain={onAskAgain} />)}
        </ul>
      )}
      {view.changes.length > shown && <button type="button" className="button more" onClick={() => setShown(shown + shownAtOnce)}>{t('changes.more', { count: view.changes.length - shown })}</button>}
      {view.notShown > 0 && view.changes.length <= shown && <p className="small">{t('changes.notShown', { count: view.notShown })}</p>}
    </>
  );
}
