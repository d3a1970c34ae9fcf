import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { listVersions, requestVersionReview } from '../../../src/contract/gate-operations';
import { gateLimits, type GateReview } from '../../../src/domain/gate';
import { isPlainDate } from '../../../src/domain/plain-date';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Icon } from '../../shared/icon';
import { useAction } from '../../shared/use-action';
import { useAnswer } from '../../shared/use-answer';
import { Asking } from '../../page/asking';
import { useProjectScreen } from '../project-screen';

const ask = () => call(listVersions, {});

interface VersionRequestProperties {
  readonly onRequested: (review: GateReview) => void;
  readonly onOutdated: () => void;
  readonly onCancel: () => void;
}

/** Asks the account manager whether a whole version may go to the client. */
export function VersionRequest({ onRequested, onOutdated, onCancel }: VersionRequestProperties): ReactNode {
  const { t, format, now } = useProjectScreen();
  const { asked, askAgain } = useAnswer(ask);
  const [chosen, setChosen] = useState('');
  const [recipient, setRecipient] = useState('');
  // null until somebody chooses a day: the version's own release day stands there meanwhile.
  const [day, setDay] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useAction();
  const heading = useRef<HTMLHeadingElement>(null);
  const select = useRef<HTMLSelectElement>(null);
  const id = useId();
  const today = format.today(now());

  useEffect(() => heading.current?.focus(), []);

  const versions = asked.kind === 'given' ? asked.data.versions : [];
  const version = versions.find((one) => one.id === chosen);
  const planned = version?.releasesOn ?? '';
  const due = day ?? (planned >= today ? planned : '');
  const isPast = isPlainDate(due) && due < today;

  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (version === undefined) select.current?.focus();
    if (version === undefined || isPast) return;
    const request = { versionId: version.id, recipient: recipient.trim(), note: note.trim(), dueOn: isPlainDate(due) ? due : null };
    void run(() => call(requestVersionReview, request), ({ review }) => onRequested(review));
  };

  return (
    <form className="card version-request" onSubmit={send} noValidate aria-labelledby={`${id}heading`}>
      <h2 id={`${id}heading`} ref={heading} tabIndex={-1}>{t('versionRequest.title')}</h2>
      <Asking asked={asked} onRetry={askAgain}>
        {() =>
          versions.length === 0 ? (
            <>
              <p>{t('versionRequest.none')}</p>
              <div><button type="button" className="button" onClick={onCancel}>{t('review.close')}</button></div>
            </>
          ) : (
            <>
              <div className="request-fields">
                <div className="field">
                  <label htmlFor={`${id}version`}>{t('gate.version')}</label>
                  <select
                    id={`${id}version`}
                    ref={select}
                    className="input"
                    value={chosen}
                    onChange={(event) => setChosen(event.target.value)}
                    aria-invalid={tried && version === undefined ? true : undefined}
                    aria-describedby={tried && version === undefined ? `${id}version-problem` : undefined}
                  >
                    <option value="">{t('versionRequest.choose')}</option>
                    {versions.map((one) => (
                      <option key={one.id} value={one.id} disabled={one.isWaiting}>{optionText(one)}</option>
                    ))}
                  </select>
                  {tried && version === undefined && <p id={`${id}version-problem`} className="problem"><Icon name="error" />{t('versionRequest.chooseFirst')}</p>}
                </div>
                <div className="field">
                  <label htmlFor={`${id}recipient`}>{t('versionRequest.recipient')}</label>
                  <input id={`${id}recipient`} className="input" dir="auto" autoComplete="off" maxLength={gateLimits.recipient} value={recipient} onChange={(event) => setRecipient(event.target.value)} />
                </div>
                <div className="field">
                  <label htmlFor={`${id}due`}>{t('versionRequest.due')}</label>
                  <input
                    id={`${id}due`}
                    type="date"
                    className="input"
                    min={today}
                    value={due}
                    onChange={(event) => setDay(event.target.value)}
                    aria-invalid={isPast ? true : undefined}
                    aria-describedby={isPast ? `${id}due-problem` : undefined}
                  />
                  {isPast && <p id={`${id}due-problem`} className="problem"><Icon name="error" />{t('decision.problem.past')}</p>}
                </div>
              </div>
              <div className="field">
                <label htmlFor={`${id}note`}>{t('versionRequest.note')}</label>
                <textarea id={`${id}note`} className="input" dir="auto" rows={3} maxLength={gateLimits.note} value={note} onChange={(event) => setNote(event.target.value)} />
              </div>
              {error !== null && <ErrorNote error={error} {...(error.code === 'alreadyWaiting' ? { onRetry: onOutdated } : error.code === 'notFound' ? { onRetry: askAgain } : {})} />}
              <div className="actions">
                <button type="submit" className="button button-primary" disabled={busy}>{t(busy ? 'versionRequest.sending' : 'versionRequest.send')}</button>
                <button type="button" className="button" disabled={busy} onClick={onCancel}>{t('cancel')}</button>
              </div>
            </>
          )
        }
      </Asking>
    </form>
  );

  function optionText(one: (typeof versions)[number]): string {
    const facts = [
      one.isWaiting ? t('versionRequest.isWaiting') : '',
      one.isReleased ? t('versionRequest.isReleased') : one.releasesOn === null ? '' : t('versionRequest.releasesOn', { date: format.shortDate(one.releasesOn, today) }),
    ].filter((fact) => fact !== '');
    return facts.length === 0 ? one.name : `${one.name} (${facts.join(', ')})`;
  }
}
