import * as z from 'zod/mini';
import { whenFirstUsed } from '../domain/when-first-used';
import type { World } from '../ports/world';
import { unreadable, validateDelivery } from '../use-cases/gate/validate-delivery';

/** What a workflow validator's function is told (Forge documentation, "Jira workflow validator"). */
const payload = whenFirstUsed(() => z.object({
  issue: z.object({ key: z.string().check(z.regex(/^[A-Z][A-Z0-9_]{1,254}-[1-9][0-9]{0,18}$/)) }),
  configuration: z.nullish(z.object({ requirement: z.optional(z.enum(['goOnly', 'conditionalToo'])) })),
}));

/** Workflow validator `delivery-gate`: it fails closed. Without a configuration of its own, a conditional go is enough. */
export const createValidateDelivery =
  (createWorld: () => World) =>
  async (received: unknown): Promise<{ readonly result: boolean; readonly errorMessage?: string }> => {
    const parsed = payload().safeParse(received);
    if (!parsed.success) return { result: false, errorMessage: unreadable() };
    const { issue, configuration } = parsed.data;
    const validation = await validateDelivery(createWorld(), issue.key, configuration?.requirement ?? 'conditionalToo');
    return validation.allowed ? { result: true } : { result: false, errorMessage: validation.message };
  };
