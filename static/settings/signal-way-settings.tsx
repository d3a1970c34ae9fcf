import Button from '@atlaskit/button/new';
import { useId, useRef, useState, type ReactNode } from 'react';
import { retireSignalSecret, setSignalSecret, type SettingsView } from '../../src/contract/settings';
import type { SignalWay } from '../../src/domain/signal';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { Lozenge } from '../shared/lozenge';
import { Note } from '../shared/note';
import { useAction } from '../shared/use-action';
import { CopyButton } from './copy-button';
import { makeSignalSecret } from './signal-secret';
import { TestSignal } from './test-signal';
import { useSettings } from './use-settings';

interface SignalWaySettingsProperties {
  readonly via: SignalWay;
  readonly way: SettingsView['signals'][SignalWay];
  readonly onChanged: (settings: SettingsView) => void;
}

/** One way in which Salesforce tells of a change: where it sends to, the secret that proves it, and a try. */
export function SignalWaySettings({ via, way, onChanged }: SignalWaySettingsProperties): ReactNode {
  const { t, format } = useSettings();
  const [made, setMade] = useState<string | null>(null);
  const making = useAction();
  const retiring = useAction();
  const address = useRef<HTMLElement>(null);
  const shown = useRef<HTMLElement>(null);
  const id = useId();

  const make = (): void => {
    const secret = makeSignalSecret();
    void making.run(() => call(setSignalSecret, { via, secret }), (settings) => {
      // Shown only once it is in force, so that nobody copies a secret that was not kept.
      setMade(via === 'flow' ? secret : `${way.url}/${secret}`);
      onChanged(settings);
    });
  };
  const retire = (): void => void retiring.run(() => call(retireSignalSecret, { via }), onChanged);

  return (
    <section className="way" aria-labelledby={id}>
      <div className="heading-row">
        <h3 id={id}>{t(`way.${via}`)}</h3>
        {way.secretSetAt === null
          ? <Lozenge tone="neutral" icon="minus">{t('signals.off')}</Lozenge>
          : <Lozenge tone="success" icon="check">{t('signals.on')}</Lozenge>}
      </div>
      <p className="small">{t(`way.${via}.purpose`)}</p>

      <h4>{t('signals.address')}</h4>
      {via === 'flow' ? (
        <div className="copied">
          <code ref={address}>{way.url}</code>
          <CopyButton text={way.url} label={t('signals.copyUrl')} source={address} />
        </div>
      ) : (
        <div className="copied">
          <code>{way.url}/<em className="masked">{t('signals.masked')}</em></code>
          <p className="small">{t('signals.masked.hint')}</p>
        </div>
      )}

      <h4>{t('signals.secret')}</h4>
      <p className="subtle">{way.secretSetAt === null ? t('signals.noSecret') : t('signals.secretSetAt', { when: format.instant(way.secretSetAt) })}</p>
      {made !== null && (
        <Note kind="warning" title={t(`signals.once.${via}`)}>
          <p>{t(`signals.onceBody.${via}`)}</p>
          <div className="copied">
            <code ref={shown}>{made}</code>
            <CopyButton text={made} label={t(`signals.copySecret.${via}`)} source={shown} />
          </div>
        </Note>
      )}
      {way.previousGoodUntil !== null && (
        <div className="earlier-secret">
          <p>{t('signals.earlier', { when: format.instant(way.previousGoodUntil) })}</p>
          <div className="buttons"><Button onClick={retire} isLoading={retiring.busy} isDisabled={making.busy}>{t('signals.retire')}</Button></div>
        </div>
      )}
      {retiring.error !== null && <ErrorNote error={retiring.error} />}
      {making.error !== null && <ErrorNote error={making.error} />}
      <div className="buttons">
        <Button onClick={make} isLoading={making.busy} isDisabled={retiring.busy}>{t(way.secretSetAt === null ? `signals.make.${via}` : `signals.makeAnother.${via}`)}</Button>
      </div>
      {way.secretSetAt !== null && made === null && (
        <p className="small">{t(way.previousGoodUntil === null ? 'signals.makeAnother.hint' : 'signals.makeAnother.hintWhileTwo')}</p>
      )}

      {way.secretSetAt !== null && <TestSignal key={way.secretSetAt} via={via} onChanged={onChanged} />}
    </section>
  );
}
