import type { ReactNode } from 'react';
import { readStages } from '../../src/contract/settings';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { useAnswer } from '../shared/use-answer';
import { Waiting } from '../shared/waiting';
import { Section } from './section';
import { StageMapping } from './stage-mapping';
import { useSettings } from './use-settings';

/** Which of the organisation's stages means which of the five deal stages. */
export function StagesSection({ isConnected }: { readonly isConnected: boolean }): ReactNode {
  const { t } = useSettings();
  return (
    <Section title={t('stages.title')} purpose={t('stages.purpose')}>
      {isConnected ? <Stages /> : <p className="subtle">{t('stages.notConnected')}</p>}
    </Section>
  );
}

const ask = () => call(readStages, {});

function Stages(): ReactNode {
  const { t } = useSettings();
  const { asked, askAgain, replace } = useAnswer(ask);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'refused') return <ErrorNote error={asked.error} onRetry={askAgain} />;
  if (asked.data.stages.length === 0) return <p className="subtle">{t('stages.none')}</p>;
  return <StageMapping view={asked.data} onSaved={replace} />;
}
