import { useState, type ReactNode } from 'react';
import type { Client } from '../../../src/domain/deal';
import type { ClientId } from '../../../src/domain/ids';
import type { Total } from '../../../src/domain/total';
import { ClientList } from '../../client/client-list';
import { marginWords } from '../../margin/margin-words';
import type { ClientLine, ProjectLine } from '../portfolio-view';
import { usePortfolioScreen } from '../portfolio-screen';
import { ClientWorkCard } from './client-work-card';
import { WaitingPlans } from './waiting-plans';

interface ClientsSectionProperties {
  readonly clients: readonly ClientLine[];
  readonly projects: readonly ProjectLine[];
  readonly onOpen: (clientId: ClientId) => void;
}

/** What each client comes to, and the account manager's own work for one of them. */
export function ClientsSection({ clients, projects, onOpen }: ClientsSectionProperties): ReactNode {
  const { t } = usePortfolioScreen();
  const known = [...new Map(projects.flatMap((line) => line.clients.map((client) => [client.id, client] as const))).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const [opened, setOpened] = useState<Client | undefined>(known[0]);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('clients.title')}</h1>
          <p className="subtle">{t('clients.about')}</p>
        </div>
      </header>
      <WaitingPlans onOpen={onOpen} />
      <ClientList onOpen={onOpen} />
      {clients.length === 0 ? (
        <div className="empty">
          <h2>{t('clients.none.title')}</h2>
          <p>{t('clients.none.body')}</p>
        </div>
      ) : (
        <section className="card">
          <h2>{t('clients.money')}</h2>
          <ul className="client-lines">
            {clients.map((line) => <ClientMoney key={`${line.client?.id ?? ''} ${line.currency ?? ''}`} line={line} />)}
          </ul>
        </section>
      )}
      {opened !== undefined && <ClientWorkCard key={opened.id} client={opened} clients={known} onClient={setOpened} />}
    </>
  );
}

function ClientMoney({ line: { client, currency, projects, unknown, budget, cost, revenue, margin } }: { readonly line: ClientLine }): ReactNode {
  const { t, format } = usePortfolioScreen();
  const money = (sum: Total | null): string => (sum === null || currency === null ? t('margin.unknown') : format.sum(sum, currency));
  return (
    <li className="client-line">
      <div>
        <strong>{client === null ? t('clients.shared') : <bdi>{client.name}</bdi>}</strong>
        <p className="small">
          {t('clients.projects', { count: projects })}
          {unknown > 0 && <> · {t('clients.unknown', { count: unknown })}</>}
        </p>
      </div>
      <dl className="money-line">
        <div><dt>{t('margins.budget')}</dt><dd>{money(budget)}</dd></div>
        <div><dt>{t('margin.revenue')}</dt><dd>{money(revenue)}</dd></div>
        <div><dt>{t('margin.cost')}</dt><dd>{money(cost)}</dd></div>
        <div><dt>{t('margin.toDate')}</dt><dd>{marginWords(t, format, margin)}</dd></div>
      </dl>
    </li>
  );
}
