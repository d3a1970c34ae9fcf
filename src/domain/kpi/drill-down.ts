import type { Client } from '../deal';
import type { AccountId } from '../ids';
import type { ClientGrowth, ClientSnapshot, ComingRenewal, CountedDeal, CountedProject, KpiPart } from './part';

/** The numbers that can be looked behind. */
export const drillDowns = ['revenue', 'margin', 'upsell', 'returning', 'growth', 'documents', 'relation', 'sales', 'pipeline', 'renewals'] as const;
export type DrillDown = (typeof drillDowns)[number];

/** One thing behind a number. */
export type KpiLine = { readonly client: Client | null; readonly manager: AccountId | null } & (
  | { readonly kind: 'deal'; readonly deal: CountedDeal }
  | { readonly kind: 'project'; readonly project: CountedProject }
  | { readonly kind: 'growth'; readonly growth: ClientGrowth }
  | { readonly kind: 'snapshot'; readonly snapshot: ClientSnapshot }
  | { readonly kind: 'renewal'; readonly renewal: ComingRenewal }
);

/** What of a part stands behind a number. */
export function linesBehind({ client, manager, deals, projects, growth, snapshot, renewals }: KpiPart, number: DrillDown): readonly KpiLine[] {
  const whose = { client, manager };
  const dealLines = (isBehind: (deal: CountedDeal) => boolean): readonly KpiLine[] => deals.filter(isBehind).map((deal) => ({ ...whose, kind: 'deal', deal }));
  switch (number) {
    case 'revenue':
    case 'margin':
      return projects.map((project) => ({ ...whose, kind: 'project', project }));
    case 'upsell':
    case 'returning':
    case 'sales':
      return dealLines(({ stage }) => stage === 'won');
    case 'pipeline':
      return dealLines(({ stage }) => stage !== 'won' && stage !== 'lost');
    case 'growth':
      return growth === null ? [] : [{ ...whose, kind: 'growth', growth }];
    case 'documents':
    case 'relation':
      return snapshot === null ? [] : [{ ...whose, kind: 'snapshot', snapshot }];
    case 'renewals':
      return renewals.map((renewal) => ({ ...whose, kind: 'renewal', renewal }));
  }
}

/** Deals that are counted behind a number and not listed. */
export const unlistedBehind = ({ unlisted }: KpiPart, number: DrillDown): number => (['upsell', 'returning', 'sales', 'pipeline'].includes(number) ? unlisted : 0);
