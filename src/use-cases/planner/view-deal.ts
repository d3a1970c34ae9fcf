import type { Deal, DealStage } from '../../domain/deal';

/** A deal as screens see it. */
export const viewDeal = ({ modifiedAt: _, ...deal }: Deal, stage: DealStage | undefined) => ({ ...deal, stage: stage ?? null });
