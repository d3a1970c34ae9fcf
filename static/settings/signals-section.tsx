import Button from '@atlaskit/button/new';
import { useRef, useState, type ReactNode } from 'react';
import { setSignalSecret, type SettingsView } from '../../src/contract/settings';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { Note } from '../shared/note';
import { useAction } from '../shared/use-action';
import { CopyButton } from './copy-button';
import { Section } from './section';
import { makeSignalSecret } from './signal-secret';
import { useSettings } from './use-settings';

interface SignalsSectionProperties {
  readonly signals: SettingsView['signals'];
  readonly onChanged: (settings: SettingsView) => void;
}

/** How Salesforce tells Opiekun of a change at once. Signals only hurry things up: the poll sees every change too. */
export function SignalsSection({ signals, onChanged }: SignalsSectionProperties): ReactNode {
  const { t, format, now } = useSettings();
  const [secret, setSecret] = useState<string | null>(null);
  const { busy, error, run } = useAction();
  const url = useRef<HTMLElement>(null);
  const shown = useRef<HTMLElement>(null);

  const make = (): void => {
    const made = makeSignalSecret();
    void run(() => call(setSignalSecret, { secret: made }), (settings) => {
      // Shown only once it is in force, so that nobody copies a secret that was not kept.
      setSecret(made);
      onChanged(settings);
    });
  };

  return (
    <Section title={t('signals.title')} purpose={t('signals.purpose')}>
      <h3>{t('signals.url')}</h3>
      <div className="copied">
        <code ref={url}>{signals.url}</code>
        <CopyButton text={signals.url} label={t('signals.copyUrl')} source={url} />
      </div>
      <h3>{t('signals.secret')}</h3>
      <p className="subtle">
        {signals.secretSetAt === null ? t('signals.noSecret') : t('signals.secretSetAt', { when: format.instant(signals.secretSetAt) })}
      </p>
      {secret !== null && (
        <Note kind="warning" title={t('signals.once')}>
          <p>{t('signals.onceBody')}</p>
          <div className="copied">
            <code ref={shown}>{secret}</code>
            <CopyButton text={secret} label={t('signals.copySecret')} source={shown} />
          </div>
        </Note>
      )}
      {error !== null && <ErrorNote error={error} />}
      <div className="buttons">
        <Button onClick={make} isLoading={busy}>{t(signals.secretSetAt === null ? 'signals.make' : 'signals.makeAnother')}</Button>
      </div>
      {signals.secretSetAt !== null && secret === null && <p className="small">{t('signals.makeAnother.hint')}</p>}
      <p className="small">
        {signals.lastSignalAt === null ? t('signals.noneYet') : t('signals.last', { when: format.relative(signals.lastSignalAt, now()) })}
      </p>
    </Section>
  );
}
