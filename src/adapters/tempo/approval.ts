import * as z from 'zod/mini';
import type { AccountId } from '../../domain/ids';
import type { PlainDate } from '../../domain/plain-date';
import { whenFirstUsed } from '../../domain/when-first-used';
import { reviewerAsked } from './assumptions';
import type { TempoApi } from './tempo-api';
import { TempoError } from './tempo-error';

const configuration = whenFirstUsed(() => z.object({ planApprovalEnabled: z.optional(z.nullable(z.boolean())) }));
const reviewers = whenFirstUsed(() => z.object({ results: z.array(z.object({ accountId: z.optional(z.nullable(z.string())) })) }));

const isHidden = (error: unknown): boolean => error instanceof TempoError && (error.status === 403 || error.status === 404);

/** Whether plans are approved (Tempo REST API 4.0, GET /4/globalconfiguration); undefined where the token may not know. */
export async function readApproval(api: TempoApi): Promise<boolean | undefined> {
  try {
    const { planApprovalEnabled } = await api.read(configuration(), { method: 'GET', path: '/4/globalconfiguration', repeatable: true });
    return planApprovalEnabled ?? false;
  } catch (error) {
    if (isHidden(error)) return undefined;
    throw error;
  }
}

/** Who may approve a person's plans (GET /4/plan-permissions/plan-reviewers); undefined when there is nobody. */
export async function findReviewer(api: TempoApi, accountId: AccountId, from: PlainDate, to: PlainDate): Promise<string | undefined> {
  const query = new URLSearchParams({ accountId, from, to });
  try {
    const { results } = await api.read(reviewers(), { method: 'GET', path: `/4/plan-permissions/plan-reviewers?${query}`, repeatable: true });
    return results.flatMap((each) => each.accountId ?? [])[reviewerAsked];
  } catch (error) {
    // Without the right to ask, the entry is planned all the same and awaits nobody.
    if (isHidden(error)) return undefined;
    throw error;
  }
}
