import { useId, type ReactNode } from 'react';
import type { Language } from '../../../src/domain/person';
import { useClientScreen } from '../client-screen';

/** In which language this update is written; the client's own stays as it is. */
export function LanguageChoice({ language, onLanguage }: { readonly language: Language; readonly onLanguage: (language: Language) => void }): ReactNode {
  const { t } = useClientScreen();
  const id = useId();
  return (
    <div className="field short">
      <label htmlFor={id}>{t('update.language')}</label>
      <select id={id} className="input" value={language} onChange={(event) => onLanguage(event.target.value === 'en' ? 'en' : 'pl')}>
        <option value="pl">{t('client.language.pl')}</option>
        <option value="en">{t('client.language.en')}</option>
      </select>
    </div>
  );
}
