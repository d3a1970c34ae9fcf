import type { ReactNode } from 'react';
import { errorText } from '../../shared/error-note';
import { Icon } from '../../shared/icon';
import { useProjectScreen } from '../project-screen';
import type { Kept } from './draft-keeper';

interface SaveStatusProperties {
  readonly kept: Kept;
  readonly onRetry: () => void;
  /** A second one on the page is only for the eye. */
  readonly silent?: boolean;
}

/** Whether what was typed is safe. Only trouble is read out: a voice at every pause would be in the way of writing. */
export function SaveStatus({ kept, onRetry, silent = false }: SaveStatusProperties): ReactNode {
  const { t, format } = useProjectScreen();
  const { saving, savedAt } = kept;
  const role = silent ? undefined : 'alert';
  switch (saving.kind) {
    case 'saved':
      return savedAt === null ? <p className="save-status">{t('save.nothingYet')}</p> : <p className="save-status save-good"><Icon name="check" />{t('save.saved', { time: format.time(savedAt) })}</p>;
    case 'unsaved':
    case 'saving':
      return <p className="save-status"><Icon name="clock" />{t('saving')}</p>;
    case 'retrying':
      return (
        <p className="save-status save-bad" role={role}>
          <Icon name="warning" />
          <span>{t('save.retrying')} <span className="small">{errorText(t, saving.error).title}</span></span>
          <button type="button" className="button button-link" onClick={onRetry}>{t('save.now')}</button>
        </p>
      );
    case 'refused':
      return (
        <p className="save-status save-bad" role={role}>
          <Icon name="error" />
          <span>{saving.error.field === 'draft' ? t('save.tooBig') : t('save.refused', { why: errorText(t, saving.error).title })}</span>
        </p>
      );
    case 'conflict':
      return <p className="save-status save-bad"><Icon name="warning" />{t('save.conflict')}</p>;
  }
}
