import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactNode } from 'react';
import { setCompany, type SettingsView } from '../../src/contract/settings';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { useAction } from '../shared/use-action';
import { Field } from './field';
import { Section } from './section';
import { useSettings } from './use-settings';

interface CompanySectionProperties {
  readonly company: SettingsView['company'];
  readonly onChanged: (settings: SettingsView) => void;
}

/** The language of what is not written for one reader, and the time zone in which a day begins. */
export function CompanySection({ company, onChanged }: CompanySectionProperties): ReactNode {
  const { t } = useSettings();
  const [language, setLanguage] = useState(company.language);
  const [timeZone, setTimeZone] = useState(company.timeZone);
  const [isSaved, setSaved] = useState(false);
  const { busy, error, run } = useAction();
  const isKnown = isTimeZone(timeZone);

  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!isKnown) return;
    void run(() => call(setCompany, { language, timeZone: timeZone.trim() }), (settings) => {
      setSaved(true);
      onChanged(settings);
    });
  };
  const changed = (): void => setSaved(false);

  return (
    <Section title={t('company.title')} purpose={t('company.purpose')}>
      <form className="form" onSubmit={save} onChange={changed} noValidate>
        <Field label={t('company.language')} hint={t('company.language.hint')}>
          {(attributes) => (
            <select {...attributes} className="input" value={language} onChange={(event) => setLanguage(event.target.value === 'pl' ? 'pl' : 'en')}>
              <option value="pl" lang="pl">Polski</option>
              <option value="en" lang="en">English</option>
            </select>
          )}
        </Field>
        <Field label={t('company.timeZone')} hint={t('company.timeZone.hint')} problem={isKnown ? undefined : t('company.timeZone.problem')}>
          {(attributes) => (
            <input {...attributes} className="input" list="time-zones" autoComplete="off" value={timeZone} onChange={(event) => setTimeZone(event.target.value)} />
          )}
        </Field>
        <datalist id="time-zones">
          {timeZones.map((zone) => <option key={zone} value={zone} />)}
        </datalist>
        {error !== null && <ErrorNote error={error} />}
        <div className="buttons">
          <Button type="submit" appearance="primary" isLoading={busy}>{t('save')}</Button>
          <span role="status">{isSaved && t('saved')}</span>
        </div>
      </form>
    </Section>
  );
}

const timeZones = Intl.supportedValuesOf('timeZone');

/** The browser takes every IANA name, also older ones that its list leaves out. */
function isTimeZone(name: string): boolean {
  try {
    return name.trim() !== '' && new Intl.DateTimeFormat('en', { timeZone: name.trim() }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
