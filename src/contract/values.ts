import * as z from 'zod/mini';
import { dealStages } from '../domain/deal';
import {
  isAccountId,
  isClientId,
  isContactId,
  isContactRoleId,
  isDealId,
  isFileId,
  isIssueId,
  isLineId,
  isPlanId,
  isProjectId,
  isReviewId,
  isTag,
  isVersionId,
} from '../domain/ids';
import { currencies, isAmount } from '../domain/money';
import { isInstant, isPlainDate } from '../domain/plain-date';
import { syncReasons } from '../domain/signal';
import { whenFirstUsed } from '../domain/when-first-used';

/** The smallest values that cross the border, each parsed into its own type. */

const text = <Type extends string>(is: (value: string) => value is Type): (() => z.ZodMiniType<Type>) =>
  whenFirstUsed(() => z.custom<Type>((value) => typeof value === 'string' && is(value)));

export const accountId = text(isAccountId);
export const clientId = text(isClientId);
export const contactId = text(isContactId);
export const contactRoleId = text(isContactRoleId);
export const dealId = text(isDealId);
export const fileId = text(isFileId);
export const issueId = text(isIssueId);
export const lineId = text(isLineId);
export const planId = text(isPlanId);
export const projectId = text(isProjectId);
export const reviewId = text(isReviewId);
export const tag = text(isTag);
export const versionId = text(isVersionId);

export const amount = text(isAmount);
export const currency = whenFirstUsed(() => z.enum(currencies));
export const money = whenFirstUsed(() => z.strictObject({ amount: amount(), currency: currency() }));

export const plainDate = text(isPlainDate);
export const instant = text(isInstant);

export const person = whenFirstUsed(() => z.strictObject({ accountId: accountId(), name: z.string().check(z.maxLength(255)) }));
export const dealStage = whenFirstUsed(() => z.enum(dealStages));

export const client = whenFirstUsed(() => z.strictObject({ id: clientId(), name: z.string() }));
export const language = whenFirstUsed(() => z.enum(['pl', 'en']));

export const syncReason = whenFirstUsed(() => z.enum(syncReasons));

export const version = whenFirstUsed(() => z.int().check(z.minimum(1), z.maximum(999_999)));
export const nothing = whenFirstUsed(() => z.strictObject({}));
