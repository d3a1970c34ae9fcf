import { addDays, dayAt } from '../../domain/calendar';
import { byUrgency, namedBy, type Subject } from '../../domain/attention/attention-item';
import { clientAttention } from '../../domain/attention/client-attention';
import { projectRow } from '../../domain/attention/project-row';
import type { ClientRow, PortfolioRow, ProjectRow } from '../../domain/attention/portfolio-row';
import { projectAttention, type Now } from '../../domain/attention/project-attention';
import { dueSoonDays } from '../../domain/billing-document';
import { deliverableId } from '../../domain/deliverable';
import { lastReminder } from '../../domain/guidelines-reminder';
import type { ClientId, ProjectId } from '../../domain/ids';
import { clientsOf } from '../../domain/linked-deal';
import { monthToDraft, wasClientIn } from '../../domain/month-report';
import { isOpen } from '../../domain/scope-change';
import { StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';
import { staffingId } from '../staffing/note-staffing';
import { reportOf } from '../reports/filed-report';
import { tellStates } from './tell-states';

const tries = 3;
/** Decisions of a project that are looked at, the newest; older ones were handed over long ago. */
const mostDecisions = 50;
const mostChanges = 200;
/** Versions of account plans, the newest: of a year one waits at most. */
const mostPlans = 20;
/** A record of Forge's storage takes 240 KiB, which are some 600 items. */
const mostItems = 300;

/**
 * Makes the row of a project or client anew out of what the app keeps, without a call to another system but Jira, and tells Jira of a
 * project's states where they are others than it knows. Undefined when there is nothing to show of it.
 */
export async function lookAtRow(world: World, subject: Subject): Promise<PortfolioRow | undefined> {
  const row = await makeRow(world, subject);
  const named = namedBy(subject);
  if (named?.kind === 'project') await tellStates(world, named.projectId);
  return row;
}

async function makeRow(world: World, subject: Subject): Promise<PortfolioRow | undefined> {
  const { timeZone } = await world.settings.company();
  const at = world.clock.now();
  const now = { today: dayAt(at, timeZone), timeZone };
  for (let attempt = 1; ; attempt += 1) {
    const before = await world.portfolio.row(subject);
    const row = await look(world, subject, now);
    if (row === undefined) {
      if (before !== undefined) await world.portfolio.remove(subject);
      return undefined;
    }
    const attention = [...row.attention].sort(byUrgency(now.today)).slice(0, mostItems);
    const next: PortfolioRow = { ...row, attention, revision: (before?.revision ?? 0) + 1, lookedAt: at };
    try {
      await world.portfolio.save(next, now.today);
      return next;
    } catch (error) {
      if (!(error instanceof StoreConflict) || attempt === tries) throw error;
    }
  }
}

type Fresh = Omit<ProjectRow, 'revision' | 'lookedAt'> | Omit<ClientRow, 'revision' | 'lookedAt'>;

async function look(world: World, subject: Subject, now: Now): Promise<Fresh | undefined> {
  const named = namedBy(subject);
  if (named === undefined) return undefined;
  return named.kind === 'project' ? lookAtProject(world, named.projectId, now) : lookAtClientRow(world, named.clientId, now);
}

/** A project nobody ever linked or wrote guidelines for is none of the portfolio's, and one that is closed needs nobody. */
async function lookAtProject(world: World, projectId: ProjectId, now: Now): Promise<Fresh | undefined> {
  const [project, deals, current, summary, margin] = await Promise.all([
    world.tracker.project(projectId),
    world.dealStore.ofProject(projectId),
    world.guidelines.current(projectId),
    world.summaries.summary(projectId),
    world.margin.standing(projectId),
  ]);
  if (project === undefined || project.isArchived || (deals.length === 0 && current === undefined)) return undefined;
  const [mapping, reviews, decisions, book, filed, staffing, reminders, standings] = await Promise.all([
    world.settings.mapping(),
    world.gate.waiting(projectId),
    world.gate.decisions(projectId, mostDecisions),
    world.billing.book(projectId),
    world.changes.ofOwner(projectId, mostChanges),
    world.staffing.one(projectId, staffingId),
    world.reminders.read(projectId),
    Promise.all(clientsOf(deals).map((client) => world.clients.standing(client.id))),
  ]);
  const asked = [...new Set([...reviews, ...decisions.map(({ review }) => review)].map(({ deliverable }) => deliverableId(deliverable)))];
  const gate = asked.length === 0 ? [] : await world.gate.standings(asked);
  const version = current?.version;
  const facts = {
    deals,
    mapping,
    current,
    readers: version === undefined ? 0 : Object.values(summary?.acknowledged ?? {}).filter((read) => read === version).length,
    remindedAt: version === undefined ? null : (lastReminder(reminders, version)?.at ?? null),
    reviews,
    decided: gate.filter(({ decision }) => decision !== null),
    threat: margin?.threat ?? null,
    documents: book.documents.filter(({ settledOn, dueOn }) => settledOn === null && dueOn <= addDays(now.today, dueSoonDays)),
    changes: filed.map(({ content }) => content).filter(isOpen),
    risks: staffing?.content.risks ?? [],
  };
  return projectRow({ projectId, project: { key: project.key, name: project.name }, facts, gate, margin, standings: standings.flatMap((standing) => standing ?? []), attention: projectAttention(facts, now), today: now.today });
}

async function lookAtClientRow(world: World, clientId: ClientId, now: Now): Promise<Fresh | undefined> {
  const standing = await world.clients.standing(clientId);
  if (standing === undefined || standing.client === null || standing.projects.length === 0) return undefined;
  const month = monthToDraft(now.today);
  const [report, deals, plans] = await Promise.all([reportOf(world, clientId, month), world.dealStore.ofClient(clientId), world.plans.ofOwner(clientId, mostPlans)]);
  const since = deals[0]?.linkedAt;
  const isReported = since !== undefined && wasClientIn(month, dayAt(since, now.timeZone));
  return { kind: 'client', clientId, client: standing.client, managerId: standing.managerId, projects: standing.projects, attention: clientAttention({ standing, report: report?.content, isReported, plans: plans.map(({ content }) => content) }, now) };
}
