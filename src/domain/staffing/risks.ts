import { alternativesTo } from './alternatives';
import { calendarOf, type Supply } from './board';
import { whoIsMissing } from './if-won';
import { addedUp, loadsOf, type Load, type StaffedDeal, type StaffedLine } from './lines';
import { mostMissing } from './missing';
import type { StaffingRisk } from './project-staffing';

/** More of one deal than these nobody reads one by one. */
const mostOfDeal = 10;

/**
 * What would be missing if each of the deals in negotiation were won, other negotiations counted by their probability.
 * Where somebody's time is not known nothing is called a risk.
 * @param all what everything that is staffed asks for, these deals included.
 */
export function risksOf(supply: Supply, all: readonly Load[], deals: readonly StaffedDeal[], lines: readonly StaffedLine[]): readonly StaffingRisk[] {
  const calendar = calendarOf(supply);
  return deals.filter(({ stage }) => stage === 'negotiation').flatMap((deal) => {
    const own = lines.filter(({ dealId }) => dealId === deal.id);
    const taken = loadsOf(own, new Map([[deal.id, deal]]), calendar).map((load) => ({ ...load, minutes: load.minutes.map((minutes) => -minutes) }));
    const staffing = { supply, deals: [deal], lines: own, others: addedUp([...all, ...taken]) };
    const missing = whoIsMissing(staffing, deal.id, 'weighted').filter(({ isCertain }) => isCertain).slice(0, mostOfDeal);
    const alternatives = alternativesTo(staffing, deal.id, missing, 'weighted');
    return missing.map((one) => ({
      dealId: deal.id,
      dealName: deal.name,
      role: one.role,
      person: one.person,
      from: one.from,
      to: one.to,
      mostMinutes: mostMissing(one),
      alternatives: alternatives.filter((other) => other.kind === 'laterStart' || (other.kind === 'otherHolder' && one.person !== null && other.instead === one.person && other.from === one.from && other.extent.kind === 'whole')),
    }));
  });
}
