import { writeHours, type Draft } from '../../domain/draft';
import { limits } from '../../domain/guidelines';
import type { LineId, ProjectId } from '../../domain/ids';
import type { PlainDate } from '../../domain/plain-date';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { readDraft, saveDraft } from '../guidelines/drafts';
import { UseCaseError } from '../use-case-error';

interface MovedLine {
  readonly lineId: LineId;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** In quarters of an hour. */
  readonly minutesPerDay: number;
}

/**
 * Puts moved staffing lines into the draft of a project's guidelines, and publishes nothing. The project is the caller's choice and
 * not the context's, so Jira is asked here whether they set guidelines in it.
 * @throws UseCaseError `notFound` when they do not, or the draft has no such line; `invalidRequest` for a line that ends before it
 * begins; `conflict` when somebody saved the draft meanwhile.
 */
export async function moveLines(world: World, { accountId }: SiteCall, { project, lines }: { readonly project: ProjectId; readonly lines: readonly MovedLine[] }) {
  const wrong = lines.findIndex(({ from, to, minutesPerDay }) => from > to || minutesPerDay % 15 !== 0 || minutesPerDay > limits.minutesPerDay);
  if (wrong !== -1) throw new UseCaseError('invalidRequest', { field: `lines.${wrong}` });
  if (!(await world.tracker.projectsWithAny(['setGuidelines'], [project])).has(project)) throw new UseCaseError('notFound');
  const call = { accountId, projectId: project };
  const { draft, revision } = await readDraft(world, call);
  const missing = lines.find(({ lineId }) => !draft.staffing.some(({ id }) => id === lineId));
  if (missing !== undefined) throw new UseCaseError('notFound', { field: missing.lineId });
  const moved = withMoved(draft, new Map(lines.map((line) => [line.lineId, line])));
  if (JSON.stringify(moved) !== JSON.stringify(draft)) await saveDraft(world, call, { revision, draft: moved });
  return {};
}

const withMoved = (draft: Draft, moved: ReadonlyMap<LineId, MovedLine>): Draft => ({
  ...draft,
  staffing: draft.staffing.map((line) => {
    const to = moved.get(line.id);
    return to === undefined ? line : { ...line, from: to.from, to: to.to, hoursPerDay: writeHours(to.minutesPerDay) };
  }),
});
