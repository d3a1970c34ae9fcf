import type { ReactNode } from 'react';
import type { AnswerError } from '../../src/contract/answer';
import { Note } from './note';
import { useScreen } from './screen';
import type { SharedKey, Translate } from './texts';

export interface ErrorText {
  readonly title: string;
  /** What it means, and what to do. */
  readonly body: string;
}

/** The words for an error; `unexpected` with a log id names it, so that an administrator can find the entry. */
export function errorText(t: Translate<SharedKey>, error: Pick<AnswerError, 'code' | 'parameters'>): ErrorText {
  const given = error.parameters ?? {};
  const values = { ...given, system: systemName(given['system'], t), detail: given['detail'] ?? '', project: given['project'] ?? '' };
  const body = error.code === 'unexpected' && given['id'] !== undefined ? t('error.unexpected.bodyWithId', { id: given['id'] }) : t(`error.${error.code}.body`, values);
  return { title: t(`error.${error.code}.title`, values), body };
}

function systemName(system: string | undefined, t: Translate<SharedKey>): string {
  const known: Record<string, string> = { salesforce: 'Salesforce', tempo: 'Tempo', jira: 'Jira' };
  return system === undefined ? t('system.other') : (known[system.toLowerCase()] ?? system);
}

interface ErrorNoteProperties {
  readonly error: AnswerError;
  readonly onRetry?: () => void;
}

/** An error of an operation in words, with a way to try again where trying again can help. */
export function ErrorNote({ error, onRetry }: ErrorNoteProperties): ReactNode {
  const { t } = useScreen();
  const { title, body } = errorText(t, error);
  return (
    <Note kind="error" title={title} {...(onRetry === undefined ? {} : { action: { label: t('tryAgain'), onAction: onRetry } })}>
      {body}
    </Note>
  );
}
