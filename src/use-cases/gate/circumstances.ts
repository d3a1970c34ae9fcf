import { dayAt } from '../../domain/calendar';
import type { Circumstances } from '../../domain/gate';
import type { Instant } from '../../domain/plain-date';
import type { ProjectSummary } from '../../domain/project-summary';
import type { Company } from '../../ports/settings-store';

/** What a decision is held against now: the current guidelines, and the company's day. */
export const circumstances = (summary: ProjectSummary | undefined, company: Company, now: Instant): Circumstances => ({
  guidelinesVersion: summary?.guidelines?.version ?? null,
  today: dayAt(now, company.timeZone),
});
