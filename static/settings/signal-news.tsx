import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { readSettings, type SettingsView } from '../../src/contract/settings';
import type { SignalWay } from '../../src/domain/signal';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { Icon } from '../shared/icon';
import { useAction } from '../shared/use-action';
import { useSettings } from './use-settings';

interface SignalNewsProperties {
  readonly signals: SettingsView['signals'];
  readonly onChanged: (settings: SettingsView) => void;
}

/** The last signal that was taken and the last one that was not, with what to do about that. */
export function SignalNews({ signals: { lastAccepted, lastRefused }, onChanged }: SignalNewsProperties): ReactNode {
  const { t, format, now } = useSettings();
  const { busy, error, run } = useAction();
  const way = (via: SignalWay): string => t(`way.${via}`);
  // A refusal that a good signal has followed is settled.
  const isOpen = lastRefused !== null && (lastAccepted === null || Date.parse(lastRefused.at) > Date.parse(lastAccepted.at));
  return (
    <div className="signal-news">
      <div role="status">
        {lastAccepted === null ? (
          <p className="signal-line"><Icon name="minus" /> <span>{t('signals.noneYet')}</span></p>
        ) : (
          <p className="signal-line signal-accepted">
            <Icon name="check" />
            <span>
              <strong>{t(isOpen ? 'signals.lastTaken' : 'signals.last', { when: format.relative(lastAccepted.at, now()) })}</strong>
              <span className="small">{format.instant(lastAccepted.at)} · {way(lastAccepted.via)} · {t('signals.lastDeals', { count: lastAccepted.deals })}</span>
            </span>
          </p>
        )}
        {lastRefused !== null && (
          <p className={`signal-line ${isOpen ? 'signal-refused' : 'signal-settled'}`}>
            <Icon name={isOpen ? 'warning' : 'clock'} />
            <span>
              <strong>{t(isOpen ? 'signals.refused' : 'signals.refusedBefore', { why: t(`refusal.${lastRefused.why}`) })}</strong>
              <span className="small">{format.instant(lastRefused.at)} · {way(lastRefused.via)}</span>
              {isOpen && <span>{t(`refusal.${lastRefused.why}.advice`)}</span>}
            </span>
          </p>
        )}
      </div>
      {error !== null && <ErrorNote error={error} />}
      <div className="buttons">
        <Button onClick={() => void run(() => call(readSettings, {}), onChanged)} isLoading={busy}>{t('signals.look')}</Button>
      </div>
    </div>
  );
}
