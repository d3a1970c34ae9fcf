import { useState, type ReactNode } from 'react';
import type { AnswerError } from '../../../src/contract/answer';
import { discardDraft } from '../../../src/contract/guidelines';
import { ErrorNote } from '../../shared/error-note';
import { useProjectCall } from '../../shared/project-call';
import { useProjectScreen } from '../project-screen';
import type { DraftKeeper } from './draft-keeper';

interface DiscardDraftProperties {
  readonly keeper: DraftKeeper;
  readonly onDiscarded: () => void;
}

/** Throws the draft away, after asking. */
export function DiscardDraft({ keeper, onDiscarded }: DiscardDraftProperties): ReactNode {
  const { t } = useProjectScreen();
  const call = useProjectCall();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AnswerError | null>(null);

  const discard = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    // A save under way would bring the draft back, so it is waited for.
    await keeper.settle();
    const { revision, savedAt } = keeper.current();
    const answer = savedAt === null ? { ok: true as const } : await call(discardDraft, { revision });
    setBusy(false);
    if (answer.ok) {
      keeper.abandon();
      onDiscarded();
    } else setError(answer.error);
  };

  if (!asking) return <button type="button" className="button button-link" onClick={() => setAsking(true)}>{t('discard.ask')}</button>;
  return (
    <div className="question" role="group" aria-label={t('discard.title')}>
      <strong>{t('discard.title')}</strong>
      <p>{t('discard.body')}</p>
      {error !== null && <ErrorNote error={error} />}
      <div className="actions">
        <button type="button" className="button button-danger" onClick={() => void discard()} disabled={busy}>{t('discard.confirm')}</button>
        <button type="button" className="button" onClick={() => setAsking(false)} disabled={busy}>{t('cancel')}</button>
      </div>
    </div>
  );
}
