import { later } from '../../domain/calendar';
import { isPaused, isSpent, type ConnectionState } from '../../domain/connection-state';
import { stageOf, type StageMapping } from '../../domain/deal';
import type { Guidelines, StaffingLine } from '../../domain/guidelines';
import type { LineId } from '../../domain/ids';
import { firstDeal, type LinkedDeal } from '../../domain/linked-deal';
import { roleIn, tagOf, type LedgerRow } from '../../domain/plan-entry';
import type { Instant } from '../../domain/plain-date';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { viewReleased } from './preview-release';
import { viewDeal } from './view-deal';
import { viewPlan } from './view-plan';

/** The Deal & planner section, out of what the last syncs left in storage. */
export async function readPlanner(world: World, { projectId }: ProjectCall) {
  const { settings, dealStore, guidelines, ledger, tracker, states, orders } = world;
  const [links, version, mapping, poll, ofTempo, salesforce, tempo, maySet] = await Promise.all([
    dealStore.ofProject(projectId),
    guidelines.current(projectId),
    settings.mapping(),
    states.poll(),
    states.connection('tempo'),
    settings.salesforce(),
    settings.tempo(),
    tracker.may('setGuidelines', projectId),
  ]);
  const now = world.clock.now();
  // An order for later, as after a failure, is not being worked on yet.
  const ordered = new Set((await orders.among(links.map(({ deal }) => deal.id))).filter(({ dueAt }) => dueAt <= now).map(({ dealId }) => dealId));
  const rests = restsOf(poll.connection, ofTempo, now);
  const first = firstDeal(links);
  const sorted = [...links].sort((a, b) => Number(b === first) - Number(a === first));
  return {
    deals: await Promise.all(
      sorted.map(async (link) => {
        const view = viewLink(link, link === first, version?.guidelines, await ledger.ofDeal(link.deal.id), mapping);
        return { ...view, sync: viewSync(link.sync, ordered.has(link.deal.id), rests) };
      }),
    ),
    polledAt: poll.polledAt,
    pollSlowed: isSpent(poll.budget),
    connected: { salesforce: salesforce !== undefined, tempo: tempo !== undefined },
    maySet,
    hasGuidelines: version !== undefined,
  };
}

function viewLink(
  link: LinkedDeal,
  isFirst: boolean,
  guidelines: Guidelines | undefined,
  rows: readonly LedgerRow[],
  mapping: StageMapping,
) {
  const lines = (guidelines?.staffing ?? []).filter((line) => (line.dealId === null ? isFirst : line.dealId === link.deal.id));
  const lineIds = new Set(lines.map((line) => line.id));
  const byLine = new Map(rows.map((row) => [row.lineId, row]));
  const leftOver = rows.filter((row) => !lineIds.has(row.lineId) && standsInTempo(row));
  return {
    deal: viewDeal(link.deal, stageOf(link.deal, mapping)),
    linkedAt: link.linkedAt,
    isFirst,
    stages: link.history.map((entry) => ({ ...entry, stage: stageOf(entry, mapping) ?? null })),
    lines: [
      ...lines.map((line) => viewLine(link, line.id, line, byLine.get(line.id))),
      ...leftOver.map((row) => viewLine(link, row.lineId, undefined, row)),
    ],
    release:
      link.release === null || link.reprieve !== null
        ? null
        : { at: link.release.at, from: link.release.from, entries: link.release.entries.map((entry) => viewReleased(entry, guidelines)) },
    reprieve: link.reprieve === null ? null : { stage: link.reprieve.stage, since: link.reprieve.since },
  };
}

/** A released entry without a plan was deleted; one with a plan was ended, and its past stays. */
const standsInTempo = (row: LedgerRow): boolean => row.state !== 'released' || row.planId !== null;

function viewLine(link: LinkedDeal, lineId: LineId, line: StaffingLine | undefined, row: LedgerRow | undefined) {
  const tag = tagOf(link.deal.id, lineId);
  const drift = link.drift.find((one) => one.tag === tag);
  return {
    lineId,
    role: line?.role ?? (row === undefined ? '' : roleIn(row.content)),
    personName: line?.person?.name ?? null,
    wanted: line === undefined ? null : { from: line.from, to: line.to, minutesPerDay: line.minutesPerDay },
    entry: row !== undefined && standsInTempo(row)
      ? {
          tag,
          planId: row.state === 'claimed' ? null : row.planId,
          state: row.state,
          firmness: row.state === 'released' ? null : row.firmness,
          plan: viewPlan(row.content),
        }
      : null,
    drift: drift === undefined ? null : { theirs: drift.theirs && viewPlan(drift.theirs), ours: drift.ours && viewPlan(drift.ours), chosen: drift.chosen },
  };
}

interface Rest {
  readonly system: 'salesforce' | 'tempo';
  readonly since: Instant;
  readonly until: Instant;
}

/** Which systems have a rest now; nothing is brought in step meanwhile. */
function restsOf(salesforce: ConnectionState, tempo: ConnectionState, now: Instant): readonly Rest[] {
  const of = (system: Rest['system'], state: ConnectionState): readonly Rest[] => (isPaused(state, now) && state.paused !== null ? [{ system, ...state.paused }] : []);
  return [...of('salesforce', salesforce), ...of('tempo', tempo)];
}

/**
 * What a person is shown of a state; how often it was tried is of no use to them.
 * @param isDue there is something to do for the deal now.
 */
function viewSync(sync: LinkedDeal['sync'], isDue: boolean, rests: readonly Rest[]) {
  const [rest] = rests;
  if (sync.kind === 'failed') {
    const { failure, since, nextTryAt } = sync;
    if (isDue && rest === undefined) return { kind: 'working', since } as const;
    return { kind: sync.kind, code: failure.code, parameters: failure.parameters, since, nextTryAt: rest !== undefined && nextTryAt !== null ? later(nextTryAt, rest.until) : nextTryAt };
  }
  if (!isDue || sync.kind === 'waiting') return sync;
  if (rest !== undefined) return { kind: 'paused', system: rest.system, since: rest.since, nextTryAt: rest.until } as const;
  return { kind: 'working', since: sync.since } as const;
}
