import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type * as z from 'zod/mini';
import type { Answer, AnswerError } from '../../../src/contract/answer';
import { previewPublication, publishGuidelines } from '../../../src/contract/guidelines';
import { previewReplan } from '../../../src/contract/planner';
import { ErrorNote } from '../../shared/error-note';
import { Note } from '../../shared/note';
import { useProjectCall } from '../../shared/project-call';
import { useAnswer } from '../../shared/use-answer';
import { Asking } from '../../page/asking';
import { ChangeTable } from '../guidelines/change-table';
import type { NamedDeal } from '../../shared/named-deal';
import { useProjectScreen } from '../project-screen';
import { ReplanPreview, type Replan } from './replan-preview';

interface PublicationReviewProperties {
  /** null while nothing is drafted. */
  readonly revision: number | null;
  readonly currentVersion: number | null;
  readonly deals: readonly NamedDeal[];
  readonly onBack: () => void;
  readonly onPublished: (version: number) => void;
}

/** Without a saved draft there is nothing to ask the server about. */
const nothingDrafted = async (): Promise<Answer<z.infer<typeof previewPublication.answer>>> => ({ ok: true, data: { changes: [], problems: [] } });

const nothingReplanned = async (): Promise<Answer<Replan>> => ({ ok: true, data: { created: 0, changed: 0, released: 0, backToPending: [] } });

/** The last look before publishing: what differs from the current version, and what that does to the planner. */
export function PublicationReview({ revision, currentVersion, deals, onBack, onPublished }: PublicationReviewProperties): ReactNode {
  const { t } = useProjectScreen();
  const call = useProjectCall();
  const { asked, askAgain } = useAnswer(useCallback(() => (revision === null ? nothingDrafted() : call(previewPublication, { revision })), [call, revision]));
  const effect = useAnswer(useCallback(() => (revision === null ? nothingReplanned() : call(previewReplan, { revision })), [call, revision]));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AnswerError | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    title.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const publish = async (): Promise<void> => {
    if (revision === null) return;
    setBusy(true);
    setError(null);
    const answer = await call(publishGuidelines, { revision });
    setBusy(false);
    if (answer.ok) onPublished(answer.data.version);
    else setError(answer.error);
  };

  const next = (currentVersion ?? 0) + 1;
  return (
    <section className="review">
      <h1 ref={title} tabIndex={-1}>{t('review.title', { version: next })}</h1>
      <Asking asked={asked} onRetry={askAgain}>
        {({ changes, problems }) => {
          const nothing = currentVersion !== null && changes.length === 0;
          return (
            <>
              <p className="subtle">{t(currentVersion === null ? 'review.first' : 'review.next', { version: currentVersion ?? 0 })}</p>
              {problems.length > 0 && <Note kind="warning" title={t('problems.title', { count: problems.length })} action={{ label: t('review.back'), onAction: onBack }} />}
              {nothing && <Note kind="information" title={t('review.nothing.title')}>{t('review.nothing.body')}</Note>}
              {changes.length > 0 && <div className="card"><ChangeTable changes={changes} deals={deals} /></div>}
              {!nothing && problems.length === 0 && <ReplanPreview asked={effect.asked} onRetry={effect.askAgain} />}
              {error !== null && <ErrorNote error={error} />}
              <div className="actions">
                <button type="button" className="button button-primary" onClick={() => void publish()} disabled={busy || nothing || problems.length > 0}>
                  {t(busy ? 'review.publishing' : 'review.publish', { version: next })}
                </button>
                <button type="button" className="button" onClick={onBack} disabled={busy}>{t('review.back')}</button>
              </div>
              {!nothing && <p className="small">{t('review.after')}</p>}
            </>
          );
        }}
      </Asking>
    </section>
  );
}
