import './documents.css';
import { useState, type ReactNode } from 'react';
import { readDocumentRules } from '../../../src/contract/documents';
import type { DocumentRules } from '../../../src/domain/document-rules';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAnswer } from '../../shared/use-answer';
import { Waiting } from '../../shared/waiting';
import { Section } from '../section';
import { useSettings } from '../use-settings';
import { DocumentRulesForm } from './document-rules-form';

const ask = () => call(readDocumentRules, {});

/** Which formal documents are required when, and by which names files are taken for them. */
export function DocumentsSection(): ReactNode {
  const { t } = useSettings();
  return (
    <Section title={t('documents.title')} purpose={t('documents.purpose')}>
      <Rules />
    </Section>
  );
}

function Rules(): ReactNode {
  const { asked, askAgain, replace } = useAnswer<DocumentRules>(ask);
  const [isSaved, setSaved] = useState(false);
  const saved = (rules: DocumentRules): void => {
    setSaved(true);
    replace(rules);
  };
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'refused') return <ErrorNote error={asked.error} onRetry={askAgain} />;
  return <DocumentRulesForm key={asked.data.revision} stored={asked.data} isSaved={isSaved} onSaved={saved} onAskAgain={askAgain} />;
}
