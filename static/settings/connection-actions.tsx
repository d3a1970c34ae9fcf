import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import { disconnect, type SettingsView } from '../../src/contract/settings';
import { call } from '../shared/client';
import { useAction } from '../shared/use-action';
import { useLaterFocus } from '../shared/use-later-focus';
import { DisconnectQuestion } from './disconnect-question';
import { useSettings } from './use-settings';

interface ConnectionActionsProperties {
  readonly system: 'salesforce' | 'tempo';
  readonly isConnected: boolean;
  /** Which of the two ways of trying the values is under way. */
  readonly busy: 'test' | 'connect' | null;
  readonly onTest: () => void;
  readonly onDisconnected: (settings: SettingsView) => void;
}

/** The buttons below a connection's fields; the first one submits the form around it. */
export function ConnectionActions({ system, isConnected, busy, onTest, onDisconnected }: ConnectionActionsProperties): ReactNode {
  const { t } = useSettings();
  const [asking, setAsking] = useState(false);
  const removal = useAction();
  const [opener, focusOpener] = useLaterFocus<HTMLButtonElement>();
  const confirm = (): void => {
    void removal.run(() => call(disconnect, { system }), (settings) => {
      setAsking(false);
      onDisconnected(settings);
    });
  };
  const close = (): void => {
    focusOpener();
    setAsking(false);
  };
  return (
    <>
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={busy === 'connect'} isDisabled={busy === 'test'}>
          {t(isConnected ? 'saveConnection' : 'connect')}
        </Button>
        <Button onClick={onTest} isLoading={busy === 'test'} isDisabled={busy === 'connect'}>{t('test')}</Button>
        {isConnected && !asking && <Button ref={opener} appearance="subtle" onClick={() => setAsking(true)}>{t('disconnect')}</Button>}
      </div>
      {asking && <DisconnectQuestion system={system} busy={removal.busy} error={removal.error} onConfirm={confirm} onClose={close} />}
    </>
  );
}
