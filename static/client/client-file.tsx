import { lazy, Suspense, useCallback, useState, type ComponentType, type ReactNode } from 'react';
import { readClient } from '../../src/contract/clients';
import type { ClientId } from '../../src/domain/ids';
import { Asking } from '../page/asking';
import { call } from '../shared/client';
import { useAnswer } from '../shared/use-answer';
import { Waiting } from '../shared/waiting';
import { useClientScreen, type ClientKey } from './client-screen';
import type { ClientFileView } from './client-view';
import { Overview } from './overview/overview';

const Plan = lazy(async () => ({ default: (await import('./plan/plan')).Plan }));
const Relation = lazy(async () => ({ default: (await import('./relation/relation')).Relation }));

/** Everything about one client, part by part. */
export function ClientFile({ clientId, part }: { readonly clientId: ClientId; /** The name of the part to begin with; the first without it. */ readonly part?: string }): ReactNode {
  const ask = useCallback(() => call(readClient, { clientId }), [clientId]);
  const { asked, askAgain, replace } = useAnswer<ClientFileView>(ask);
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {(file) => (
        <>
          <header className="page-head">
            <div>
              <h1><bdi>{file.client.name}</bdi></h1>
              <Whose file={file} />
            </div>
          </header>
          <Parts key={part} file={file} onFile={replace} {...(part === undefined ? {} : { part })} />
        </>
      )}
    </Asking>
  );
}

function Whose({ file: { manager, mayEdit, client, recordsAt } }: { readonly file: ClientFileView }): ReactNode {
  const { t } = useClientScreen();
  return (
    <p className="subtle">
      {manager === null ? t('client.noManager') : <>{t('client.manager')}: <bdi>{manager.name}</bdi></>}
      {!mayEdit && <> · {t('client.readOnly')}</>}
      {recordsAt !== null && <> · <a href={`${recordsAt}${client.id}`} target="_blank" rel="noreferrer">{t('client.inSalesforce')}</a></>}
    </p>
  );
}

const DocumentsPart = lazy(async () => ({ default: (await import('./documents/documents-part')).DocumentsPart }));
const ReportsPart = lazy(async () => ({ default: (await import('./reports/reports-part')).ReportsPart }));
const UpdatePart = lazy(async () => ({ default: (await import('./update/update-part')).UpdatePart }));
const People = lazy(async () => ({ default: (await import('./people/people')).People }));

interface PartProperties {
  readonly file: ClientFileView;
  readonly onFile: (file: ClientFileView) => void;
}

/** The parts of a file in the order in which they are shown. */
const parts = [
  { name: 'client.part.overview', Shown: Overview },
  { name: 'client.part.people', Shown: People },
  { name: 'client.part.documents', Shown: DocumentsPart },
  { name: 'client.part.relation', Shown: Relation },
  { name: 'client.part.plan', Shown: Plan },
  { name: 'client.part.reports', Shown: ReportsPart },
  { name: 'client.part.update', Shown: UpdatePart },
] as const satisfies readonly { readonly name: ClientKey; readonly Shown: ComponentType<PartProperties> }[];

function Parts({ file, onFile, part }: PartProperties & { readonly part?: string }): ReactNode {
  const { t } = useClientScreen();
  const [opened, open] = useState(() => Math.max(0, parts.findIndex(({ name }) => name === `client.part.${part ?? 'overview'}`)));
  const { Shown } = parts[opened] ?? parts[0];
  return (
    <>
      <div className="parts" role="group" aria-label={t('client.parts')}>
        {parts.map(({ name }, place) => (
          <button key={name} type="button" className="part" aria-pressed={place === opened} onClick={() => open(place)}>{t(name)}</button>
        ))}
      </div>
      <Suspense fallback={<Waiting />}><Shown file={file} onFile={onFile} /></Suspense>
    </>
  );
}
