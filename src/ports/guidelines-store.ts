import type { Draft } from '../domain/draft';
import type { Acknowledgement, GuidelinesVersion } from '../domain/guidelines';
import type { ProjectId } from '../domain/ids';
import type { Person } from '../domain/person';
import type { Instant } from '../domain/plain-date';
import type { ProjectSummary } from '../domain/project-summary';

export interface StoredDraft {
  readonly revision: number;
  readonly savedAt: Instant;
  readonly savedBy: Person;
  /** null once it was published or discarded. The revision goes on, so that an editor left open since is told. */
  readonly draft: Draft | null;
}

export interface GuidelinesStore {
  current(projectId: ProjectId): Promise<GuidelinesVersion | undefined>;
  version(projectId: ProjectId, version: number): Promise<GuidelinesVersion | undefined>;
  /** Newest first. */
  versions(projectId: ProjectId): Promise<readonly GuidelinesVersion[]>;
  draft(projectId: ProjectId): Promise<StoredDraft | undefined>;
  /** @throws StoreConflict when the stored revision is not `expected` (0: none stored). */
  saveDraft(projectId: ProjectId, expected: number, draft: StoredDraft): Promise<void>;
  /** Newest version first. */
  acknowledgements(projectId: ProjectId): Promise<readonly Acknowledgement[]>;
  /** Adds the version, closes the draft (see `saveDraft`) and rewrites the summary, all or nothing. @throws StoreConflict */
  publish(projectId: ProjectId, version: GuidelinesVersion, expected: number, closed: StoredDraft, summary: ProjectSummary): Promise<void>;
  /** Keeps the acknowledgement and the summary, all or nothing. @throws StoreConflict */
  acknowledge(projectId: ProjectId, acknowledgement: Acknowledgement, summary: ProjectSummary): Promise<void>;
}
