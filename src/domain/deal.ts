import type { ClientId, DealId } from './ids';
import type { Money } from './money';
import type { Instant, PlainDate } from './plain-date';

/** The project's own five stages, in the order in which a deal goes through them. */
export const dealStages = ['open', 'negotiation', 'internallyWon', 'won', 'lost'] as const;
export type DealStage = (typeof dealStages)[number];

export interface Client {
  readonly id: ClientId;
  readonly name: string;
}

/** A deal as Salesforce has it. */
export interface Deal {
  readonly id: DealId;
  readonly name: string;
  /** An opportunity may have no account. */
  readonly client: Client | null;
  readonly ownerName: string | null;
  /** `OpportunityStage.ApiName`. */
  readonly stageName: string;
  readonly amount: Money | null;
  readonly closeDate: PlainDate | null;
  /** Whole per cent. */
  readonly probability: number | null;
  readonly modifiedAt: Instant;
}

/** A stage value of the customer's own Salesforce organisation. */
export interface OrganisationStage {
  readonly apiName: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly isClosed: boolean;
  readonly isWon: boolean;
  readonly probability: number | null;
  readonly order: number;
}

/** From `OpportunityStage.ApiName` to the project's own stages. */
export type StageMapping = Readonly<Record<string, DealStage>>;

/** When a deal entered a stage. */
export interface StageEntry {
  readonly stageName: string;
  readonly at: Instant;
}

/** The stage of a deal, or undefined when an administrator has not mapped it. */
export const stageOf = (deal: Pick<Deal, 'stageName'>, mapping: StageMapping): DealStage | undefined =>
  Object.hasOwn(mapping, deal.stageName) ? mapping[deal.stageName] : undefined;

/** A first proposal for an administrator: by what Salesforce says of the stage, then by its name. */
export function suggestStage(stage: OrganisationStage): DealStage {
  if (stage.isClosed) return stage.isWon ? 'won' : 'lost';
  const name = `${stage.apiName} ${stage.label}`.toLowerCase();
  if (/intern.*won|won.*intern|verbal|wewn.*wygran|wygran.*wewn/.test(name)) return 'internallyWon';
  if (/negotiat|negocja|proposal|quote|ofert|contract|umow|engag/.test(name)) return 'negotiation';
  if (/\bwon\b|wygran/.test(name)) return 'won';
  if (/\blost\b|przegran|utracon/.test(name)) return 'lost';
  return 'open';
}

export interface MappingReview {
  /** Stages in use that nobody has mapped: deals in them are not planned. */
  readonly unmapped: readonly OrganisationStage[];
  /** Mapped names that Salesforce no longer has: renamed or removed. */
  readonly vanished: readonly string[];
}

export function reviewMapping(mapping: StageMapping, stages: readonly OrganisationStage[]): MappingReview {
  const known = new Set(stages.map((stage) => stage.apiName));
  return {
    unmapped: stages.filter((stage) => stage.isActive && !Object.hasOwn(mapping, stage.apiName)),
    vanished: Object.keys(mapping).filter((apiName) => !known.has(apiName)),
  };
}
