import { differences } from '../../domain/difference';
import { completeDraft, draftFrom, emptyDraft, type Draft, type Problem } from '../../domain/draft';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';

/** The saved draft, or what a new one begins with: the current version, or an empty page. */
export async function readDraft({ guidelines }: World, { projectId }: ProjectCall) {
  const stored = await guidelines.draft(projectId);
  if (stored !== undefined && stored.draft !== null) return { ...stored, draft: stored.draft, problems: problemsOf(stored.draft) };
  const current = await guidelines.current(projectId);
  const draft = current === undefined ? emptyDraft : draftFrom(current.guidelines);
  return { draft, revision: stored?.revision ?? 0, savedAt: null, savedBy: null, problems: problemsOf(draft) };
}

/** The most bytes of a draft: a record of Forge's storage holds 240 KiB, and what is published of it has to fit in one too. */
const mostBytes = 200 * 1024;

/** @throws UseCaseError `conflict` when somebody saved since `revision`, `invalidRequest` when the draft is too big to be kept. */
export async function saveDraft(
  { guidelines, tracker, clock }: World,
  { projectId }: ProjectCall,
  { revision, draft }: { readonly revision: number; readonly draft: Draft },
) {
  if (new TextEncoder().encode(JSON.stringify(draft)).length > mostBytes) throw new UseCaseError('invalidRequest', { field: 'draft' });
  const saved = { revision: revision + 1, savedAt: clock.now(), savedBy: await tracker.me(), draft };
  await refuseConflict('conflict', () => guidelines.saveDraft(projectId, revision, saved));
  return { revision: saved.revision, savedAt: saved.savedAt, problems: problemsOf(draft) };
}

/** @throws UseCaseError `conflict` when somebody saved since `revision`. */
export async function discardDraft({ guidelines, tracker, clock }: World, { projectId }: ProjectCall, { revision }: { readonly revision: number }) {
  const stored = await guidelines.draft(projectId);
  if (stored === undefined || stored.draft === null) return {};
  const closed = { revision: revision + 1, savedAt: clock.now(), savedBy: await tracker.me(), draft: null };
  await refuseConflict('conflict', () => guidelines.saveDraft(projectId, revision, closed));
  return {};
}

/** What publishing the saved draft would change. @throws UseCaseError `conflict` */
export async function previewPublication({ guidelines }: World, { projectId }: ProjectCall, { revision }: { readonly revision: number }) {
  const [stored, current] = await Promise.all([guidelines.draft(projectId), guidelines.current(projectId)]);
  if (stored?.revision !== revision || stored.draft === null) throw new UseCaseError('conflict');
  const completion = completeDraft(stored.draft);
  if (!completion.complete) return { changes: [], problems: completion.problems };
  const changes = current === undefined ? [] : differences(current.guidelines, completion.guidelines);
  return { changes, problems: [] };
}

const problemsOf = (draft: Draft): readonly Problem[] => {
  const completion = completeDraft(draft);
  return completion.complete ? [] : completion.problems;
};
