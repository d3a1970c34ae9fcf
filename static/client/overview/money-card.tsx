import type { ReactNode } from 'react';
import type { MarginKey } from '../../margin/margin-key';
import { marginWords } from '../../margin/margin-words';
import { useScreen } from '../../shared/screen';
import type { Total } from '../../../src/domain/total';
import type { ClientKey } from '../client-screen';
import type { ClientFileView } from '../client-view';

/** What the client's projects come to, a line a currency. Nothing is shown to whoever sees no costs. */
export function MoneyCard({ file: { money } }: { readonly file: ClientFileView }): ReactNode {
  const { t, format } = useScreen<ClientKey | MarginKey>();
  if (money.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('client.money')}</h2>
      {money.map(({ currency, projects, unknown, budget, revenue, cost, margin }) => {
        const sum = (of: Total | null): string => (of === null || currency === null ? t('margin.unknown') : format.sum(of, currency));
        return (
          <div key={currency ?? ''}>
            <p className="small">{t('client.projects', { count: projects })}{unknown > 0 && <> · {t('client.money.unknown', { count: unknown })}</>}</p>
            <dl className="money-line">
              <div><dt>{t('client.budget')}</dt><dd>{sum(budget)}</dd></div>
              <div><dt>{t('margin.revenue')}</dt><dd>{sum(revenue)}</dd></div>
              <div><dt>{t('margin.cost')}</dt><dd>{sum(cost)}</dd></div>
              <div><dt>{t('margin.toDate')}</dt><dd>{marginWords(t, format, margin)}</dd></div>
            </dl>
          </div>
        );
      })}
    </section>
  );
}
