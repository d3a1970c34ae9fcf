import { gateState, lapse, type Circumstances, type GateStanding } from '../../domain/gate';

/** What has become of the standing decision, as screens show it; null where there is none. */
export function aftermathOf(standing: GateStanding, now: Circumstances) {
  const { decision, met, blocked, leftAt } = standing;
  if (decision === null) return null;
  // A request that waits covers the decision, whose own state is still worth showing.
  const alone = { ...standing, review: null };
  return { state: gateState(alone, now), lapse: lapse({ decision, met, blocked, leftAt }, now) ?? null, blocked, met };
}
