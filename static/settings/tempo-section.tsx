import { useState, type ReactNode } from 'react';
import { connectTempo, tempoRegions, testTempo, type SettingsView } from '../../src/contract/settings';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { ConnectionActions } from './connection-actions';
import { ConnectionChecks } from './connection-checks';
import { Field, TextField } from './field';
import { Section } from './section';
import { useConnectionForm } from './use-connection-form';
import { useSettings } from './use-settings';

type Region = (typeof tempoRegions)[number];

interface TempoSectionProperties {
  readonly connection: SettingsView['tempo'];
  readonly onChanged: (settings: SettingsView) => void;
}

/** Where planner entries go. The token goes in and never comes back. */
export function TempoSection({ connection, onChanged }: TempoSectionProperties): ReactNode {
  const { t, format } = useSettings();
  const [region, setRegion] = useState<Region>(connection?.region ?? 'global');
  const [token, setToken] = useState('');
  const isReady = token.trim() !== '' || connection !== null;

  const request = { region, token: token.trim() === '' ? null : token.trim() };
  const form = useConnectionForm({
    isReady,
    test: () => call(testTempo, request),
    connect: () => call(connectTempo, request),
    onConnected: (settings) => {
      setToken('');
      onChanged(settings);
    },
  });
  const forget = (settings: SettingsView): void => {
    setToken('');
    form.clear();
    onChanged(settings);
  };

  return (
    <Section title="Tempo" purpose={t('tempo.purpose')} isConnected={connection !== null}>
      {connection !== null && <p className="small">{t('tempo.connectedAt', { when: format.instant(connection.connectedAt) })}</p>}
      <form className="form" ref={form.element} onSubmit={form.submit} noValidate>
        <Field label={t('tempo.region')} hint={t('tempo.region.hint')}>
          {(attributes) => (
            <select
              {...attributes}
              className="input"
              value={region}
              onChange={(event) => setRegion(tempoRegions.find((one) => one === event.target.value) ?? region)}
            >
              {tempoRegions.map((one) => <option key={one} value={one}>{t(`tempo.region.${one}`)}</option>)}
            </select>
          )}
        </Field>
        <TextField
          label={t('tempo.token')}
          hint={t('tempo.token.hint')}
          problem={form.showsProblems && !isReady ? t('tempo.token.problem') : undefined}
          isSecret
          value={token}
          onChange={setToken}
          {...(connection === null ? {} : { placeholder: t('stored') })}
        />
        <ConnectionActions system="tempo" isConnected={connection !== null} busy={form.busy} onTest={form.test} onDisconnected={forget} />
      </form>
      {form.error !== null && <ErrorNote error={form.error} />}
      {form.checks !== null && form.checks.length > 0 && <ConnectionChecks checks={form.checks} />}
    </Section>
  );
}
