import type { ReactNode } from 'react';
import { bringBack, letGo, type LinkedDealView, type SyncStateView } from '../../../src/contract/planner';
import type { DealId } from '../../../src/domain/ids';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Note } from '../../shared/note';
import { useAction } from '../../shared/use-action';
import { useProjectScreen } from '../project-screen';
import { ReleasedEntries } from './released-entries';

interface ReleaseProperties {
  readonly dealId: DealId;
  readonly release: NonNullable<LinkedDealView['release']>;
  readonly maySet: boolean;
  readonly onStands: (sync: SyncStateView) => void;
}

/** What a deal that was lost or opened again took with it, and the way back. */
export function Release({ dealId, release, maySet, onStands }: ReleaseProperties): ReactNode {
  const { t, format } = useProjectScreen();
  const { busy, error, run } = useAction();
  if (release.entries.length === 0) return null;
  return (
    <section>
      <h3>{t('release.title')}</h3>
      <p className="subtle">{t('release.body', { when: format.instant(release.at), stage: t(`stage.${release.from}`) })}</p>
      <ReleasedEntries entries={release.entries} tense="went" />
      {error !== null && <ErrorNote error={error} />}
      {maySet && (
        <div className="actions">
          <button type="button" className="button" disabled={busy} onClick={() => void run(() => call(bringBack, { dealId }), ({ sync }) => onStands(sync))}>
            {t(busy ? 'release.bringingBack' : 'release.bringBack')}
          </button>
          <p className="small hint">{t('release.bringBack.hint')}</p>
        </div>
      )}
    </section>
  );
}

interface ReprieveProperties extends Omit<ReleaseProperties, 'release'> {
  readonly reprieve: NonNullable<LinkedDealView['reprieve']>;
}

/** Says that entries were brought back, and until when they stand. */
export function Reprieve({ dealId, reprieve, maySet, onStands }: ReprieveProperties): ReactNode {
  const { t, format } = useProjectScreen();
  const { busy, error, run } = useAction();
  const release = {
    label: t(busy ? 'reprieve.releasing' : 'reprieve.release'),
    busy,
    onAction: () => void run(() => call(letGo, { dealId }), ({ sync }) => onStands(sync)),
  };
  return (
    <>
      <Note kind="information" title={t('reprieve.title', { when: format.instant(reprieve.since) })} {...(maySet ? { action: release } : {})}>
        {t('reprieve.body', { stage: t(`stage.${reprieve.stage}`) })}
      </Note>
      {error !== null && <ErrorNote error={error} />}
    </>
  );
}
