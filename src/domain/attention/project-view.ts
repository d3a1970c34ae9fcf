import type { DealStage } from '../deal';
import type { AccountId, ClientId } from '../ids';
import { oneLine } from '../relation';
import type { MarginState } from '../margin-guard';

export const projectOrders = ['urgency', 'name', 'margin', 'end', 'contact'] as const;
export type ProjectOrder = (typeof projectOrders)[number];

/** What of all projects is wanted, and in which order; null is everything. */
export interface ProjectView {
  readonly order: ProjectOrder;
  /** Part of a name; empty is everything. */
  readonly text: string;
  readonly mineOnly: boolean;
  readonly managerId: AccountId | null;
  readonly clientId: ClientId | null;
  readonly stage: DealStage | null;
  readonly marginState: MarginState | null;
}

export const everyProject: ProjectView = { order: 'urgency', text: '', mineOnly: false, managerId: null, clientId: null, stage: null, marginState: null };

/** What one person has kept under names, which are unique. */
export interface SavedViews {
  readonly revision: number;
  readonly views: readonly { readonly name: string; readonly view: ProjectView }[];
}

export const noViews: SavedViews = { revision: 0, views: [] };

export const viewLimits = { views: 20, name: 60, text: 100 } as const;

export type ViewProblem = 'nameMissing' | 'nameTooLong' | 'tooMany';

/** What stands in the way of keeping a view under a name; one of that name takes the place of the one before. */
export function viewProblem({ views }: SavedViews, name: string): ViewProblem | undefined {
  const text = oneLine(name);
  if (text === '') return 'nameMissing';
  if (text.length > viewLimits.name) return 'nameTooLong';
  return views.length >= viewLimits.views && !views.some((one) => one.name === text) ? 'tooMany' : undefined;
}

export const withView = ({ revision, views }: SavedViews, name: string, view: ProjectView): SavedViews => ({
  revision: revision + 1,
  views: [...views.filter((one) => one.name !== oneLine(name)), { name: oneLine(name), view }].sort((a, b) => (a.name < b.name ? -1 : 1)),
});

export const withoutView = ({ revision, views }: SavedViews, name: string): SavedViews => ({ revision: revision + 1, views: views.filter((one) => one.name !== name) });
