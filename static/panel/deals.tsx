import type { ReactNode } from 'react';
import type { DealAtAGlance } from '../../src/contract/panel';
import { StageLozenge } from '../shared/lozenge';
import { usePanel } from './use-panel';

/** The deals that pay for the project, each with its client and stage. */
export function Deals({ deals }: { readonly deals: readonly DealAtAGlance[] }): ReactNode {
  const { t } = usePanel();
  return (
    <section className="section" aria-labelledby="deal-heading">
      <h2 id="deal-heading">{t('deal.heading')}</h2>
      {deals.length === 0 && <p className="subtle">{t('deal.none')}</p>}
      {deals.length > 0 && (
        <ul className="deals">
          {deals.map((deal, place) => (
            <li key={place}>
              <StageLozenge stage={deal.stage} stageName={deal.stageName} />
              <span>
                <bdi>{deal.name}</bdi>
                <span className="subtle"> · {deal.client === null ? t('deal.noClient') : <bdi>{deal.client}</bdi>}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
