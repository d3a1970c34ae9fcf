import { useId, useState, type ReactNode } from 'react';
import { readProjectClients } from '../../../src/contract/clients';
import { ClientFile } from '../../client/client-file';
import { Asking } from '../../page/asking';
import { call } from '../../shared/client';
import { useAnswer } from '../../shared/use-answer';
import { useProjectScreen } from '../project-screen';

const ask = () => call(readProjectClients, {});

/** The file of the project's client; where its deals are of several, one at a time. */
export function ClientSection(): ReactNode {
  const { t } = useProjectScreen();
  const { asked, askAgain } = useAnswer(ask);
  const [chosen, choose] = useState('');
  const id = useId();
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {({ clients }) => {
        const client = clients.find((one) => one.id === chosen) ?? clients[0];
        if (client === undefined) return <p className="empty-line">{t('client.none')}</p>;
        return (
          <>
            {clients.length > 1 && (
              <div className="field short">
                <label htmlFor={id}>{t('client.choose')}</label>
                <select id={id} className="input" value={client.id} onChange={(event) => choose(event.target.value)}>
                  {clients.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
                </select>
              </div>
            )}
            <ClientFile key={client.id} clientId={client.id} />
          </>
        );
      }}
    </Asking>
  );
}
