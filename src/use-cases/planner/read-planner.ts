import { stageOf, type StageMapping } from '../../domain/deal';
import type { Guidelines, StaffingLine } from '../../domain/guidelines';
import type { LineId } from '../../domain/ids';
import { firstDeal, type LinkedDeal } from '../../domain/linked-deal';
import { tagOf, type LedgerRow, type PlanContent } from '../../domain/plan-entry';
import type { World } from '../../ports';
import type { ProjectCall } from '../call';
import { viewDeal } from './view-deal';

/** The Deal & planner section, out of what the last syncs left in storage. */
export async function readPlanner(world: World, { projectId }: ProjectCall) {
  const { settings, dealStore, guidelines, ledger, tracker } = world;
  const [links, version, mapping, watermark, salesforce, tempo, maySet] = await Promise.all([
    dealStore.ofProject(projectId),
    guidelines.current(projectId),
    settings.mapping(),
    settings.watermark(),
    settings.salesforce(),
    settings.tempo(),
    tracker.may('setGuidelines', projectId),
  ]);
  const first = firstDeal(links);
  const ordered = [...links].sort((a, b) => Number(b === first) - Number(a === first));
  return {
    deals: await Promise.all(
      ordered.map(async (link) => viewLink(link, link === first, version?.guidelines, await ledger.ofDeal(link.deal.id), mapping)),
    ),
    polledAt: watermark?.polledAt ?? null,
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
    sync: viewSync(link.sync),
    lines: [
      ...lines.map((line) => viewLine(link, line.id, line, byLine.get(line.id))),
      ...leftOver.map((row) => viewLine(link, row.lineId, undefined, row)),
    ],
  };
}

/** A released entry without a plan was deleted; one with a plan was ended, and its past stays. */
const standsInTempo = (row: LedgerRow): boolean => row.state !== 'released' || row.planId !== null;

function viewLine(link: LinkedDeal, lineId: LineId, line: StaffingLine | undefined, row: LedgerRow | undefined) {
  const tag = tagOf(link.deal.id, lineId);
  const drift = link.drift.find((one) => one.tag === tag);
  return {
    lineId,
    role: line?.role ?? roleOf(row),
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
    drift: drift === undefined ? null : { theirs: drift.theirs && viewPlan(drift.theirs), ours: drift.ours && viewPlan(drift.ours) },
  };
}

const roleOf = (row: LedgerRow | undefined): string => (row?.content.assignee.kind === 'role' ? row.content.assignee.role : '');

const viewPlan = ({ assignee, from, to, minutesPerDay }: PlanContent) => ({ assignee, from, to, minutesPerDay });

/** What a person is shown of a state; how often it was tried is of no use to them. */
export function viewSync(sync: LinkedDeal['sync']) {
  if (sync.kind !== 'failed') return sync;
  const { failure, since, nextTryAt } = sync;
  return { kind: sync.kind, code: failure.code, parameters: failure.parameters, since, nextTryAt };
}
