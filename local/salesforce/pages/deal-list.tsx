import type { ListedDeal } from '../store/listing';
import type { Stage } from '../store/stages';
import { fill } from './language';
import type { Language } from './language';

export const DEALS_PER_PAGE = 50;

interface DealListProps {
  readonly language: Language;
  readonly deals: readonly ListedDeal[];
  readonly total: number;
  readonly page: number;
  readonly stages: readonly Stage[];
  readonly text: string;
  readonly stageName: string;
  readonly deleted: boolean;
}

/** The list of deals with its search, filter and pages. */
export function DealList({ language, deals, total, page, stages, text, stageName, deleted }: DealListProps) {
  const { texts } = language;
  const filtered = text !== '' || stageName !== '' || deleted;
  return (
    <>
      <form class="row" method="get" action="/" role="search">
        <label>{texts.search}<input type="search" name="q" value={text} placeholder={texts.searchHint} /></label>
        <label>{texts.stage}
          <select name="stage">
            <option value="">{texts.allStages}</option>
            {stages.map(({ apiName, label }) => <option value={apiName} selected={apiName === stageName}>{label}</option>)}
          </select>
        </label>
        <label class="check"><input type="checkbox" name="deleted" value="1" checked={deleted} />{texts.deletedDeals}</label>
        <button class="main" type="submit">{texts.show}</button>
      </form>
      {deals.length === 0
        ? <p class="card">{filtered ? texts.noDeals : texts.noDealsYet}</p>
        : <DealTable language={language} deals={deals} />}
      <Paging language={language} total={total} page={page} shown={deals.length} query={{ q: text, stage: stageName, deleted: deleted ? '1' : '' }} />
    </>
  );
}

function DealTable({ language: { texts, money, date, instant }, deals }: Pick<DealListProps, 'language' | 'deals'>) {
  return (
    <div class="card scroll">
      <table class="cards">
        <thead>
          <tr>
            <th scope="col">{texts.name}</th><th scope="col">{texts.client}</th><th scope="col">{texts.stage}</th><th scope="col" class="number">{texts.amount}</th>
            <th scope="col">{texts.closeDate}</th><th scope="col">{texts.owner}</th><th scope="col">{texts.changed}</th>
          </tr>
        </thead>
        <tbody>
          {deals.map(({ deal, client, owner }) => (
            <tr>
              <td data-label={texts.name}><a href={`/deals/${deal.id}`}>{deal.name}</a></td>
              <td data-label={texts.client}>{client === undefined || deal.accountId === undefined ? <span class="quiet">{texts.none}</span> : <a href={`/accounts/${deal.accountId}`}>{client}</a>}</td>
              <td data-label={texts.stage}><span class="badge">{deal.stageName}</span></td>
              <td data-label={texts.amount} class="number">{money(deal.amount, deal.currency)}</td>
              <td data-label={texts.closeDate} class="nowrap">{date(deal.closeDate)}</td>
              <td data-label={texts.owner}>{owner}</td>
              <td data-label={texts.changed} class="nowrap quiet">{instant(deal.lastModifiedDate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PagingProps {
  readonly language: Language;
  readonly total: number;
  readonly page: number;
  readonly shown: number;
  readonly query: Readonly<Record<string, string>>;
}

function Paging({ language: { texts, number }, total, page, shown, query }: PagingProps) {
  if (total === 0) return null;
  const from = (page - 1) * DEALS_PER_PAGE;
  const link = (to: number) => `/?${new URLSearchParams([...Object.entries(query).filter(([, value]) => value !== ''), ['page', String(to)]]).toString()}`;
  return (
    <nav class="pages" aria-label={texts.paging}>
      {page > 1 && <a rel="prev" href={link(page - 1)}>{texts.previous}</a>}
      <span>{fill(texts.range, { from: number(Math.min(from + 1, total)), to: number(from + shown), total: number(total) })}</span>
      {from + shown < total && <a rel="next" href={link(page + 1)}>{texts.next}</a>}
    </nav>
  );
}
