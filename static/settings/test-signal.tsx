import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import { sendTestSignal, type SettingsView } from '../../src/contract/settings';
import type { SignalRefusal, SignalWay } from '../../src/domain/signal';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { Icon } from '../shared/icon';
import { useAction } from '../shared/use-action';
import { useSettings } from './use-settings';

interface TestSignalProperties {
  readonly via: SignalWay;
  readonly onChanged: (settings: SettingsView) => void;
}

type Outcome = 'accepted' | SignalRefusal;

/** Tries a way with a signal of the app's own making, and says what that does not cover. */
export function TestSignal({ via, onChanged }: TestSignalProperties): ReactNode {
  const { t } = useSettings();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { busy, error, run } = useAction();
  const send = (): void => {
    setOutcome(null);
    void run(() => call(sendTestSignal, { via }), ({ refusal, settings }) => {
      setOutcome(refusal ?? 'accepted');
      onChanged(settings);
    });
  };
  return (
    <>
      <h4>{t('test.title')}</h4>
      <p className="small">{t(`test.covers.${via}`)}</p>
      <div className="buttons"><Button onClick={send} isLoading={busy} aria-label={t(`test.send.${via}`)}>{t('test.send')}</Button></div>
      <div role="status">
        {outcome === 'accepted' && <p className="signal-line signal-accepted"><Icon name="check" /> <span>{t('test.accepted')}</span></p>}
        {outcome !== null && outcome !== 'accepted' && (
          <p className="signal-line signal-refused">
            <Icon name="cross" />
            <span><strong>{t('test.refused', { why: t(`refusal.${outcome}`) })}</strong> {t(`refusal.${outcome}.advice`)}</span>
          </p>
        )}
      </div>
      {error !== null && <ErrorNote error={error} />}
    </>
  );
}
