import type { Change } from '../../../../src/domain/difference';
import { parseDealId } from '../../../../src/domain/ids';

/** A change of staffing without the id of its deal, at the end of the line: it tells people nothing, and the evidence has no names for it. */
export const withoutDealId = (change: Change): Change => (change.field === 'staffing' ? { ...change, before: cut(change.before), after: cut(change.after) } : change);

const cut = (text: string | null): string | null => text?.replace(/, (\w{18})$/, (whole, id: string) => (parseDealId(id) === undefined ? whole : '')) ?? null;
