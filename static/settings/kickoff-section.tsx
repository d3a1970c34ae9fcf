import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactNode } from 'react';
import { readKickoffSettings, saveKickoffSettings, type KickoffSettingsView } from '../../src/contract/kickoff';
import { kickoffLimits } from '../../src/domain/kickoff';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { useAction } from '../shared/use-action';
import { useAnswer } from '../shared/use-answer';
import { Waiting } from '../shared/waiting';
import { Field } from './field';
import { Section } from './section';
import { useSettings } from './use-settings';

const ask = () => call(readKickoffSettings, {});

/** Whether a won deal gets a kick-off issue by itself, and what stands in it. */
export function KickoffSection(): ReactNode {
  const { t } = useSettings();
  const { asked, askAgain, replace } = useAnswer<KickoffSettingsView>(ask);
  const [isSaved, setSaved] = useState(false);
  return (
    <Section title={t('kickoff.title')} purpose={t('kickoff.purpose')}>
      {asked.kind === 'waiting' && <Waiting />}
      {asked.kind === 'refused' && <ErrorNote error={asked.error} onRetry={askAgain} />}
      {asked.kind === 'given' && (
        <KickoffForm
          key={asked.data.revision}
          settings={asked.data}
          isSaved={isSaved}
          onTyped={() => setSaved(false)}
          onSaved={(settings) => {
            setSaved(true);
            replace(settings);
          }}
          onAskAgain={askAgain}
        />
      )}
    </Section>
  );
}

interface FormProperties {
  readonly settings: KickoffSettingsView;
  readonly isSaved: boolean;
  readonly onTyped: () => void;
  readonly onSaved: (settings: KickoffSettingsView) => void;
  readonly onAskAgain: () => void;
}

function KickoffForm({ settings, isSaved, onTyped, onSaved, onAskAgain }: FormProperties): ReactNode {
  const { t } = useSettings();
  const [isOn, setOn] = useState(settings.isOn);
  const [summary, setSummary] = useState(settings.summary ?? '');
  const [agenda, setAgenda] = useState(settings.agenda ?? '');
  const { busy, error, run } = useAction();
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void run(() => call(saveKickoffSettings, { revision: settings.revision, isOn, summary, agenda }), onSaved);
  };
  return (
    <form className="form" onSubmit={save} onChange={onTyped} noValidate>
      <label className="check"><input type="checkbox" checked={isOn} onChange={(event) => setOn(event.target.checked)} /> {t('kickoff.isOn')}</label>
      <Field label={t('kickoff.summary')} hint={t('kickoff.summary.hint')}>
        {(attributes) => <input {...attributes} className="input" maxLength={kickoffLimits.summary} value={summary} placeholder="Kick-off: {project}" onChange={(event) => setSummary(event.target.value)} />}
      </Field>
      <Field label={t('kickoff.agenda')} hint={t('kickoff.agenda.hint')}>
        {(attributes) => <textarea {...attributes} className="input" rows={6} maxLength={kickoffLimits.agenda} value={agenda} onChange={(event) => setAgenda(event.target.value)} />}
      </Field>
      {error !== null && <ErrorNote error={error} {...(error.code === 'conflict' ? { onRetry: onAskAgain } : {})} />}
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={busy}>{t('save')}</Button>
        <span role="status">{isSaved && t('saved')}</span>
      </div>
    </form>
  );
}
