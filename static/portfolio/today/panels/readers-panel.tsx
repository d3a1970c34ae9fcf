import { useCallback, useId, useState, type FormEvent, type ReactNode } from 'react';
import type * as z from 'zod/mini';
import { readReaders, remindReaders } from '../../../../src/contract/guidelines';
import { mayRemindAt, reminderLimits } from '../../../../src/domain/guidelines-reminder';
import type { AccountId } from '../../../../src/domain/ids';
import { Asking } from '../../../page/asking';
import { ErrorNote } from '../../../shared/error-note';
import { Note } from '../../../shared/note';
import { useProjectCall } from '../../../shared/project-call';
import { useAction } from '../../../shared/use-action';
import { useAnswer } from '../../../shared/use-answer';
import { useTodayScreen } from '../today-screen';
import { Panel, type PanelProperties } from './panel';

type Readers = z.infer<typeof readReaders.answer>;

/** Who works in the project and has not read its guidelines, to be reminded beside what they work on. */
export function ReadersPanel({ onSettled, onCancel }: Omit<PanelProperties, 'item'>): ReactNode {
  const { t } = useTodayScreen();
  const call = useProjectCall();
  const { asked, askAgain } = useAnswer<Readers>(useCallback(() => call(readReaders, {}), [call]));
  return (
    <Panel title={t('today.panel.readers')} onCancel={onCancel}>
      <Asking asked={asked} onRetry={askAgain}>
        {(readers) => readers.readers.length === 0
          ? <Note kind="information" title={t('today.readers.none.title')}>{t('today.readers.none.body')}</Note>
          : <Remind key={readers.version} readers={readers} onSettled={onSettled} onAskAgain={askAgain} />}
      </Asking>
    </Panel>
  );
}

interface RemindProperties extends Pick<PanelProperties, 'onSettled'> {
  readonly readers: Readers;
  readonly onAskAgain: () => void;
}

function Remind({ readers: { version, readers, hasMore }, onSettled, onAskAgain }: RemindProperties): ReactNode {
  const { t, format, siteUrl, now } = useTodayScreen();
  const call = useProjectCall();
  const { busy, error, run } = useAction();
  const mayBe = (at: string | null): boolean => mayRemindAt(at, now().toISOString());
  const [chosen, choose] = useState<ReadonlySet<AccountId>>(() => new Set(readers.filter(({ remindedAt }) => mayBe(remindedAt)).slice(0, reminderLimits.people).map(({ person }) => person.accountId)));
  const [note, setNote] = useState('');
  const [isNobody, setNobody] = useState(false);
  const id = useId();
  const isFull = chosen.size >= reminderLimits.people;
  const tick = (accountId: AccountId, isTicked: boolean): void => choose(new Set(isTicked ? [...chosen, accountId] : [...chosen].filter((one) => one !== accountId)));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (busy || chosen.size === 0) return;
    void run(() => call(remindReaders, { version, accountIds: [...chosen], note }), ({ reminded }) => {
      setNobody(reminded.length === 0);
      if (reminded.length > 0) onSettled('reminded');
    });
  };
  return (
    <form className="today-part" onSubmit={send}>
      <fieldset className="today-readers" aria-describedby={`${id}-about`}>
        <legend>{t('today.readers.who')}</legend>
        {readers.map(({ person, issue, remindedAt }) => (
          <label key={person.accountId}>
            <input type="checkbox" checked={chosen.has(person.accountId)} disabled={!mayBe(remindedAt) || (isFull && !chosen.has(person.accountId))} onChange={(event) => tick(person.accountId, event.target.checked)} />
            <span>
              <bdi>{person.name}</bdi>{' '}
              <span className="small"><a href={`${siteUrl}/browse/${issue.key}`} target="_top">{issue.key}</a> <bdi>{issue.summary}</bdi>{remindedAt !== null && <> · {t('today.readers.reminded', { when: format.relative(remindedAt, now()) })}</>}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p id={`${id}-about`} className="small">{t('today.readers.about')}{isFull && <> {t('today.readers.most', { most: reminderLimits.people })}</>}{hasMore && <> {t('today.readers.more')}</>}</p>
      <div className="field">
        <label htmlFor={`${id}-note`}>{t('today.readers.note')}</label>
        <textarea id={`${id}-note`} className="input" rows={2} dir="auto" maxLength={reminderLimits.note} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
      {isNobody && <Note kind="warning" title={t('today.readers.nobody.title')} action={{ label: t('today.again'), onAction: onAskAgain }}>{t('today.readers.nobody.body')}</Note>}
      {error !== null && <ErrorNote error={error} {...(error.code === 'conflict' ? { onRetry: onAskAgain } : {})} />}
      <div className="actions">
        <button type="submit" className="button button-primary" disabled={busy || chosen.size === 0}>{busy ? t('saving') : t('today.readers.send', { count: chosen.size })}</button>
      </div>
    </form>
  );
}
