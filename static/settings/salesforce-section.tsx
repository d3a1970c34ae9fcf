import { useState, type ReactNode } from 'react';
import { connectSalesforce, testSalesforce, type SettingsView } from '../../src/contract/settings';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { ConnectionActions } from './connection-actions';
import { ConnectionChecks } from './connection-checks';
import { TextField } from './field';
import { hostOf, isMyDomain } from './my-domain';
import { Section } from './section';
import { useConnectionForm } from './use-connection-form';
import { useSettings } from './use-settings';

interface SalesforceSectionProperties {
  readonly connection: SettingsView['salesforce'];
  readonly onChanged: (settings: SettingsView) => void;
}

/** Where deals come from. The secret goes in and never comes back. */
export function SalesforceSection({ connection, onChanged }: SalesforceSectionProperties): ReactNode {
  const { t, format } = useSettings();
  const [myDomain, setMyDomain] = useState(connection?.myDomain ?? '');
  const [clientId, setClientId] = useState(connection?.clientId ?? '');
  const [secret, setSecret] = useState('');
  // The stored secret is only ever sent to the host that it was stored for.
  const isStored = connection !== null && hostOf(myDomain) === connection.myDomain;
  const problems = {
    myDomain: isMyDomain(hostOf(myDomain)) ? undefined : t('salesforce.myDomain.problem'),
    clientId: clientId.trim() === '' ? t('salesforce.clientId.problem') : undefined,
    secret: secret === '' && !isStored ? t(connection === null ? 'salesforce.secret.problem' : 'salesforce.secret.otherHost') : undefined,
  };
  const isReady = Object.values(problems).every((problem) => problem === undefined);

  const request = { myDomain: hostOf(myDomain), clientId: clientId.trim(), clientSecret: secret === '' ? null : secret };
  const form = useConnectionForm({
    isReady,
    test: () => call(testSalesforce, request),
    connect: () => call(connectSalesforce, request),
    onConnected: (settings) => {
      setSecret('');
      onChanged(settings);
    },
  });
  const forget = (settings: SettingsView): void => {
    setMyDomain('');
    setClientId('');
    setSecret('');
    form.clear();
    onChanged(settings);
  };
  const problem = (field: keyof typeof problems): string | undefined => (form.showsProblems ? problems[field] : undefined);

  return (
    <Section title="Salesforce" purpose={t('salesforce.purpose')} isConnected={connection !== null}>
      {connection !== null && (
        <p className="small">
          {t('salesforce.connectedAt', { when: format.instant(connection.connectedAt), organisation: connection.organisationId ?? '–' })}
        </p>
      )}
      <form className="form" ref={form.element} onSubmit={form.submit} noValidate>
        <TextField
          label={t('salesforce.myDomain')}
          hint={t('salesforce.myDomain.hint')}
          problem={problem('myDomain')}
          placeholder="company.my.salesforce.com"
          value={myDomain}
          onChange={setMyDomain}
        />
        <TextField label={t('salesforce.clientId')} hint={t('salesforce.clientId.hint')} problem={problem('clientId')} value={clientId} onChange={setClientId} />
        <TextField
          label={t('salesforce.secret')}
          hint={t('salesforce.secret.hint')}
          problem={problem('secret')}
          isSecret
          value={secret}
          onChange={setSecret}
          {...(isStored ? { placeholder: t('stored') } : {})}
        />
        <ConnectionActions system="salesforce" isConnected={connection !== null} busy={form.busy} onTest={form.test} onDisconnected={forget} />
      </form>
      {form.error !== null && <ErrorNote error={form.error} />}
      {form.checks !== null && <ConnectionChecks checks={form.checks} />}
    </Section>
  );
}
