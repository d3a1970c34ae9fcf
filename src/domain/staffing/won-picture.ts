import type { AccountId, DealId } from '../ids';
import { pictureOf, type RolePicture, type WeekPicture } from './board';
import { partsOf, type Staffing } from './if-won';
import { roleKey, type Negotiations } from './lines';

/** A week in which what a deal would ask for stands beside what is confirmed. */
export interface WonWeek extends WeekPicture {
  /** What the deal asks for if it is won; not in `confirmed`. */
  readonly won: number;
  /** How much of what is missing the deal adds; without a deal, the negotiations. */
  readonly added: number;
}

export interface WonRole {
  readonly role: string;
  readonly weeks: readonly WonWeek[];
  readonly people: readonly { readonly accountId: AccountId; readonly weeks: readonly WonWeek[] }[];
}

/** Demand against capacity as `pictureOf`, with one deal's part of it apart. */
export function pictureIfWon(staffing: Staffing, dealId: DealId | null, counting: Negotiations): readonly WonRole[] {
  const { base, more } = partsOf(staffing, dealId);
  const before = new Map(pictureOf(staffing.supply, base, counting).map((role) => [roleKey(role.role), role]));
  return pictureOf(staffing.supply, [...base, ...more], counting).map(({ role, weeks, people }) => {
    const was: RolePicture | undefined = before.get(roleKey(role));
    return {
      role,
      weeks: weeks.map((week, at) => apart(week, was?.weeks[at])),
      people: people.map(({ accountId, weeks: own }) => {
        const theirs = was?.people.find((one) => one.accountId === accountId) ?? everywhere(before, accountId);
        return { accountId, weeks: own.map((week, at) => apart(week, theirs?.weeks[at])) };
      }),
    };
  });
}

/** Somebody whom only the deal names in a role stands in another one without it, with the same weeks in each. */
const everywhere = (roles: ReadonlyMap<string, RolePicture>, accountId: AccountId) => [...roles.values()].flatMap(({ people }) => people).find((one) => one.accountId === accountId);

const apart = (week: WeekPicture, was: WeekPicture | undefined): WonWeek => ({
  ...week,
  confirmed: was?.confirmed ?? 0,
  won: week.confirmed - (was?.confirmed ?? 0),
  added: Math.max(0, week.missing - (was?.missing ?? 0)),
});
