import { useState, type ReactNode } from 'react';
import { readRates } from '../../../src/contract/margin';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAnswer } from '../../shared/use-answer';
import { Waiting } from '../../shared/waiting';
import { Section } from '../section';
import { useSettings } from '../use-settings';
import { RatesForm, type RatesView } from './rates-form';

const ask = () => call(readRates, {});

/** What an hour of each role costs and is sold for, for companies without Financial Manager. */
export function RatesSection(): ReactNode {
  const { t } = useSettings();
  const { asked, askAgain, replace } = useAnswer(ask);
  const [isSaved, setSaved] = useState(false);
  const saved = (view: RatesView): void => {
    setSaved(true);
    replace(view);
  };
  return (
    <Section title={t('rates.title')} purpose={t('rates.purpose')}>
      {asked.kind === 'waiting' && <Waiting />}
      {asked.kind === 'refused' && <ErrorNote error={asked.error} onRetry={askAgain} />}
      {asked.kind === 'given' && (
        // Twelve roles are a long page, and seldom looked at.
        <details open={isSaved || asked.data.rates.length === 0}>
          <summary>{t('rates.show', { count: asked.data.rates.length })}</summary>
          <RatesForm key={asked.data.revision} view={asked.data} isSaved={isSaved} onSaved={saved} onAskAgain={askAgain} />
        </details>
      )}
    </Section>
  );
}
