import { useId, type ReactNode } from 'react';
import { setClientLanguage } from '../../../src/contract/clients';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { useClientScreen } from '../client-screen';
import type { ClientFileView } from '../client-view';

const choices = ['company', 'pl', 'en'] as const;
const isChoice = (text: string): text is (typeof choices)[number] => choices.some((choice) => choice === text);

/** In which language reports and updates for the client are written. */
export function LanguageForm({ file: { client, settings }, onFile }: { readonly file: ClientFileView; readonly onFile: (file: ClientFileView) => void }): ReactNode {
  const { t } = useClientScreen();
  const { busy, error, run } = useAction();
  const id = useId();
  const choose = (choice: string): void => {
    if (!isChoice(choice)) return;
    void run(() => call(setClientLanguage, { clientId: client.id, revision: settings.revision, language: choice === 'company' ? null : choice }), onFile);
  };
  return (
    <div className="field short">
      <label htmlFor={id}>{t('client.language')}</label>
      <select id={id} className="input" value={settings.language ?? 'company'} disabled={busy} onChange={(event) => choose(event.target.value)}>
        <option value="company">{t('client.language.company', { language: t(`client.language.${settings.companyLanguage}`) })}</option>
        <option value="pl">{t('client.language.pl')}</option>
        <option value="en">{t('client.language.en')}</option>
      </select>
      {error !== null && <ErrorNote error={error} />}
    </div>
  );
}
