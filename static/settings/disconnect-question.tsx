import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { AnswerError } from '../../src/contract/answer';
import { ErrorNote } from '../shared/error-note';
import { useSettings } from './use-settings';

interface DisconnectQuestionProperties {
  readonly system: 'salesforce' | 'tempo';
  readonly busy: boolean;
  readonly error: AnswerError | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/**
 * Says what disconnecting stops and what stays, before it is done. It opens in place: Jira makes the frame as tall
 * as the page, so a dialog in its middle could lie outside of what a person sees.
 */
export function DisconnectQuestion({ system, busy, error, onConfirm, onClose }: DisconnectQuestionProperties): ReactNode {
  const { t } = useSettings();
  const id = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  useEffect(() => {
    const element = question.current;
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || busy) return;
      event.preventDefault();
      onClose();
    };
    element?.addEventListener('keydown', leave);
    return () => element?.removeEventListener('keydown', leave);
  }, [busy, onClose]);
  return (
    <div className="question" ref={question} role="group" aria-labelledby={`${id}title`} aria-describedby={`${id}body`}>
      <h3 id={`${id}title`}>{t(`disconnect.${system}.title`)}</h3>
      <p id={`${id}body`}>{t(`disconnect.${system}.body`)}</p>
      {error !== null && <ErrorNote error={error} />}
      <div className="buttons">
        <Button appearance="danger" onClick={onConfirm} isLoading={busy}>{t('disconnect')}</Button>
        <Button ref={cancel} appearance="subtle" onClick={onClose} isDisabled={busy}>{t('cancel')}</Button>
      </div>
    </div>
  );
}
