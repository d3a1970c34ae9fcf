import type { Change } from '../../../src/domain/difference';
import type { NamedDeal } from '../../../src/domain/gate-evidence';
import { parseDealId } from '../../../src/domain/ids';

/** A change of staffing without the id of a deal at the end of the line that the evidence has no name for, such as one that was unlinked since: it tells people nothing. */
export const withoutDealId = (change: Change, named: readonly NamedDeal[]): Change =>
  change.field === 'staffing' ? { ...change, before: cut(change.before, named), after: cut(change.after, named) } : change;

const cut = (text: string | null, named: readonly NamedDeal[]): string | null =>
  text?.replace(/, (\w{18})$/, (whole, id: string) => (parseDealId(id) === undefined || named.some((deal) => deal.id === id) ? whole : '')) ?? null;
