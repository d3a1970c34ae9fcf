import { useEffect, useState, useSyncExternalStore } from 'react';
import { readDraft, saveDraft } from '../../../src/contract/guidelines';
import { useProjectCall } from '../../shared/project-call';
import { useProjectScreen } from '../project-screen';
import { DraftCopy } from './draft-copy';
import { DraftKeeper, type Kept, type SavedDraft } from './draft-keeper';

interface UsedKeeper {
  readonly keeper: DraftKeeper;
  readonly kept: Kept;
}

/** Keeps the draft for as long as the editor is open; what is left is saved when the page is hidden or left. */
export function useKeeper(saved: SavedDraft, currentVersion: number | null): UsedKeeper {
  const { accountId, project } = useProjectScreen();
  const call = useProjectCall();
  const [keeper] = useState(
    () =>
      new DraftKeeper(saved, currentVersion, {
        save: (request) => call(saveDraft, request),
        read: () => call(readDraft, {}),
        copy: new DraftCopy(() => window.localStorage, accountId ?? 'nobody', project?.id ?? 'none'),
        later: (run, milliseconds) => {
          const timer = window.setTimeout(run, milliseconds);
          return () => window.clearTimeout(timer);
        },
      }),
  );
  const kept = useSyncExternalStore(keeper.subscribe, keeper.current);

  useEffect(() => {
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') keeper.flush();
    };
    keeper.start();
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', keeper.flush);
    window.addEventListener('online', keeper.flush);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', keeper.flush);
      window.removeEventListener('online', keeper.flush);
      keeper.stop();
    };
  }, [keeper]);

  return { keeper, kept };
}
