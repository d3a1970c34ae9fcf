import { useCallback, useId, useState, type ReactNode } from 'react';
import { readClientWork } from '../../../src/contract/margin-portfolio';
import { agreementLimits } from '../../../src/domain/client-work';
import type { Client } from '../../../src/domain/deal';
import { Asking } from '../../page/asking';
import { call } from '../../shared/client';
import { useAnswer } from '../../shared/use-answer';
import { usePortfolioScreen } from '../portfolio-screen';
import type { ClientWork } from '../portfolio-view';
import { WorkReport } from './work-report';

interface ClientWorkCardProperties {
  readonly client: Client;
  readonly clients: readonly Client[];
  readonly onClient: (client: Client) => void;
}

/** The reader's own hours for a client in a year, beside what was agreed. */
export function ClientWorkCard({ client, clients, onClient }: ClientWorkCardProperties): ReactNode {
  const { t, format, now } = usePortfolioScreen();
  const thisYear = Number(format.today(now()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const id = useId();
  const choose = (chosen: string): void => {
    const found = clients.find((one) => one.id === chosen);
    if (found !== undefined) onClient(found);
  };
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('work.title')}</h2>
      <p className="subtle">{t('work.about')}</p>
      <div className="filters">
        <div className="field">
          <label htmlFor={`${id}-client`}>{t('work.client')}</label>
          <select id={`${id}-client`} className="input" value={client.id} onChange={(event) => choose(event.target.value)}>
            {clients.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
          </select>
        </div>
        <div className="field short">
          <label htmlFor={`${id}-year`}>{t('work.year')}</label>
          <select id={`${id}-year`} className="input" value={year} onChange={(event) => setYear(Number(event.target.value))}>
            {[thisYear + 1, thisYear, thisYear - 1, thisYear - 2].filter((one) => one >= agreementLimits.firstYear).map((one) => <option key={one} value={one}>{one}</option>)}
          </select>
        </div>
      </div>
      <YearOfWork key={year} client={client} year={year} />
    </section>
  );
}

function YearOfWork({ client, year }: { readonly client: Client; readonly year: number }): ReactNode {
  const ask = useCallback(() => call(readClientWork, { clientId: client.id, year, managerId: null }), [client.id, year]);
  const { asked, askAgain, replace } = useAnswer<ClientWork>(ask);
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {(given) => <WorkReport given={given} onGiven={replace} />}
    </Asking>
  );
}
