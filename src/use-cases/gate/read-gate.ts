import { dayAt } from '../../domain/calendar';
import { gateState } from '../../domain/gate';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';

const mostDecisions = 100;

/** The Delivery gate section: what waits for the AM, and what was decided. */
export async function readGate({ gate, summaries, settings, tracker, clock }: World, { projectId }: ProjectCall) {
  const [waiting, decisions, summary, company, mayDecide] = await Promise.all([
    gate.waiting(projectId),
    gate.decisions(projectId, mostDecisions),
    summaries.summary(projectId),
    settings.company(),
    tracker.may('decideGate', projectId),
  ]);
  const guidelinesVersion = summary?.guidelines?.version ?? null;
  const now = { guidelinesVersion, today: dayAt(clock.now(), company.timeZone) };
  return {
    waiting,
    decided: decisions.map(({ review, decision }) => ({
      review,
      decision,
      state: gateState({ review, decision }, now),
    })),
    mayDecide,
    guidelinesVersion,
  };
}
