import { useState, type ReactNode } from 'react';
import { readCosts } from '../../../src/contract/costs';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAnswer } from '../../shared/use-answer';
import { Waiting } from '../../shared/waiting';
import { Section } from '../section';
import { useSettings } from '../use-settings';
import { CostsForm } from './costs-form';
import type { CostsView } from './costs-view';

const ask = () => call(readCosts, {});

/** Where costs are read, and which project of Financial Manager is which. */
export function CostsSection({ isConnected }: { readonly isConnected: boolean }): ReactNode {
  const { t } = useSettings();
  return (
    <Section title={t('costs.title')} purpose={t('costs.purpose')}>
      {isConnected ? <Costs /> : <p className="subtle">{t('costs.notConnected')}</p>}
    </Section>
  );
}

function Costs(): ReactNode {
  const { asked, askAgain, replace } = useAnswer(ask);
  const [isSaved, setSaved] = useState(false);
  const saved = (view: CostsView): void => {
    setSaved(true);
    replace(view);
  };
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'refused') return <ErrorNote error={asked.error} onRetry={askAgain} />;
  return <CostsForm key={asked.data.revision} view={asked.data} isSaved={isSaved} onSaved={saved} onAskAgain={askAgain} />;
}
