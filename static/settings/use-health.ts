import { useCallback, useEffect, useRef, useState } from 'react';
import type * as z from 'zod/mini';
import { readHealth, type SettingsView } from '../../src/contract/settings';
import { isInstant, type Instant } from '../../src/domain/plain-date';
import { call } from '../shared/client';
import { useAnswer, type Asked } from '../shared/use-answer';
import { useRefresh } from '../shared/use-refresh';
import { useSettings } from './use-settings';

export type HealthView = z.infer<(typeof readHealth)['answer']>;

interface UsedHealth {
  readonly asked: Asked<HealthView>;
  readonly askAgain: () => void;
  /** Reads anew; what is on the screen stays until the answer is there, and when it does not come. */
  readonly refresh: () => Promise<void>;
  readonly isRefreshing: boolean;
  /** The last attempt to read anew failed. */
  readonly isOld: boolean;
  readonly readAt: Instant | null;
}

const ask = () => call(readHealth, {});
const every = 15_000;

/** How the connections fare; read anew when one of them was changed on this page, and again and again while something waits. */
export function useHealth({ salesforce, tempo }: Pick<SettingsView, 'salesforce' | 'tempo'>): UsedHealth {
  const { now } = useSettings();
  const { asked, askAgain, lookAgain } = useAnswer(ask);
  const [looking, setLooking] = useState<{ readonly busy: boolean; readonly failed: boolean }>({ busy: false, failed: false });
  const [readAt, setReadAt] = useState<Instant | null>(null);
  const view = asked.kind === 'given' ? asked.data : undefined;

  const look = useCallback(async (): Promise<void> => {
    const error = await lookAgain();
    setLooking({ busy: false, failed: error !== null });
  }, [lookAgain]);
  const refresh = useCallback((): Promise<void> => {
    setLooking({ busy: true, failed: false });
    return look();
  }, [look]);
  useRefresh(view !== undefined && isWaiting(view) ? every : null, look);

  useEffect(() => {
    const text = now().toISOString();
    if (view !== undefined && isInstant(text)) setReadAt(text);
  }, [view, now]);

  const connections = `${salesforce?.connectedAt ?? ''} ${tempo?.connectedAt ?? ''}`;
  const seen = useRef(connections);
  useEffect(() => {
    if (seen.current === connections) return;
    seen.current = connections;
    void refresh();
  }, [connections, refresh]);

  return { asked, askAgain, refresh, isRefreshing: looking.busy, isOld: looking.failed, readAt };
}

const isWaiting = ({ queue, salesforce, tempo }: HealthView): boolean =>
  queue.length > 0 || queue.working || [salesforce, tempo].some((one) => one !== null && one.connection.paused !== null);
