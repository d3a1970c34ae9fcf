import type { ReactNode } from 'react';
import { readWaitingPlans } from '../../../src/contract/account-plan';
import type { ClientId } from '../../../src/domain/ids';
import { Asking } from '../../page/asking';
import { call } from '../../shared/client';
import { useAnswer } from '../../shared/use-answer';
import { usePortfolioScreen } from '../portfolio-screen';

const ask = () => call(readWaitingPlans, {});

/** Account plans that wait for the head of sales; for everybody else there is nothing to see. */
export function WaitingPlans({ onOpen }: { readonly onOpen: (clientId: ClientId) => void }): ReactNode {
  const { t, format } = usePortfolioScreen();
  const { asked, askAgain } = useAnswer(ask);
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {({ plans }) => plans.length === 0 ? null : (
        <section className="card">
          <h2>{t('plan.waiting')}</h2>
          <ul className="client-list">
            {plans.map(({ client, year, number, submitted, isOwn }) => (
              <li key={`${client.id} ${year}`}>
                <button type="button" className="button button-link" onClick={() => onOpen(client.id)}><span><bdi>{client.name}</bdi>, {year}</span></button>
                <span className="small">{t('plan.version', { number })} · <bdi>{submitted.by.name}</bdi>, {format.instant(submitted.at)}{isOwn && <> · {t('plan.waiting.own')}</>}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Asking>
  );
}
