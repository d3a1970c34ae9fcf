import * as z from 'zod/mini';

export type DeliveryState = 'waiting' | 'delivered' | 'failed';

/** One thing that the org has to tell, and how far it has come with it. */
export interface Delivery {
  /** The same however often it is sent. */
  readonly eventId: string;
  readonly opportunityId: string;
  /** As it was when the change was made. */
  readonly stageName: string;
  readonly systemModstamp: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** UTC instants. */
  readonly nextAt: string | undefined;
  readonly dropAt: string | undefined;
  readonly lastAt: string | undefined;
  readonly lastStatus: number | undefined;
  readonly lastError: string | undefined;
}

const deliveryRow = z.object({
  event_id: z.string(), opportunity_id: z.string(), stage_name: z.string(), system_modstamp: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']), attempts: z.number(), next_at: z.nullable(z.string()), drop_at: z.nullable(z.string()),
  last_at: z.nullable(z.string()), last_status: z.nullable(z.number()), last_error: z.nullable(z.string()),
});

export function toDelivery(row: unknown): Delivery {
  const parsed = deliveryRow.parse(row);
  return {
    eventId: parsed.event_id, opportunityId: parsed.opportunity_id, stageName: parsed.stage_name, systemModstamp: parsed.system_modstamp,
    state: parsed.state, attempts: parsed.attempts, nextAt: parsed.next_at ?? undefined, dropAt: parsed.drop_at ?? undefined,
    lastAt: parsed.last_at ?? undefined, lastStatus: parsed.last_status ?? undefined, lastError: parsed.last_error ?? undefined,
  };
}
