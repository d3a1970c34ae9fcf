import type { ReactNode } from 'react';
import type { SettingsView } from '../../src/contract/settings';
import { signalWays } from '../../src/domain/signal';
import { Section } from './section';
import { SignalNews } from './signal-news';
import { SignalWaySettings } from './signal-way-settings';
import { useSettings } from './use-settings';

interface SignalsSectionProperties {
  readonly signals: SettingsView['signals'];
  readonly onChanged: (settings: SettingsView) => void;
}

/** How Salesforce tells Opiekun of a change at once. Signals only hurry things up: the poll sees every change too. */
export function SignalsSection({ signals, onChanged }: SignalsSectionProperties): ReactNode {
  const { t } = useSettings();
  return (
    <Section title={t('signals.title')} purpose={t('signals.purpose')}>
      <p className="small">{t('signals.guide')}</p>
      <SignalNews signals={signals} onChanged={onChanged} />
      <div className="ways">
        {signalWays.map((via) => <SignalWaySettings key={via} via={via} way={signals[via]} onChanged={onChanged} />)}
      </div>
    </Section>
  );
}
