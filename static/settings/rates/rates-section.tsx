import type { ReactNode } from 'react';
import { readRates } from '../../../src/contract/margin';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAnswer } from '../../shared/use-answer';
import { Waiting } from '../../shared/waiting';
import { Section } from '../section';
import { useSettings } from '../use-settings';
import { RatesForm } from './rates-form';

/**
 * What an hour of each role costs and is sold for, and in which role people are.
 * @param timeZone the company's, for the day that it is there says which rate holds.
 */
export function RatesSection({ timeZone }: { readonly timeZone: string }): ReactNode {
  const { t } = useSettings();
  return (
    <Section title={t('rates.title')} purpose={t('rates.purpose')}>
      <Rates timeZone={timeZone} />
    </Section>
  );
}

const ask = () => call(readRates, {});

function Rates({ timeZone }: { readonly timeZone: string }): ReactNode {
  const { asked, askAgain } = useAnswer(ask);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'refused') return <ErrorNote error={asked.error} onRetry={askAgain} />;
  return <RatesForm view={asked.data} timeZone={timeZone} />;
}
