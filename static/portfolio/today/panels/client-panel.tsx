import '../../../month/month.css';
import { lazy, useCallback, type ReactNode } from 'react';
import { readClient } from '../../../../src/contract/clients';
import type { ClientId } from '../../../../src/domain/ids';
import type { ClientFileView } from '../../../client/client-view';
import { FreshnessCard } from '../../../client/overview/freshness-card';
import { Asking } from '../../../page/asking';
import { call } from '../../../shared/client';
import { useAnswer } from '../../../shared/use-answer';
import type { OfClientFile } from '../of-client-file';
import { useTodayScreen } from '../today-screen';
import { Panel, type PanelProperties } from './panel';

const DocumentsPart = lazy(async () => ({ default: (await import('../../../client/documents/documents-part')).DocumentsPart }));
const Relation = lazy(async () => ({ default: (await import('../../../client/relation/relation')).Relation }));
const ReportEditor = lazy(async () => ({ default: (await import('../../../month/report-editor')).ReportEditor }));
const ContactsOfClient = lazy(async () => ({ default: (await import('./contacts-panel')).ContactsOfClient }));

interface ClientPanelProperties extends Pick<PanelProperties, 'onCancel'> {
  readonly clientId: ClientId;
  readonly what: OfClientFile;
}

/** That part, within the item's card; whether it is settled is seen when it is closed. */
export function ClientPanel({ clientId, what, onCancel }: ClientPanelProperties): ReactNode {
  const { t } = useTodayScreen();
  const { asked, askAgain } = useAnswer<ClientFileView>(useCallback(() => call(readClient, { clientId }), [clientId]));
  return (
    <Panel title={t(`today.kind.${what.kind}`)} onCancel={onCancel}>
      <Asking asked={asked} onRetry={askAgain}>{(file) => <Part clientId={clientId} file={file} what={what} />}</Asking>
    </Panel>
  );
}

const nothing = (): void => undefined;

function Part({ clientId, file, what }: Pick<ClientPanelProperties, 'clientId' | 'what'> & { readonly file: ClientFileView }): ReactNode {
  switch (what.kind) {
    case 'documentsMissing':
    case 'renewal':
      return <DocumentsPart file={file} />;
    case 'relation':
      return <Relation file={file} />;
    case 'contacts':
      return <ContactsOfClient clientId={clientId} file={file} />;
    case 'records':
      return <FreshnessCard file={file} />;
    case 'report':
      return <ReportEditor clientId={clientId} month={what.month} onChanged={nothing} onNext={undefined} />;
  }
}
