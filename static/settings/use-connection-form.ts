import { useState } from 'react';
import type { Answer, AnswerError } from '../../src/contract/answer';
import type { SettingsView } from '../../src/contract/settings';
import type { ConnectionCheck } from '../../src/domain/connection-check';
import { useAction } from '../shared/use-action';

interface ConnectionForm {
  readonly busy: 'test' | 'connect' | null;
  readonly error: AnswerError | null;
  /** What the last test or attempt to connect found. */
  readonly checks: readonly ConnectionCheck[] | null;
  readonly test: () => void;
  readonly connect: () => void;
  /** Forgets what was found before. */
  readonly clear: () => void;
}

interface Connecting {
  readonly test: () => Promise<Answer<{ checks: readonly ConnectionCheck[] }>>;
  readonly connect: () => Promise<Answer<{ checks: readonly ConnectionCheck[]; settings: SettingsView }>>;
  readonly onConnected: (settings: SettingsView) => void;
}

/** Testing and connecting, which both end in a list of checks. Nothing was kept when a check failed. */
export function useConnectionForm({ test, connect, onConnected }: Connecting): ConnectionForm {
  const [checks, setChecks] = useState<readonly ConnectionCheck[] | null>(null);
  const [latest, setLatest] = useState<'test' | 'connect'>('test');
  const action = useAction();
  const begin = (which: 'test' | 'connect'): void => {
    setChecks(null);
    setLatest(which);
  };
  return {
    busy: action.busy ? latest : null,
    error: action.error,
    checks,
    test: () => {
      begin('test');
      void action.run(test, (found) => setChecks(found.checks));
    },
    connect: () => {
      begin('connect');
      void action.run(connect, (found) => {
        setChecks(found.checks);
        if (found.checks.every((check) => check.outcome !== 'failed')) onConnected(found.settings);
      });
    },
    clear: () => setChecks(null),
  };
}
