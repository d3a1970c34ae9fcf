import { stageOf } from '../deal';
import type { ClientStanding } from '../client-standing';
import { gateState, type GateState, type GateStanding } from '../gate';
import { clientsOf } from '../linked-deal';
import { judgedMargin } from '../margin-portfolio';
import { stateOf, type MarginStanding } from '../project-margin';
import type { PlainDate } from '../plain-date';
import type { AttentionItem } from './attention-item';
import { furthest, type ProjectRow } from './portfolio-row';
import type { ProjectFacts } from './project-attention';

interface SeenProject extends Pick<ProjectRow, 'projectId' | 'project'> {
  readonly facts: ProjectFacts;
  /** Of everything that was ever asked for, as far as it is looked at. */
  readonly gate: readonly GateStanding[];
  readonly margin: MarginStanding | undefined;
  /** How the project's clients stand. */
  readonly standings: readonly ClientStanding[];
  readonly attention: readonly AttentionItem[];
  readonly today: PlainDate;
}

/** A project as a list over all of them shows it. */
export function projectRow({ projectId, project, facts, gate, margin, standings, attention, today }: SeenProject): Omit<ProjectRow, 'revision' | 'lookedAt'> {
  const { deals, mapping, current, readers } = facts;
  const states = gate.map((standing) => gateState(standing, { guidelinesVersion: current?.version ?? null, today }));
  const count = (wanted: GateState): number => states.filter((state) => state === wanted).length;
  const judged = margin === undefined ? null : judgedMargin(margin);
  const contacts = standings.flatMap(({ relation }) => relation?.lastContactOn ?? []);
  const complete = standings.flatMap(({ documents }) => documents?.percent ?? []);
  return {
    kind: 'project',
    projectId,
    project,
    managerId: current?.publishedBy.accountId ?? null,
    clients: clientsOf(deals),
    stage: furthest(deals.flatMap(({ deal }) => stageOf(deal, mapping) ?? [])),
    deals: deals.length,
    guidelines: current === undefined ? null : glance(current, readers, today),
    gate: { waiting: count('waiting'), go: count('go'), conditional: count('conditionalGo'), noGo: count('noGo'), lapsed: count('lapsed') },
    margin: { state: margin === undefined ? 'unknown' : stateOf(margin), basisPoints: judged?.kind === 'known' ? judged.basisPoints : null },
    documents: complete.length === 0 ? null : Math.min(...complete),
    lastContactOn: contacts.reduce<PlainDate | null>((last, day) => (last === null || day > last ? day : last), null),
    attention,
  };
}

function glance({ version, guidelines: { budget, schedule } }: NonNullable<ProjectFacts['current']>, readers: number, today: PlainDate): ProjectRow['guidelines'] {
  const [next] = schedule.milestones.filter(({ date }) => date >= today).sort((a, b) => (a.date < b.date ? -1 : 1));
  return { version, readers, budget: budget.amount, start: schedule.start, end: schedule.end, next: next === undefined ? null : { name: next.name, date: next.date } };
}
