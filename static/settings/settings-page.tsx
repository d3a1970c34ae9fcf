import './settings.css';
import type { ReactNode } from 'react';
import { readSettings } from '../../src/contract/settings';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { useAnswer } from '../shared/use-answer';
import { Waiting } from '../shared/waiting';
import { CompanySection } from './company-section';
import { CostsSection } from './costs/costs-section';
import { DocumentsSection } from './documents/documents-section';
import { HealthSection } from './health-section';
import { KickoffSection } from './kickoff-section';
import { RatesSection } from './rates/rates-section';
import { SalesforceSection } from './salesforce-section';
import { SharingSection } from './sharing-section';
import { SignalsSection } from './signals-section';
import { StagesSection } from './stages-section';
import { TempoSection } from './tempo-section';

const ask = () => call(readSettings, {});

/** What a Jira administrator sets once for the whole site. */
export function SettingsPage(): ReactNode {
  const { asked, askAgain, replace } = useAnswer(ask);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'refused') return <ErrorNote error={asked.error} onRetry={askAgain} />;
  const settings = asked.data;
  return (
    <main className="settings">
      <HealthSection settings={settings} />
      <SalesforceSection connection={settings.salesforce} onChanged={replace} />
      <TempoSection connection={settings.tempo} onChanged={replace} />
      {/* Another organisation has other stages, so they are read anew for each. */}
      <StagesSection key={settings.salesforce?.organisationId ?? ''} isConnected={settings.salesforce !== null} />
      <CostsSection key={settings.tempo?.connectedAt ?? ''} isConnected={settings.tempo !== null} />
      <DocumentsSection />
      <RatesSection timeZone={settings.company.timeZone} />
      <KickoffSection />
      <SharingSection />
      <SignalsSection signals={settings.signals} onChanged={replace} />
      <CompanySection company={settings.company} onChanged={replace} />
    </main>
  );
}
