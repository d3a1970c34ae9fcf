export interface NamedDeal {
  readonly id: string;
  readonly name: string;
}

/** Writes the deals' names where a plain text holds their ids. */
export const withDealNames = (text: string, deals: readonly NamedDeal[]): string =>
  deals.reduce((named, deal) => named.replaceAll(deal.id, () => deal.name), text);
