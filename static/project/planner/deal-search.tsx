import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { AnswerError } from '../../../src/contract/answer';
import { linkDeal, searchDeals, type DealView } from '../../../src/contract/planner';
import type { DealId } from '../../../src/domain/ids';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Lozenge, StageLozenge } from '../../shared/lozenge';
import { useSearch } from '../../shared/use-search';
import { useProjectScreen } from '../project-screen';

interface DealSearchProperties {
  readonly onClose: () => void;
  readonly onLinked: () => void;
}

const shortest = 2;
const search = (text: string) => call(searchDeals, { text: text.slice(0, 200) });

/** Finds a deal by its client or its name, and links it to the project. */
export function DealSearch({ onClose, onLinked }: DealSearchProperties): ReactNode {
  const { t } = useProjectScreen();
  const [text, setText] = useState('');
  const [linking, setLinking] = useState<DealId | null>(null);
  const [error, setError] = useState<AnswerError | null>(null);
  const found = useSearch(text, shortest, search);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);

  const link = async (dealId: DealId): Promise<void> => {
    setLinking(dealId);
    setError(null);
    const answer = await call(linkDeal, { dealId });
    setLinking(null);
    if (answer.ok) onLinked();
    else setError(answer.error);
  };

  const deals = found.kind === 'found' ? found.data.deals : [];
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <div className="card-head">
        <h2 id={`${id}-title`}>{t('deals.link')}</h2>
        <button type="button" className="button" onClick={onClose}>{t('cancel')}</button>
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>{t('search.label')}</label>
        <input ref={field} id={`${id}-text`} className="input" type="search" dir="auto" autoComplete="off" maxLength={200} value={text} onChange={(event) => setText(event.target.value)} aria-describedby={`${id}-state`} />
        <p id={`${id}-state`} className="small" role="status">{state()}</p>
      </div>
      {found.kind === 'refused' && <ErrorNote error={found.error} />}
      {error !== null && <ErrorNote error={error} />}
      {deals.length > 0 && (
        <ul className="results">
          {deals.map(({ deal, linkedTo }) => (
            <li key={deal.id}>
              <FoundDeal deal={deal} />
              {linkedTo === null ? (
                <button type="button" className="button" disabled={linking !== null} onClick={() => void link(deal.id)} aria-label={t('search.linkDeal', { deal: deal.name })}>
                  {t(linking === deal.id ? 'search.linking' : 'search.link')}
                </button>
              ) : (
                <Lozenge tone="neutral">{t('search.linkedTo', { project: linkedTo })}</Lozenge>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );

  function state(): string {
    if (found.kind === 'searching') return t('loading');
    if (found.kind === 'found') return found.data.deals.length === 0 ? t('search.nothing') : t('search.found', { count: found.data.deals.length });
    return t('search.help');
  }
}

function FoundDeal({ deal }: { readonly deal: DealView }): ReactNode {
  const { t, format } = useProjectScreen();
  return (
    <div className="found">
      <strong><bdi>{deal.name}</bdi></strong>
      <span className="subtle">
        {deal.client === null ? t('deal.noClient') : <bdi>{deal.client.name}</bdi>}
        {deal.amount !== null && <> · {format.money(deal.amount)}</>}
        {deal.closeDate !== null && <> · {t('search.closes', { date: format.date(deal.closeDate) })}</>}
      </span>
      <StageLozenge stage={deal.stage} stageName={deal.stageName} />
    </div>
  );
}
