import { useId, useState, type ReactNode } from 'react';
import { readClients } from '../../src/contract/clients';
import type { ClientId } from '../../src/domain/ids';
import { Asking } from '../page/asking';
import { folded } from '../page/folded';
import { call } from '../shared/client';
import { useAnswer } from '../shared/use-answer';
import { useClientScreen } from './client-screen';
import type { ListedClient } from './client-view';
import { ListedDocuments } from './documents/listed-documents';

const ask = () => call(readClients, {});
/** Shown at first; more on demand. */
const shownAtOnce = 50;

/** The clients whose files the reader may see, each a way into its file. */
export function ClientList({ onOpen }: { readonly onOpen: (clientId: ClientId) => void }): ReactNode {
  const { asked, askAgain } = useAnswer(ask);
  return <Asking asked={asked} onRetry={askAgain}>{({ clients }) => <FoundClients clients={clients} onOpen={onOpen} />}</Asking>;
}

function FoundClients({ clients, onOpen }: { readonly clients: readonly ListedClient[]; readonly onOpen: (clientId: ClientId) => void }): ReactNode {
  const { t } = useClientScreen();
  const [typed, setTyped] = useState('');
  const [isMineOnly, setMineOnly] = useState(clients.some(({ isMine }) => isMine));
  const [shown, setShown] = useState(shownAtOnce);
  const id = useId();
  if (clients.length === 0) return null;
  const found = clients.filter(({ client, manager, isMine }) => (!isMineOnly || isMine) && folded(`${client.name} ${manager?.name ?? ''}`).includes(folded(typed)));
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('client.list')}</h2>
      <div className="filters">
        <div className="field">
          <label htmlFor={`${id}-find`}>{t('client.find')}</label>
          <input id={`${id}-find`} className="input" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </div>
        <label className="mine"><input type="checkbox" checked={isMineOnly} onChange={(event) => setMineOnly(event.target.checked)} /> {t('client.mine')}</label>
      </div>
      {found.length === 0 ? <p className="empty-line">{t('client.noneFound')}</p> : (
        <ul className="client-list">
          {found.slice(0, shown).map(({ client, manager, projects, documents }) => (
            <li key={client.id}>
              <button type="button" className="button button-link" onClick={() => onOpen(client.id)}><bdi>{client.name}</bdi></button>
              <span className="small">{t('client.projects', { count: projects })} · {manager === null ? t('client.noManager') : <bdi>{manager.name}</bdi>}</span>
              <ListedDocuments documents={documents} />
            </li>
          ))}
        </ul>
      )}
      {found.length > shown && <button type="button" className="button more" onClick={() => setShown(shown + shownAtOnce)}>{t('client.more', { count: found.length - shown })}</button>}
    </section>
  );
}
