import { useState, type ReactNode } from 'react';
import type { AnswerError } from '../../../src/contract/answer';
import { syncDealNow, type SyncStateView } from '../../../src/contract/planner';
import type { DealId } from '../../../src/domain/ids';
import type { Instant } from '../../../src/domain/plain-date';
import { call } from '../../shared/client';
import { ErrorNote, errorText } from '../../shared/error-note';
import { Icon, type IconName } from '../../shared/icon';
import { useProjectScreen } from '../project-screen';

interface SyncStatusProperties {
  readonly dealId: DealId;
  readonly stageName: string;
  readonly sync: SyncStateView;
  readonly maySet: boolean;
  readonly onStands: (sync: SyncStateView) => void;
}

type Look = 'good' | 'busy' | 'wait' | 'bad';

const looks: Record<SyncStateView['kind'], Look> = { inStep: 'good', working: 'busy', waiting: 'wait', paused: 'wait', drifted: 'wait', failed: 'bad', gone: 'bad' };
const icons: Record<SyncStateView['kind'], IconName> = {
  inStep: 'check',
  working: 'clock',
  waiting: 'warning',
  paused: 'pause',
  drifted: 'warning',
  failed: 'error',
  gone: 'error',
};

/** How the planner stands against the deal, in words, with a way to bring it in step now. */
export function SyncStatus({ dealId, stageName, sync, maySet, onStands }: SyncStatusProperties): ReactNode {
  const { t, format, now } = useProjectScreen();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AnswerError | null>(null);

  const bringInStep = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const answer = await call(syncDealNow, { dealId });
    setBusy(false);
    if (answer.ok) onStands(answer.data.sync);
    else setError(answer.error);
  };

  const { title, body } = words();
  const look = looks[sync.kind];
  const canTry = maySet && sync.kind !== 'working';
  return (
    <>
      <div className={`sync sync-${look}`} role="status">
        <Icon name={icons[sync.kind]} />
        <div className="sync-words">
          <strong>{title}</strong>
          {body !== null && <p>{body}</p>}
          <p className="small">
            {t('sync.since', { when: format.instant(sync.since) })}
            {(sync.kind === 'failed' || sync.kind === 'paused') && <> · {nextTry(sync.nextTryAt)}</>}
          </p>
        </div>
        {canTry && (
          <button type="button" className="button" onClick={() => void bringInStep()} disabled={busy}>
            {t(busy ? 'sync.trying' : sync.kind === 'failed' || sync.kind === 'paused' ? 'sync.retry' : 'sync.now')}
          </button>
        )}
      </div>
      {error !== null && <ErrorNote error={error} />}
    </>
  );

  function nextTry(at: Instant | null): string {
    if (at === null) return t('sync.noNextTry');
    // A time that has passed would read as a promise that was not kept.
    return Date.parse(at) <= now().getTime() ? t('sync.nextTrySoon') : t('sync.nextTry', { when: format.moment(at, now()) });
  }

  function words(): { readonly title: string; readonly body: string | null } {
    switch (sync.kind) {
      case 'inStep':
        return { title: t('sync.inStep'), body: null };
      case 'working':
        return { title: t('sync.working'), body: null };
      case 'waiting':
        return { title: t(`sync.waiting.${sync.for}.title`), body: t(`sync.waiting.${sync.for}.body`, { stage: stageName }) };
      case 'paused': {
        const system = sync.system === 'tempo' ? 'Tempo' : 'Salesforce';
        return { title: t('sync.paused.title', { system }), body: t('sync.paused.body', { system }) };
      }
      case 'drifted':
        return { title: t('sync.drifted.title', { count: sync.entries }), body: t('sync.drifted.body') };
      case 'failed': {
        const text = errorText(t, sync);
        return { title: t('sync.failed', { why: text.title }), body: text.body };
      }
      case 'gone':
        return { title: t('sync.gone.title'), body: t('sync.gone.body') };
    }
  }
}
