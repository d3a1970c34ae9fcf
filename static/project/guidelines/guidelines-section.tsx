import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { readGuidelines } from '../../../src/contract/guidelines';
import { call } from '../../shared/client';
import { Note } from '../../shared/note';
import { useAnswer } from '../../shared/use-answer';
import { Waiting } from '../../shared/waiting';
import { Asking } from '../../page/asking';
import { useProjectScreen } from '../project-screen';
import { CurrentGuidelines } from './current-guidelines';
import { NoGuidelines } from './no-guidelines';

const Editor = lazy(async () => ({ default: (await import('../editor/editor')).Editor }));

const ask = () => call(readGuidelines, {});

/** Guidelines: to read for everyone, to write for the account manager. */
export function GuidelinesSection(): ReactNode {
  const { t, project } = useProjectScreen();
  const { asked, askAgain } = useAnswer(ask);
  const [editing, setEditing] = useState(false);
  const [published, setPublished] = useState<number | null>(null);

  const edit = useCallback((): void => {
    setPublished(null);
    setEditing(true);
  }, []);
  const close = useCallback(
    (version: number | null): void => {
      setEditing(false);
      setPublished(version);
      askAgain();
    },
    [askAgain],
  );

  return (
    <Asking asked={asked} onRetry={askAgain}>
      {(view) => {
        if (editing) {
          return (
            <Suspense fallback={<Waiting />}>
              <Editor key={project?.id} deals={view.deals} currentVersion={view.current?.version ?? null} onClose={close} />
            </Suspense>
          );
        }
        return (
          <>
            {published !== null && (
              <Note kind="success" title={t('published.title', { version: published })}>{t('published.body')}</Note>
            )}
            {view.current === null ? (
              <NoGuidelines onWrite={view.maySet ? edit : null} />
            ) : (
              <CurrentGuidelines view={view} current={view.current} onEdit={view.maySet ? edit : null} />
            )}
          </>
        );
      }}
    </Asking>
  );
}
