import * as z from 'zod/mini';
import { whenFirstUsed } from '../../domain/when-first-used';

/** What Tempo answers of Financial Manager (Tempo REST API 4.0, "Projects"), as far as it is read. Only what is marked there as required is required here. */

export const amount = whenFirstUsed(() => z.object({ currencyCode: z.string(), value: z.number() }));
export type AmountAnswer = z.infer<ReturnType<typeof amount>>;

export const project = whenFirstUsed(() => z.object({
  id: z.string(),
  name: z.string(),
  type: z.nullish(z.string()),
  isFixedPrice: z.nullish(z.boolean()),
  // Missing where the scope is made of Jira projects, for that follows them by itself.
  autoSync: z.nullish(z.object({ schedule: z.nullish(z.string()) })),
  scope: z.nullish(z.object({ source: z.nullish(z.object({ type: z.nullish(z.string()), reference: z.nullish(z.string()) })) })),
}));
export type ProjectAnswer = z.infer<ReturnType<typeof project>>;

export const summary = whenFirstUsed(() => z.object({
  cost: z.object({ budget: z.nullish(amount()), actual: z.object({ labor: amount(), expense: z.nullish(amount()), total: amount() }) }),
  // There only where the project tracks revenue.
  revenue: z.nullish(z.object({ actual: z.object({ total: amount(), fixedRevenue: z.nullish(amount()) }) })),
}));

const seconds = whenFirstUsed(() => z.int().check(z.minimum(0)));
/** A person is told by their id in Jira; somebody who is gone is not. */
const user = whenFirstUsed(() => z.nullish(z.object({ userLink: z.nullish(z.object({ linked: z.nullish(z.object({ originId: z.nullish(z.string()) })) })) })));
/** A role is told by its address alone: /4/roles/12. */
const userRole = whenFirstUsed(() => z.nullish(z.object({ self: z.nullish(z.string()) })));

export const workedLabour = whenFirstUsed(() => z.object({ date: z.string(), timeSpentSeconds: seconds(), cost: z.nullish(amount()), revenue: z.nullish(amount()), user: user(), userRole: userRole() }));
export type WorkedLabour = z.infer<ReturnType<typeof workedLabour>>;

export const plannedLabour = whenFirstUsed(() => z.object({ date: z.nullish(z.string()), planId: z.nullish(z.int()), plannedSeconds: seconds(), cost: z.nullish(amount()), revenue: z.nullish(amount()) }));

export const expense = whenFirstUsed(() => z.object({ date: z.string(), cost: amount() }));

export const fixedRevenue = whenFirstUsed(() => z.object({
  date: z.string(),
  amount: amount(),
  recurrence: z.nullish(z.object({ type: z.string(), interval: z.nullish(z.int()), count: z.nullish(z.int()) })),
}));
export type FixedRevenue = z.infer<ReturnType<typeof fixedRevenue>>;

export const roles = whenFirstUsed(() => z.object({ results: z.array(z.object({ id: z.int(), name: z.string() })) }));
