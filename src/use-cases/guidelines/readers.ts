import { lastReminder, mayRemind, remindedAt, withReminded, type Reminders } from '../../domain/guidelines-reminder';
import { guidelinesReminder } from '../../domain/guidelines-wording';
import type { AccountId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import type { ProjectSummary } from '../../domain/project-summary';
import type { AtWork } from '../../ports/tracker';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { attempt } from '../gate/bulletins';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';

const untoldEvent = 'guidelines.untold';
/** So many are shown. */
const mostReaders = 50;

/**
 * Who works in the project and has not acknowledged the current guidelines, with the issue beside which they would read them.
 * @throws UseCaseError `notFound` where there are no guidelines.
 */
export async function readReaders(world: World, { projectId }: ProjectCall) {
  const [summary, reminders, atWork] = await Promise.all([world.summaries.summary(projectId), world.reminders.read(projectId), world.tracker.myPeopleAtWork(projectId)]);
  const { version, publishedAt } = currentOf(summary);
  const last = lastReminder(reminders, version);
  const readers = unread(atWork.people, summary, version);
  return {
    version,
    publishedAt,
    reminded: last && { at: last.at, by: last.by },
    readers: readers.slice(0, mostReaders).map(({ person, issue }) => ({ person, issue, remindedAt: remindedAt(reminders, version, person.accountId) })),
    hasMore: atWork.hasMore || readers.length > mostReaders,
  };
}

interface Asked {
  /** As the caller saw it. */
  readonly version: number;
  readonly accountIds: readonly AccountId[];
  readonly note: string;
}

/**
 * Mentions them in a comment on the issue that they work on, where the panel with the guidelines is. Who has read them meanwhile, has no
 * work in the project, or was reminded of this version within a day is left out.
 * @returns who was reminded, which may be nobody.
 * @throws UseCaseError `notFound` where there are no guidelines, `conflict` when another version is the current one or somebody else reminds in the same moment.
 */
export async function remindReaders(world: World, call: ProjectCall, { version, accountIds, note }: Asked): Promise<{ readonly reminded: readonly Person[] }> {
  const { projectId } = call;
  const [summary, reminders, { people }, by] = await Promise.all([world.summaries.summary(projectId), world.reminders.read(projectId), world.tracker.myPeopleAtWork(projectId), world.tracker.me()]);
  if (currentOf(summary).version !== version) throw new UseCaseError('conflict');
  const at = world.clock.now();
  const chosen = unread(people, summary, version).filter(({ person: { accountId } }) => accountIds.includes(accountId) && mayRemind(reminders, version, accountId, at));
  if (chosen.length === 0) return { reminded: [] };
  // Noted before it is told, so that two presses in the same moment tell once.
  const noted = withReminded(reminders, version, chosen.map(({ person }) => person.accountId), { by, at });
  await refuseConflict('conflict', () => world.reminders.save(projectId, noted));
  const untold = await tell(world, chosen, { version, by, note: note.trim() });
  const reminded = chosen.map(({ person }) => person).filter(({ accountId }) => !untold.includes(accountId));
  if (untold.length > 0) await correct(world, projectId, noted, withReminded(reminders, version, reminded.map(({ accountId }) => accountId), { by, at }));
  if (reminded.length > 0) await world.audit.append(`project:${projectId}`, [{ at, event: 'guidelines.reminded', by: call.accountId, details: { version: String(version), people: reminded.map(({ accountId }) => accountId).join(' ') } }]);
  return { reminded };
}

function currentOf(summary: ProjectSummary | undefined) {
  if (summary?.guidelines == null) throw new UseCaseError('notFound');
  return summary.guidelines;
}

const unread = (people: readonly AtWork[], summary: ProjectSummary | undefined, version: number): readonly AtWork[] =>
  people.filter(({ person: { accountId } }) => (summary?.acknowledged[accountId] ?? 0) < version && accountId !== summary?.guidelines?.publishedBy.accountId);

/** One comment an issue. @returns whom it could not be told. */
async function tell(world: World, chosen: readonly AtWork[], reminded: Parameters<typeof guidelinesReminder>[0]): Promise<readonly AccountId[]> {
  const { language } = await world.settings.company();
  const lines = guidelinesReminder(reminded, language);
  const untold = await Promise.all(
    chosen.map(async ({ person: { accountId }, issue }) => {
      const written: boolean[] = [];
      await attempt(world, async () => written.push(await world.bulletins.comment(issue.id, { mentions: [accountId], lines })), untoldEvent);
      return written.includes(true) ? [] : [accountId];
    }),
  );
  return untold.flat();
}

/** Keeps what is true of who was told; where that cannot be written, those who were not count as reminded for a day. */
async function correct(world: World, projectId: ProjectCall['projectId'], noted: Reminders, truth: Reminders): Promise<void> {
  await attempt(world, () => world.reminders.save(projectId, { ...truth, revision: noted.revision + 1 }), untoldEvent);
}
