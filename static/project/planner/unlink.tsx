import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { AnswerError } from '../../../src/contract/answer';
import { unlinkDeal } from '../../../src/contract/planner';
import type { DealId } from '../../../src/domain/ids';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useProjectScreen } from '../project-screen';
import { ReleasePreview } from './release-preview';

interface UnlinkProperties {
  readonly dealId: DealId;
  readonly dealName: string;
  readonly onUnlinked: () => void;
}

/** Parts the deal from the project, after asking and showing what goes: it takes the deal's entries out of the planner. */
export function Unlink({ dealId, dealName, onUnlinked }: UnlinkProperties): ReactNode {
  const { t } = useProjectScreen();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AnswerError | null>(null);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asking) question.current?.focus();
  }, [asking]);

  const unlink = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const answer = await call(unlinkDeal, { dealId });
    setBusy(false);
    if (answer.ok) onUnlinked();
    else setError(answer.error);
  };

  if (!asking) return <div><button type="button" className="button button-link" onClick={() => setAsking(true)}>{t('unlink.ask')}</button></div>;
  return (
    <div ref={question} className="question" role="group" tabIndex={-1} aria-label={t('unlink.title')}>
      <strong>{t('unlink.title')}</strong>
      <p>{t('unlink.body', { deal: dealName })}</p>
      <ReleasePreview dealId={dealId} />
      {error !== null && <ErrorNote error={error} />}
      <div className="actions">
        <button type="button" className="button button-danger" onClick={() => void unlink()} disabled={busy}>{t(busy ? 'unlink.busy' : 'unlink.confirm')}</button>
        <button type="button" className="button" onClick={() => setAsking(false)} disabled={busy}>{t('cancel')}</button>
      </div>
    </div>
  );
}
