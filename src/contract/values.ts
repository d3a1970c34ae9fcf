import * as z from 'zod/mini';
import { dealStages } from '../domain/deal';
import {
  isAccountId,
  isClientId,
  isDealId,
  isIssueId,
  isLineId,
  isPlanId,
  isProjectId,
  isReviewId,
  isTag,
  type AccountId,
  type ClientId,
  type DealId,
  type IssueId,
  type LineId,
  type PlanId,
  type ProjectId,
  type ReviewId,
  type Tag,
} from '../domain/ids';
import { currencies, isAmount, type Amount } from '../domain/money';
import { isInstant, isPlainDate, type Instant, type PlainDate } from '../domain/plain-date';

/** The smallest values that cross the border, each parsed into its own type. */

const text = <Type extends string>(is: (value: string) => value is Type): z.ZodMiniType<Type> =>
  z.custom<Type>((value) => typeof value === 'string' && is(value));

export const accountId: z.ZodMiniType<AccountId> = text(isAccountId);
export const clientId: z.ZodMiniType<ClientId> = text(isClientId);
export const dealId: z.ZodMiniType<DealId> = text(isDealId);
export const issueId: z.ZodMiniType<IssueId> = text(isIssueId);
export const lineId: z.ZodMiniType<LineId> = text(isLineId);
export const planId: z.ZodMiniType<PlanId> = text(isPlanId);
export const projectId: z.ZodMiniType<ProjectId> = text(isProjectId);
export const reviewId: z.ZodMiniType<ReviewId> = text(isReviewId);
export const tag: z.ZodMiniType<Tag> = text(isTag);

export const amount: z.ZodMiniType<Amount> = text(isAmount);
export const currency = z.enum(currencies);
export const money = z.strictObject({ amount, currency });

export const plainDate: z.ZodMiniType<PlainDate> = text(isPlainDate);
export const instant: z.ZodMiniType<Instant> = text(isInstant);

export const person = z.strictObject({ accountId, name: z.string().check(z.maxLength(255)) });
export const dealStage = z.enum(dealStages);

export const version = z.int().check(z.minimum(1), z.maximum(999_999));
export const nothing = z.strictObject({});
