import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { completeDraft } from '../../../src/domain/draft';
import { useProjectScreen } from '../project-screen';
import { BudgetFields } from './budget-fields';
import { ConflictNotice } from './conflict-notice';
import { DiscardDraft } from './discard-draft';
import type { SavedDraft } from './draft-keeper';
import type { DraftProblem } from './draft-problem';
import { EditingContext, noProblems, type Editing } from './editing';
import { PriorityList } from './priority-list';
import { ProblemSummary } from './problem-summary';
import { PublicationReview } from './publication-review';
import { SaveStatus } from './save-status';
import { ScheduleFields } from './schedule-fields';
import { ScopeFields } from './scope-fields';
import { StaffingLines, type NamedDealId } from './staffing-lines';
import { useKeeper } from './use-keeper';

interface DraftEditorProperties {
  readonly saved: SavedDraft;
  readonly deals: readonly NamedDealId[];
  readonly currentVersion: number | null;
  readonly onClose: (published: number | null) => void;
}

/** The draft as a form. What is typed is saved by itself; publishing is the only decision. */
export function DraftEditor({ saved, deals, currentVersion, onClose }: DraftEditorProperties): ReactNode {
  const { t } = useProjectScreen();
  const { keeper, kept } = useKeeper(saved, currentVersion);
  const [showAll, setShowAll] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const [busy, setBusy] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const { draft, saving } = kept;
  const editing = useMemo<Editing>(() => ({ edit: keeper.edit, showAll }), [keeper, showAll]);

  // The server's word counts for what it has; while there is something newer here, the same rules are applied to that.
  const problems = useMemo((): readonly DraftProblem[] => {
    if (saving.kind === 'saved') return kept.problems;
    const completion = completeDraft(draft);
    return completion.complete ? noProblems : completion.problems;
  }, [draft, saving.kind, kept.problems]);

  useEffect(() => title.current?.focus(), []);

  const review = async (): Promise<void> => {
    setBusy(true);
    const isSaved = await keeper.settle();
    setBusy(false);
    if (!isSaved) return;
    if (keeper.current().problems.length === 0) setReviewing(true);
    else {
      setShowAll(true);
      requestAnimationFrame(() => summary.current?.focus());
    }
  };

  return (
    <EditingContext.Provider value={editing}>
      {reviewing && (
        <PublicationReview
          revision={kept.savedAt === null ? null : kept.revision}
          currentVersion={currentVersion}
          deals={deals}
          onBack={() => {
            setReviewing(false);
            setShowAll(true);
          }}
          onPublished={onClose}
        />
      )}
      <form className="editor" hidden={reviewing} onSubmit={(event) => event.preventDefault()} onBlur={keeper.flush} noValidate aria-label={t('editor.title')}>
        <header className="page-head">
          <div>
            <h1 ref={title} tabIndex={-1}>{t('editor.title')}</h1>
            <p className="subtle">{currentVersion === null ? t('editor.first') : t('editor.next', { version: currentVersion + 1 })}</p>
          </div>
          <SaveStatus kept={kept} onRetry={keeper.flush} />
        </header>
        {saving.kind === 'conflict' && <ConflictNotice mine={draft} theirs={saving.theirs} deals={deals} onKeepMine={keeper.keepMine} onTakeTheirs={keeper.takeTheirs} />}
        {showAll && problems.length > 0 && <ProblemSummary ref={summary} problems={problems} draft={draft} />}
        <ScopeFields scope={draft.scope} problems={problems} />
        <BudgetFields budget={draft.budget} problems={problems} />
        <ScheduleFields schedule={draft.schedule} problems={problems} />
        <PriorityList priorities={draft.priorities} problems={problems} />
        <StaffingLines lines={draft.staffing} schedule={draft.schedule} problems={problems} deals={deals} />
        <footer className="editor-foot">
          <div className="actions">
            <button type="button" className="button button-primary" onClick={() => void review()} disabled={busy || saving.kind === 'conflict'}>{t(busy ? 'saving' : 'editor.review')}</button>
            <button type="button" className="button" onClick={() => onClose(null)}>{t('editor.close')}</button>
            {(kept.savedAt !== null || saving.kind !== 'saved') && <DiscardDraft keeper={keeper} onDiscarded={() => onClose(null)} />}
          </div>
          <SaveStatus kept={kept} onRetry={keeper.flush} silent />
        </footer>
      </form>
    </EditingContext.Provider>
  );
}
