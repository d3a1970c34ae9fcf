import { useRef, useState, type FormEvent, type RefObject } from 'react';
import type { Answer, AnswerError } from '../../src/contract/answer';
import type { SettingsView } from '../../src/contract/settings';
import type { ConnectionCheck } from '../../src/domain/connection-check';
import { useAction } from '../shared/use-action';
import { focusFirstProblem } from './field';

interface ConnectionForm {
  readonly element: RefObject<HTMLFormElement>;
  /** Once somebody tried with fields that are not right yet. */
  readonly showsProblems: boolean;
  readonly busy: 'test' | 'connect' | null;
  readonly error: AnswerError | null;
  /** What the last test or attempt to connect found. */
  readonly checks: readonly ConnectionCheck[] | null;
  readonly test: () => void;
  readonly submit: (event: FormEvent) => void;
  /** Forgets what was found before. */
  readonly clear: () => void;
}

interface Connecting {
  /** Whether every field is right; until then nothing is sent, and the first problem has the focus. */
  readonly isReady: boolean;
  readonly test: () => Promise<Answer<{ checks: readonly ConnectionCheck[] }>>;
  readonly connect: () => Promise<Answer<{ checks: readonly ConnectionCheck[]; settings: SettingsView }>>;
  readonly onConnected: (settings: SettingsView) => void;
}

/** Testing and connecting, which both end in a list of checks. Nothing was kept when a check failed. */
export function useConnectionForm({ isReady, test, connect, onConnected }: Connecting): ConnectionForm {
  const [checks, setChecks] = useState<readonly ConnectionCheck[] | null>(null);
  const [latest, setLatest] = useState<'test' | 'connect'>('test');
  const [showsProblems, setShowsProblems] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const action = useAction();
  const whenReady = (which: 'test' | 'connect', act: () => void): void => {
    setShowsProblems(!isReady);
    if (!isReady) return focusFirstProblem(element.current);
    setChecks(null);
    setLatest(which);
    act();
  };
  return {
    busy: action.busy ? latest : null,
    error: action.error,
    checks,
    element,
    showsProblems,
    test: () => whenReady('test', () => void action.run(test, (found) => setChecks(found.checks))),
    submit: (event) => {
      event.preventDefault();
      const settle = (found: { checks: readonly ConnectionCheck[]; settings: SettingsView }): void => {
        setChecks(found.checks);
        if (found.checks.every((check) => check.outcome !== 'failed')) onConnected(found.settings);
      };
      whenReady('connect', () => void action.run(connect, settle));
    },
    clear: () => setChecks(null),
  };
}
