import { useId, useState, type ReactNode } from 'react';
import { previewWriteBack, writeBack } from '../../../src/contract/contacts';
import type { Contact, ContactsView, WriteBackPreview, WrittenBack } from '../people-view';
import { roleList } from '../gap-list';
import { useProjectCall } from '../../shared/project-call';
import { ErrorNote } from '../../shared/error-note';
import { Note } from '../../shared/note';
import { useAction } from '../../shared/use-action';
import { useLaterFocus } from '../../shared/use-later-focus';
import { usePeopleScreen } from '../people-screen';
import { WriteBackSteps } from './write-back-steps';

interface WriteBackProperties {
  readonly view: ContactsView;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly onView: (view: ContactsView) => void;
  readonly onAskAgain: () => void;
}

type Doing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'shown'; readonly preview: WriteBackPreview }
  | { readonly kind: 'written'; readonly preview: WriteBackPreview; readonly written: WrittenBack };

/** The project's contacts written into Salesforce's contact roles: what would be done is shown first, and nothing else is done. */
export function WriteBack({ view, contacts, onView, onAskAgain }: WriteBackProperties): ReactNode {
  const { t } = usePeopleScreen();
  const [doing, setDoing] = useState<Doing>({ kind: 'nothing' });
  const call = useProjectCall();
  const { busy, error, run } = useAction();
  const [heading, focusHeading] = useLaterFocus<HTMLHeadingElement>();
  const id = useId();
  const show = (): void =>
    void run(() => call(previewWriteBack, {}), (preview) => {
      focusHeading();
      setDoing({ kind: 'shown', preview });
    });
  const write = (preview: WriteBackPreview, keys: readonly string[]): void =>
    void run(() => call(writeBack, { revision: preview.revision, keys: [...keys] }), (written) => {
      focusHeading();
      setDoing({ kind: 'written', preview, written });
      if (written.contacts !== null) onView(written.contacts);
    });
  const stop = (): void => {
    focusHeading();
    setDoing({ kind: 'nothing' });
  };
  const again = (): void => {
    stop();
    onAskAgain();
  };
  // What was shown before somebody changed the structure is no longer what would be done.
  const isOld = doing.kind === 'shown' && doing.preview.revision !== view.revision;
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>{t('people.write')}</h2>
      <p className="small">{t('people.write.help')}</p>
      {(doing.kind === 'nothing' || isOld) && <div><button type="button" className="button" disabled={busy} onClick={show}>{t(busy ? 'loading' : 'people.write.show')}</button></div>}
      {doing.kind === 'shown' && !isOld && (
        <>
          {!doing.preview.isPossible && <Note kind="warning" title={t('people.write.impossible.title')}>{t('people.write.impossible.body')}</Note>}
          {doing.preview.withoutValue.length > 0 && <Note kind="information" title={t('people.write.noValue.title', { roles: roleList(doing.preview.withoutValue, t) })}>{t('people.write.noValue.body')}</Note>}
          {doing.preview.isPossible && doing.preview.steps.length === 0 && <p role="status">{t('people.write.same')}</p>}
          <WriteBackSteps preview={doing.preview} outcomes={null} view={view} contacts={contacts} busy={busy} onWrite={(keys) => write(doing.preview, keys)} onCancel={stop} />
        </>
      )}
      {doing.kind === 'written' && (
        <>
          <WhatWasWritten written={doing.written} />
          <WriteBackSteps preview={doing.preview} outcomes={doing.written.outcomes} view={view} contacts={contacts} busy={busy} onWrite={() => undefined} onCancel={again} />
        </>
      )}
      {error !== null && <ErrorNote error={error} onRetry={again} />}
    </section>
  );
}

function WhatWasWritten({ written: { outcomes, failure } }: { readonly written: WrittenBack }): ReactNode {
  const { t } = usePeopleScreen();
  const done = outcomes.filter(({ outcome }) => outcome === 'done' || outcome === 'notNeeded').length;
  if (failure === 'notConnected') return <ErrorNote error={{ code: 'notConnected', message: '', parameters: { system: 'salesforce' } }} />;
  if (failure !== null) return <ErrorNote error={{ code: failure, message: '', parameters: { system: 'salesforce' } }} />;
  if (done === outcomes.length) return <Note kind="success" title={t('people.write.done')} />;
  return <Note kind="warning" title={t('people.write.partly', { done: String(done), all: String(outcomes.length) })} />;
}
