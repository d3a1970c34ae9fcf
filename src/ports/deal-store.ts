import type { ClientId, DealId, ProjectId } from '../domain/ids';
import type { LinkedDeal } from '../domain/linked-deal';
import type { ProjectSummary } from '../domain/project-summary';

export interface DealStore {
  link(id: DealId): Promise<LinkedDeal | undefined>;
  /** The project's deals, the first linked first. */
  ofProject(projectId: ProjectId): Promise<readonly LinkedDeal[]>;
  /** The client's deals, in whatever projects, the first linked first. */
  ofClient(clientId: ClientId): Promise<readonly LinkedDeal[]>;
  /** Those of the deals that are linked. */
  linkedAmong(ids: readonly DealId[]): Promise<readonly LinkedDeal[]>;
  /** At most so many linked deals of a lane, by their ids, behind the given one. */
  after(id: DealId | null, most: number, lane?: number): Promise<readonly LinkedDeal[]>;
  /** Links the deal; a summary that changed meanwhile is left to the deal's first sync. @throws StoreConflict when it is linked already. */
  add(deal: LinkedDeal, summary: ProjectSummary | undefined): Promise<void>;
  /**
   * Rewrites the deal as its next revision, and the summary when what the panel shows of it changed, all or nothing.
   * @param before the deal as it was read, by which whoever notes the change tells what of it is new; without it everything may be.
   * @throws StoreConflict when the deal changed since it was read or is not linked any more, or the summary changed meanwhile.
   */
  save(deal: LinkedDeal, summary: ProjectSummary | undefined, before?: LinkedDeal): Promise<void>;
  /** @throws StoreConflict when the summary changed meanwhile. */
  remove(deal: LinkedDeal, summary: ProjectSummary | undefined): Promise<void>;
}
